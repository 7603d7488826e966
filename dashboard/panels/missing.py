"""The figures of the page about children who go missing, each with its finding."""

from typing import Any, Final

import streamlit as st

from dashboard import data
from dashboard.charts.bars import bars
from dashboard.charts.control_chart import process
from dashboard.charts.funnel import funnel
from dashboard.charts.heatmap import heat
from dashboard.charts.number_format import day
from dashboard.charts.paired_bars import pairs
from dashboard.data import missing
from dashboard.data import missing_cost as price
from dashboard.data.age_standardised import with_ages_of_all
from dashboard.data.claims import apart_ways
from dashboard.data.empty_result import is_empty
from dashboard.filters.fields import COHORTS, EVERY
from dashboard.filters.publishable import is_limited, noted, together
from dashboard.filters.selection import Selection, known
from dashboard.insights import missing as finding
from dashboard.insights import sentences
from dashboard.panels import event_stage
from dashboard.panels.empty_state import nothing
from dashboard.panels.page_part import each, part
from dashboard.panels.panel import panel
from dashboard.panels.summary_table import sheet
from metrics.dimensions.time_of_week import PARTS_OF_DAY, WEEKDAYS

WHAT: Final = {
    "young_people_missing": "young people went missing",
    "repeat_runners": "went missing more than eight times",
}
"""The words that follow a count in a finding."""

NATIONAL: Final = ("missing_share", "away_share")
"""The two measures that are published, kept apart as in the return."""


def cohort(chosen: Selection) -> Selection:
    """Ask whose children are counted, and narrow the choices to them; of everyone where the release does not."""
    options = (EVERY, *COHORTS)
    if event_stage.is_set() or is_limited():
        return chosen
    picked = st.pills(
        "Whose children",
        options,
        key="cohort",
        bind="query-params",
        required=True,
        default=EVERY,
        persist_state="session",
    )
    words = known(picked, COHORTS)
    return chosen.only("cohort", *words) if words else chosen


@part("Incidents by month")
def by_month(chosen: Selection) -> None:
    """Show incidents by month with the limits of usual variation."""
    rows = missing.months(chosen)
    title, note = finding.over_months(chosen.name, rows), finding.signals(rows)
    panel("incidents", rows, process, chosen, title=title, note=note, breaks=missing.new_services(chosen))


@part("Incidents beside a year before")
def on_the_year_before(chosen: Selection, everyone: Selection) -> None:
    """Show incidents beside the same days a year before, in all and by cohort; the finding is about those chosen."""
    now, before = missing.beside_a_year_before(everyone)
    both, change = data.over_a_year("incidents", chosen), data.change("missing_change", chosen)
    words = missing.changed(sentences.sure(change))
    title = finding.on_the_year_before(*both, words, missing.way_since_a_year_before(chosen))
    note = f"{_counted('young_people_missing', chosen)}."
    panel("incidents", now, pairs, chosen, title=title, note=note, before=before)


def people(chosen: Selection) -> None:
    """Show the young people who went missing by age, and incidents for each of them by borough."""
    _by_age(chosen)
    _for_each(chosen)


@part("Who goes missing")
def _by_age(chosen: Selection) -> None:
    panel("young_people_missing", missing.by_age(chosen), bars, chosen, title=_counted("young_people_missing", chosen))


@part("Incidents for each young person")
def _for_each(chosen: Selection) -> None:
    metric = data.metric("incidents_per_young_person")
    rows, centre = data.by_borough(metric.slug, chosen), data.consortium(metric.slug, chosen)
    panel(
        metric.slug,
        rows,
        bars,
        chosen,
        title=sentences.farthest(metric, rows, centre, apart_ways(metric.slug, chosen)),
        pick="borough",
    )


def _counted(slug: str, chosen: Selection) -> str:
    return finding.counted(*data.over_a_year(slug, chosen), WHAT[slug])


@part("Young people missing more than eight times")
def repeat_runners(chosen: Selection) -> None:
    """Show the young people with more than eight incidents by borough."""
    rows, note = missing.each_borough("repeat_runners", chosen), "More than eight incidents in the period."
    title = _counted("repeat_runners", chosen)
    panel("repeat_runners", rows, bars, chosen, title=title, note=note, pick="borough")


@part("When in the week incidents start")
def week(chosen: Selection) -> None:
    """Show when in the week incidents start."""
    note, chosen = noted(chosen, ""), together(chosen)
    rows, title = missing.week(chosen), finding.busiest(missing.parts_of_day(chosen))
    parts = {part: "" for part in PARTS_OF_DAY if part in rows["part_of_day"].cast(str).to_list()}
    layout: dict[str, Any] = {"row": "part_of_day", "column": "weekday", "groups": parts, "columns": WEEKDAYS}
    panel("incidents", rows, heat, chosen, title=title, note=note, **layout)


@part("What incidents cost")
def cost(chosen: Selection) -> None:
    """Show what incidents cost, cohort by cohort."""
    names = price.shown_measures()
    columns = each({slug: data.metric(slug).title for slug in names}, lambda slug: price.column(slug, chosen))
    shown = {slug: names[slug] for slug in columns}
    costs = [columns[slug].whole for slug in list(price.COSTS)[:3] if slug in columns]
    has_cost = len(costs) > 2
    title = finding.cost(*costs) if has_cost else "Occasions and young people by cohort"
    assumed = " Police cost: £1,000 an incident, an assumption." if has_cost else ""
    about = f"{chosen.name}, {day(chosen.start)} to {day(chosen.end)}.{assumed}"
    sheet(list(shown), price.lines(columns), list(shown.values()), chosen, title=title, about=about, corner="Cohort")


def national(chosen: Selection) -> None:
    """Show the shares of children looked after who were missing and who were away."""
    for slug in NATIONAL:
        with part(data.metric(slug).title):
            _national(slug, chosen)


def _national(slug: str, chosen: Selection) -> None:
    if is_empty(slug, chosen):
        nothing(slug, chosen)
    else:
        rows, centre = data.by_borough(slug, chosen), data.consortium(slug, chosen)
        title = sentences.farthest(data.metric(slug), rows, centre, apart_ways(slug, chosen))
        look: dict[str, Any] = {"pick": "borough", "benchmarked": True, "centre": centre.value}
        like = finding.with_ages_of_all(chosen.name, with_ages_of_all(slug, chosen), data.metric(slug).unit)
        panel(slug, rows, funnel, chosen, title=title, note=f"{finding.CAUTION} {like}".strip(), **look)
