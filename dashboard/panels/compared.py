"""One measure of every borough, four ways: against chance, the rest, itself over time, and an earlier period."""

from typing import Final

import polars as pl

from dashboard import data
from dashboard.charts.bars import bars
from dashboard.charts.funnel import funnel
from dashboard.charts.multiples import multiples
from dashboard.charts.pairs import pairs as two_bars
from dashboard.charts.trend import trend
from dashboard.data import benchmarks, compare, headlines
from dashboard.data.compare import Pairs
from dashboard.filters.selection import Selection
from dashboard.findings import compare as finding
from dashboard.panels.benchmarks import national
from dashboard.panels.panel import panel
from dashboard.panels.part import part
from metrics import Metric

INSIDE: Final = (
    "Inside the inner shading (95%) a borough differs by no more than chance would give; the outer is 99.8%."
)
ONE_SCALE: Final = "All on one scale; the thin line is the consortium."


@part("Boroughs against chance")
def against_chance(metric: Metric, now: pl.DataFrame, chosen: Selection) -> None:
    """Show the boroughs on a funnel; as bars where their size alone does not say what chance may do."""
    whole = data.consortium(metric.slug, chosen)
    title = finding.apart(metric, now, whole)
    if compare.has_funnel(metric):
        panel(
            metric.slug,
            now,
            funnel,
            chosen,
            title=title,
            note=INSIDE,
            pick="borough",
            benchmarked=True,
            centre=whole.value,
        )
        return
    rows = compare.of_boroughs(metric, now)
    panel(metric.slug, rows, bars, chosen, title=title, pick="borough", benchmarked=True)


@part("The focus beside the rest")
def beside_the_rest(metric: Metric, chosen: Selection) -> None:
    """Show the focus beside the rest over the months, and say where it stands in England.

    What was published is in words beside the boroughs already.
    """
    slug = metric.slug
    title = finding.beside(metric, *headlines.beside(slug, chosen))
    place, months = national(slug, chosen), benchmarks.joined(slug, compare.over_time(slug, chosen), chosen)
    panel(slug, months, trend, chosen, title=title, note=place)


@part("Boroughs month by month")
def month_by_month(metric: Metric, chosen: Selection) -> None:
    """Show every borough's months on one scale, the consortium behind each."""
    title = finding.unusual(metric, headlines.everyone(metric.slug, chosen))
    months = compare.month_by_month(metric.slug, chosen)
    note = "" if compare.is_total(metric) else ONE_SCALE
    panel(metric.slug, months, multiples, chosen, title=title, note=note)


@part("Two periods")
def two_periods(metric: Metric, pairs: Pairs, before: str, chosen: Selection) -> None:
    """Show the period chosen beside an earlier one, which `before` names, borough by borough."""
    found = finding.changes(metric, pairs)
    words = {who: finding.in_words(each) for who, each in found.items()}
    now, then = (compare.of_boroughs(metric, frame) for frame in compare.both_periods(pairs, words))
    title, earlier = finding.changed(found, before), f"{before[:1].upper()}{before[1:]}"
    panel(metric.slug, now, two_bars, chosen, title=title, before=then, earlier=earlier)
