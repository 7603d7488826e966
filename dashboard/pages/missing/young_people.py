"""The young people who went missing: how many, of what age, how often, in which borough."""

from typing import Final

import polars as pl

from dashboard.charts.bars import bars
from dashboard.data import comparisons
from dashboard.data.comparisons import Estimate, by_borough, focused
from dashboard.data.figures import metric
from dashboard.data.reader_cache import kept_for_reader
from dashboard.figure import Figure, figure_part
from dashboard.filters.fields import FOCUS
from dashboard.filters.selection import Selection
from dashboard.insights.boroughs import borough_bars
from dashboard.insights.description import described
from dashboard.insights.wording import direction, have_ranges, short, without

WHAT: Final = {
    "young_people_missing": "young people went missing",
    "repeat_runners": "went missing more than eight times",
}
"""The words that follow a count in an insight."""


@kept_for_reader(500)
def by_age(chosen: Selection) -> pl.DataFrame:
    """Give the young people who went missing by age band, as `series`."""
    rows = focused("young_people_missing", chosen, ("age_band",)).rename({"age_band": "series"})
    return rows.with_columns(pl.col("series").cast(pl.String).fill_null("Age not known"))


@kept_for_reader(500)
def each_borough(slug: str, chosen: Selection) -> pl.DataFrame:
    """Give figures of every borough without the consortium's: a count of all is no yardstick for one."""
    rows = by_borough(slug, chosen)
    return rows.filter(pl.col("series").is_in(chosen.boroughs))


def counted(now: Estimate, before: Estimate, what: str) -> str:
    """Say how many young people there were, and whether that differs from a year before. `what` follows a number."""
    if now.value is None:
        return f"{what.capitalize()}: {now.mark or '[x]'}"
    count = f"{now.value:,.0f} {what}"
    if before.value is None:
        return count
    then = f"{before.value:,.0f} the year before{f', {without(before)}' if before.without else ''}"
    if not have_ranges(now, before):
        return f"{count}, {then}"
    way = {1: "more than", -1: "fewer than", 0: "no clear difference from"}[direction(now, before)]
    return short(f"{count}, {way} {then}", f"{count}, {way} {before.value:,.0f} before")


def counted_title(slug: str, selection: Selection) -> str:
    """Say how many young people a measure counts, and whether that differs from a year before."""
    return counted(*comparisons.over_a_year(slug, selection), WHAT[slug])


@figure_part("Who goes missing")
def by_age_figure(selection: Selection) -> Figure:
    """Give the young people who went missing by age."""
    slug = "young_people_missing"
    rows, title = by_age(selection), counted_title(slug, selection)
    return described(Figure(metric=metric(slug), rows=rows, chart=bars, selection=selection, title=title))


@figure_part("Incidents for each young person")
def for_each_figure(selection: Selection) -> Figure:
    """Give incidents for each young person who went missing, by borough."""
    return borough_bars("incidents_per_young_person", selection)


@figure_part("Young people missing more than eight times")
def often_missing_figure(selection: Selection) -> Figure:
    """Give the young people with more than eight incidents by borough."""
    slug = "repeat_runners"
    return described(
        Figure(
            metric=metric(slug),
            rows=each_borough(slug, selection),
            chart=bars,
            selection=selection,
            title=counted_title(slug, selection),
            note="More than eight incidents in the period.",
            click=FOCUS,
        )
    )
