"""One measure of every borough, four ways: against chance, the rest, itself over time, and an earlier period."""

from typing import Final

from dashboard.charts.bars import bars
from dashboard.charts.funnel import funnel
from dashboard.charts.paired_bars import pairs as paired_bars
from dashboard.charts.small_multiples import multiples
from dashboard.charts.trend import trend
from dashboard.data import claims, headlines
from dashboard.data.comparisons import by_borough, consortium, of_boroughs, over_time_of
from dashboard.figure import Figure, figure_part
from dashboard.filters.fields import FOCUS
from dashboard.filters.selection import Selection
from dashboard.insights.boroughs import apart
from dashboard.insights.description import described, with_benchmarks
from dashboard.insights.local_and_published import national
from dashboard.pages.compare import compare_data
from dashboard.pages.compare import insights as insight
from metrics import Metric, When

INSIDE: Final = (
    "Inside the inner shading (95%) a borough differs by no more than chance would give; the outer is 99.8%."
)
EXPECTED: Final = "Ring: what to expect of so few children, drawn towards all boroughs."
ONE_SCALE: Final = "All on one scale; the thin line is the consortium."


@figure_part("Boroughs against chance")
def against_chance_figure(card: Metric, selection: Selection) -> Figure:
    """Give the boroughs on a funnel; as bars where their size alone does not say what chance may do."""
    rows, whole = by_borough(card.slug, selection), consortium(card.slug, selection)
    is_funnel = compare_data.has_funnel(card)
    expected = compare_data.expected(card.slug, selection) if is_funnel else {}
    figure = Figure(
        metric=card,
        rows=rows if is_funnel else of_boroughs(card, rows),
        chart=funnel if is_funnel else bars,
        selection=selection,
        title=apart(card, rows, whole, claims.apart_ways(card.slug, selection)),
        note=f"{INSIDE} {EXPECTED}" if expected else INSIDE if is_funnel else "",
        click=FOCUS,
        options={"centre": whole.value, "expected": expected} if is_funnel else {},
    )
    return described(with_benchmarks(figure))


@figure_part("The focus beside the rest")
def beside_the_rest_figure(card: Metric, selection: Selection) -> Figure:
    """Give the focus beside the rest over the months, and where it stands in England.

    What was published is in words beside the boroughs already.
    """
    mine, other = headlines.beside(card.slug, selection)
    figure = Figure(
        metric=card,
        rows=over_time_of(card.slug, selection),
        chart=trend,
        selection=selection,
        title=insight.beside(card, mine, other, claims.way_beside(card.slug, other, selection)),
        note=national(card.slug, selection),
    )
    return described(with_benchmarks(figure, in_words=False))


@figure_part("Boroughs month by month")
def month_by_month_figure(card: Metric, selection: Selection) -> Figure:
    """Give every borough's months on one scale, the consortium behind each."""
    return described(
        Figure(
            metric=card,
            rows=compare_data.month_by_month(card.slug, selection),
            chart=multiples,
            selection=selection,
            title=insight.unusual(card, headlines.everyone(card.slug, selection)),
            note="" if card.is_total else ONE_SCALE,
        )
    )


@figure_part("Two periods")
def two_periods_figure(card: Metric, then: When, selection: Selection) -> Figure:
    """Give the period chosen beside an earlier one, borough by borough."""
    pairs = compare_data.pairs(card.slug, selection, then)
    before = compare_data.named(card.slug, selection, then)
    found = insight.changes(card, pairs, claims.change_ways(card.slug, selection, then))
    words = {who: insight.in_words(each) for who, each in found.items()}
    now, earlier = (of_boroughs(card, frame) for frame in compare_data.both_periods(pairs, words))
    return described(
        Figure(
            metric=card,
            rows=now,
            chart=paired_bars,
            selection=selection,
            title=insight.changed(found, before),
            options={"before": earlier, "earlier": f"{before[:1].upper()}{before[1:]}"},
        )
    )
