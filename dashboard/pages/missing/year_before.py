"""Incidents beside the same days a year before, in all and by cohort."""

from typing import Final

import polars as pl

from dashboard.charts.number_format import written
from dashboard.charts.paired_bars import pairs
from dashboard.data import comparisons
from dashboard.data.comparisons import Estimate, changed_over, each_year
from dashboard.data.figures import metric
from dashboard.data.reader_cache import kept_for_reader
from dashboard.figure import Figure, figure_part
from dashboard.filters.selection import Selection
from dashboard.insights import wording
from dashboard.insights.description import described
from dashboard.insights.wording import without
from dashboard.pages.missing.by_month import INCIDENTS, way_since_a_year_before
from dashboard.pages.missing.young_people import counted_title
from metrics import Unit
from metrics.engine.coverage import PROVISIONAL

ALL: Final = "All"


BOTH: Final[tuple[tuple[str, ...], ...]] = ((), ("cohort",))
"""Incidents in all, and by cohort."""


@kept_for_reader(500)
def beside_a_year_before(chosen: Selection) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give incidents in all and by cohort, now and a year before: series, change (words), value, mark, n."""
    change = _stacked(*(_change(chosen, by) for by in BOTH)).select("series", change=pl.col("value"))
    now, before = (_stacked(*frames) for frames in zip(*(each_year(INCIDENTS, chosen, by) for by in BOTH), strict=True))
    both = now.join(change, on="series", how="left", maintain_order="left")
    words = pl.Series("change", [changed(value) for value in both["change"]], dtype=pl.String)
    return both.with_columns(words).select("series", "change", "value", "mark", "n"), before


def _change(chosen: Selection, by: tuple[str, ...] = ()) -> pl.DataFrame:
    found = changed_over("missing_change", chosen, by)
    return found.with_columns(value=pl.when(pl.col("mark").ne_missing(PROVISIONAL)).then("value"))


def changed(value: float | None) -> str:
    """Write a change on the year before, in percent: `14% fewer`; nothing where it may not or cannot be said."""
    if value is None:
        return ""
    if round(value) == 0:
        return "as before"
    return f"{abs(value):.0f}% {'more' if value > 0 else 'fewer'}"


def _stacked(whole: pl.DataFrame, parts: pl.DataFrame) -> pl.DataFrame:
    named = parts.rename({"cohort": "series"}).with_columns(pl.col("series").cast(pl.String))
    return pl.concat([whole.select(pl.lit(ALL).alias("series"), pl.all()), named])


def on_the_year_before(now: Estimate, before: Estimate, change: str, way: int) -> str:
    """Say how many incidents there were, and how many a year before. No interval: incidents cluster.

    `way` is which way they are claimed to have gone, judged child by child; 0 where chance may make as much.
    """
    if now.value is None:
        return f"Incidents {now.mark or '[x]'}"
    if before.value is None or not change:
        return f"{now.value:,.0f} incidents; a year before {written(before.value, Unit.INCIDENTS, before.mark)}"
    left = f", {without(before)}" if before.without else ""
    if way * (now.value - before.value) <= 0 and now.value != before.value:
        return f"{now.value:,.0f} incidents, no clear change from {before.value:,.0f} a year before{left}"
    return f"{now.value:,.0f} incidents, {change} than a year before ({before.value:,.0f}{left})".replace(
        "as before than a year before", "as many as a year before"
    )


@figure_part("Incidents beside a year before")
def year_before_figure(selection: Selection, everyone: Selection) -> Figure:
    """Give incidents beside the same days a year before; the insight is about those chosen."""
    now, before = beside_a_year_before(everyone)
    both, change = comparisons.over_a_year(INCIDENTS, selection), comparisons.change("missing_change", selection)
    words = changed(wording.sure(change))
    return described(
        Figure(
            metric=metric(INCIDENTS),
            rows=now,
            chart=pairs,
            selection=selection,
            title=on_the_year_before(*both, words, way_since_a_year_before(selection)),
            note=f"{counted_title('young_people_missing', selection)}.",
            options={"before": before},
        )
    )
