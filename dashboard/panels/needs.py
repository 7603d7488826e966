"""The figures of the page about needs, each with its finding."""

from typing import Final

import streamlit as st

from dashboard import data
from dashboard.charts.age_profile import ages
from dashboard.charts.bars import bars
from dashboard.charts.heatmap import heat
from dashboard.charts.interval_dots import ranges
from dashboard.charts.number_format import day
from dashboard.charts.stacked_bars import stacked
from dashboard.data import characteristics as who
from dashboard.data import needs
from dashboard.data.claims import apart_ways
from dashboard.data.detail_level import grouping
from dashboard.filters.publishable import is_limited, noted, together
from dashboard.filters.selection import Selection
from dashboard.insights import benchmarks, sentences
from dashboard.insights import needs as finding
from dashboard.panels import event_stage
from dashboard.panels.page_part import each, part, words
from dashboard.panels.panel import panel
from dashboard.panels.summary_table import sheet
from loaders.labels import NEEDS, SDQ_BANDS

NATIONAL: Final = ("sdq_mean", "uasc_share", "disability_share")
"""Measures that are published too."""


def assessed(chosen: Selection) -> str:
    """Say for how many children needs are assessed, as under every figure of need."""
    return words("Assessed children", lambda: finding.covered(data.one("assessed_share", chosen)))


def way() -> str:
    """Ask how a need is shown, and give its measure."""
    ways = list(needs.WAYS)
    if event_stage.is_set():
        return needs.WAYS[event_stage.answered("needs_as", ways)]
    words = st.segmented_control(
        "Show needs as",
        ways,
        key="needs_as",
        bind="query-params",
        required=True,
        default=ways[0],
        persist_state="session",
    )
    return needs.WAYS[str(words)]


@part("Needs by group")
def by_group(slug: str, chosen: Selection, group: str, note: str) -> None:
    """Show the twelve indicators by a group of children, in their six domains."""
    group, note, chosen = grouping(group), noted(chosen, note), together(chosen)
    rows, whole = needs.indicators(slug, chosen, group), data.focused(slug, chosen, ("indicator",))
    title = finding.stands_out(rows, whole, group)
    columns = needs.largest(rows, group)
    panel(
        slug, rows, heat, chosen, title=title, note=note, row="indicator", column=group, groups=NEEDS, columns=columns
    )


@part("Need by age")
def by_age(chosen: Selection, note: str) -> None:
    """Show the weighted need score by single year of age; by age band where the release is as coarse."""
    if is_limited():
        bands = needs.by_age_band(chosen)
        title = finding.highest(bands)
        panel("weighted_need", bands, bars, chosen, title=title, note=note, name="age_band")
        return
    rows, mean = needs.by_age(chosen), data.one("weighted_need", chosen).value
    panel("weighted_need", rows, ages, chosen, title=finding.peaks(rows), note=note, mean=mean)


@part("Change in need")
def change(chosen: Selection, note: str) -> None:
    """Show the change in need since the first assessment, by placement type and by provider."""
    across = "Less need than at first  |  more need than at first (points)"
    rows = needs.change(chosen, "placement_type")
    title = finding.changed(rows, "placement type")
    note = f"{note} Filled: a clear change. Groups of five or fewer left out."
    panel("need_change", rows, ranges, chosen, title=title, note=note, group="placement_type", at=0.0, across=across)
    with part("Change in need by provider"):
        if not data.providers():
            return
        rows = needs.change_by_provider(chosen)
        title = finding.changed(rows, "provider")
        panel("need_change", rows, ranges, chosen, title=title, note=note, group="provider", at=0.0, across=across)


@part("Strengths and difficulties")
def strengths(chosen: Selection) -> None:
    """Show strengths and difficulties by band."""
    year, metric = needs.scored_year(chosen), data.metric("sdq_concern")
    title = finding.concern(*data.beside(metric.slug, chosen, year))
    mean = benchmarks.words("sdq_mean", chosen)
    scores = f"Mean score: {mean[:1].lower()}{mean[1:]}" if mean else ""
    note = f"Normal 0 to 13, borderline 14 to 16, cause for concern 17 to 40. {scores}".strip()
    rows = needs.bands(chosen)
    panel(metric.slug, rows, stacked, chosen, title=title, when=year, note=note, part="sdq_band", kept=SDQ_BANDS)


@part("Who the children are")
def characteristics(chosen: Selection) -> None:
    """Show who the children are beside the rest, or a year before."""
    lines = list(each(who.SHOWN, lambda slug: who.line(slug, chosen)).values())
    title = finding.differing([line.cells[-1] for line in lines])
    year = needs.scored_year(chosen).end
    about = f"Share of children looked after at {day(chosen.end)}; strengths and difficulties at {day(year)}."
    sheet(list(who.SHOWN), lines, who.headings(chosen), chosen, title=title, about=about, corner="Children")


@part("Children looked after by characteristic")
def children(chosen: Selection) -> None:
    """Show children looked after by one characteristic at a time."""
    with st.container(key="children-by"):
        words = _characteristic(needs.characteristics())
        rows = needs.children(chosen, words)
        panel("children_looked_after", rows, bars, chosen, title=finding.commonest(rows), name=needs.WHO[words])


def _characteristic(ways: list[str]) -> str:
    if event_stage.is_set():
        return event_stage.answered("children_by", ways)
    return st.selectbox(
        "Children looked after by", ways, key="children_by", bind="query-params", persist_state="session"
    )


@part("Assessed children")
def coverage(chosen: Selection) -> None:
    """Show for how many children needs are assessed, by borough."""
    rows, centre = data.by_borough("assessed_share", chosen), data.consortium("assessed_share", chosen)
    title = sentences.farthest(data.metric("assessed_share"), rows, centre, apart_ways("assessed_share", chosen))
    panel("assessed_share", rows, bars, chosen, title=title, pick="borough")
