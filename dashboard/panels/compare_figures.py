"""One measure of every borough, four ways: against chance, the rest, itself over time, and an earlier period."""

from typing import Final

from dashboard import data
from dashboard.charts.bars import bars
from dashboard.charts.funnel import funnel
from dashboard.charts.paired_bars import pairs as two_bars
from dashboard.charts.small_multiples import multiples
from dashboard.charts.trend import trend
from dashboard.data import benchmarks, claims, compare_page, headlines
from dashboard.filters.selection import Selection
from dashboard.insights import compare as finding
from dashboard.panels.page_part import part, quietly
from dashboard.panels.panel import panel
from dashboard.panels.published_figures import national
from metrics import Metric, When

INSIDE: Final = (
    "Inside the inner shading (95%) a borough differs by no more than chance would give; the outer is 99.8%."
)
EXPECTED: Final = "Ring: what to expect of so few children, drawn towards all boroughs."
ONE_SCALE: Final = "All on one scale; the thin line is the consortium."


def is_emptied(slug: str, chosen: Selection) -> bool:
    """Say whether filters leave nobody; where that cannot be told, each panel says so for itself."""

    def ask() -> bool:
        return bool(chosen.kept) and compare_page.is_bare(data.by_borough(slug, chosen))

    return quietly("Whether there is anything to compare", ask, otherwise=False)


@part("Boroughs against chance")
def against_chance(metric: Metric, chosen: Selection) -> None:
    """Show the boroughs on a funnel; as bars where their size alone does not say what chance may do."""
    now = data.by_borough(metric.slug, chosen)
    whole = data.consortium(metric.slug, chosen)
    title = finding.apart(metric, now, whole, claims.apart_ways(metric.slug, chosen))
    if compare_page.has_funnel(metric):
        expected = compare_page.expected(metric.slug, chosen)
        panel(
            metric.slug,
            now,
            funnel,
            chosen,
            title=title,
            note=f"{INSIDE} {EXPECTED}" if expected else INSIDE,
            pick="borough",
            benchmarked=True,
            centre=whole.value,
            expected=expected,
        )
        return
    rows = compare_page.of_boroughs(metric, now)
    panel(metric.slug, rows, bars, chosen, title=title, pick="borough", benchmarked=True)


@part("The focus beside the rest")
def beside_the_rest(metric: Metric, chosen: Selection) -> None:
    """Show the focus beside the rest over the months, and say where it stands in England.

    What was published is in words beside the boroughs already.
    """
    slug = metric.slug
    mine, other = headlines.beside(slug, chosen)
    title = finding.beside(metric, mine, other, claims.way_beside(slug, other, chosen))
    place, months = national(slug, chosen), benchmarks.joined(slug, compare_page.over_time(slug, chosen), chosen)
    panel(slug, months, trend, chosen, title=title, note=place)


@part("Boroughs month by month")
def month_by_month(metric: Metric, chosen: Selection) -> None:
    """Show every borough's months on one scale, the consortium behind each."""
    title = finding.unusual(metric, headlines.everyone(metric.slug, chosen))
    months = compare_page.month_by_month(metric.slug, chosen)
    note = "" if compare_page.is_total(metric) else ONE_SCALE
    panel(metric.slug, months, multiples, chosen, title=title, note=note)


@part("Two periods")
def two_periods(metric: Metric, then: When, chosen: Selection) -> None:
    """Show the period chosen beside an earlier one, borough by borough."""
    pairs, before = compare_page.pairs(metric.slug, chosen, then), compare_page.named(metric.slug, chosen, then)
    found = finding.changes(metric, pairs, claims.change_ways(metric.slug, chosen, then))
    words = {who: finding.in_words(each) for who, each in found.items()}
    now, earlier_ones = (compare_page.of_boroughs(metric, frame) for frame in compare_page.both_periods(pairs, words))
    title, earlier = finding.changed(found, before), f"{before[:1].upper()}{before[1:]}"
    panel(metric.slug, now, two_bars, chosen, title=title, before=earlier_ones, earlier=earlier)
