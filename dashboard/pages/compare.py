"""How do the boroughs compare on one measure?"""

from dashboard import panels
from dashboard.data import compare
from dashboard.panels import compared


def render() -> None:
    """Show one measure for every borough: against chance, the rest, over time, an earlier period, and as a table."""
    chosen = panels.page("Compare", "How do the boroughs compare on one measure, size and chance allowed for?")
    metric = panels.measure()
    then = panels.against(metric.slug, chosen)
    chosen = compare.with_benchmarks(metric.slug, chosen)
    if compared.is_emptied(metric.slug, chosen):
        panels.empty(metric.slug, chosen)
        return
    with panels.grid():
        compared.against_chance(metric, chosen)
        compared.beside_the_rest(metric, chosen)
        compared.month_by_month(metric, chosen)
        compared.two_periods(metric, then, chosen)
    panels.every_borough(metric, then, chosen)
    panels.local_and_published([metric.slug], chosen, "Compare")
