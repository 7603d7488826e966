"""How do the boroughs compare on one measure?"""

from dashboard import data, panels
from dashboard.data import compare
from dashboard.panels import compared


def render() -> None:
    """Show one measure for every borough: against chance, the rest, over time, an earlier period, and as a table."""
    chosen = panels.page("Compare", "How do the boroughs compare on one measure, size and chance allowed for?")
    metric = panels.measure()
    then = panels.against(metric.slug, chosen)
    chosen = compare.with_benchmarks(metric.slug, chosen)
    now = data.by_borough(metric.slug, chosen)
    if compare.is_bare(now) and chosen.kept:
        panels.empty(metric.slug, chosen)
        return
    pairs, before = compare.pairs(metric.slug, chosen, then), compare.named(metric.slug, chosen, then)
    with panels.grid():
        compared.against_chance(metric, now, chosen)
        compared.beside_the_rest(metric, chosen)
        compared.month_by_month(metric, chosen)
        compared.two_periods(metric, pairs, before, chosen)
    panels.every_borough(metric, pairs, before, chosen)
    panels.local_and_published([metric.slug], chosen, "Compare")
