"""One measure of every borough beside the consortium, as bars or against chance: what several pages show."""

import polars as pl

from dashboard.charts.bars import bars
from dashboard.charts.funnel import funnel
from dashboard.charts.trend import trend
from dashboard.data.claims import Ways, apart_ways
from dashboard.data.comparisons import Estimate, by_borough, consortium, of_boroughs, over_time_of, trend_of
from dashboard.data.figures import metric
from dashboard.figure import Figure, figure_part
from dashboard.filters.fields import FOCUS
from dashboard.filters.selection import Selection
from dashboard.insights.description import described, with_benchmarks
from dashboard.insights.sentences import farthest, over_time
from dashboard.insights.wording import said, short
from metrics import Metric


def borough_bars(slug: str, selection: Selection, note: str = "") -> Figure:
    """Give a measure of every borough as bars, and which of them differ from the consortium."""
    rows, centre = by_borough(slug, selection), consortium(slug, selection)
    return described(
        Figure(
            metric=metric(slug),
            rows=rows,
            chart=bars,
            selection=selection,
            title=farthest(metric(slug), rows, centre, apart_ways(slug, selection)),
            note=note,
            click=FOCUS,
        )
    )


def borough_funnel(slug: str, selection: Selection, note: str = "") -> Figure:
    """Give a share or a rate of every borough against what chance would give, with the benchmarks chosen."""
    rows, centre = by_borough(slug, selection), consortium(slug, selection)
    figure = Figure(
        metric=metric(slug),
        rows=rows,
        chart=funnel,
        selection=selection,
        title=farthest(metric(slug), rows, centre, apart_ways(slug, selection)),
        note=note,
        click=FOCUS,
        options={"centre": centre.value},
    )
    return described(with_benchmarks(figure))


@figure_part("Month by month")
def measure_by_month(slug: str, selection: Selection) -> Figure:
    """Give a measure month by month: the focus beside the rest, or the consortium, with what is published."""
    card = metric(slug)
    figure = Figure(
        metric=card,
        rows=over_time_of(slug, selection),
        chart=trend,
        selection=selection,
        title=over_time(card, selection.name, trend_of(slug, selection)),
    )
    return described(with_benchmarks(figure))


@figure_part("Borough by borough")
def measure_by_borough(slug: str, selection: Selection) -> Figure:
    """Give a measure borough by borough, the consortium and what is published last."""
    card, every = metric(slug), consortium(slug, selection)
    rows = of_boroughs(card, by_borough(slug, selection))
    title = apart(card, rows, every, apart_ways(slug, selection))
    figure = Figure(metric=card, rows=rows, chart=bars, selection=selection, title=title, click=FOCUS)
    return described(with_benchmarks(figure))


def apart(card: Metric, now: pl.DataFrame, whole: Estimate, ways: Ways) -> str:
    """Say which boroughs differ from the others; of a total, or where no range is given, nothing is claimed.

    `ways` says which way those differ of whom that is claimed.
    """
    if card.is_total:
        return short(f"{card.title}: {said(card, whole)} in all", f"{said(card, whole)} in all")
    return farthest(card, now, whole, ways)
