"""How do the boroughs compare on one measure?"""

from dashboard import panels
from dashboard.data import compare_page
from dashboard.panels import compare_figures


def render() -> None:
    """Show one measure for every borough: against chance, the rest, over time, an earlier period, and as a table."""
    chosen = panels.page("Compare", "How do the boroughs compare on one measure, size and chance allowed for?")
    metric = panels.measure()
    then = panels.against(metric.slug, chosen)
    chosen = compare_page.with_benchmarks(metric.slug, chosen)
    if compare_figures.is_emptied(metric.slug, chosen):
        panels.empty(metric.slug, chosen)
        return
    with panels.grid():
        compare_figures.against_chance(metric, chosen)
        compare_figures.beside_the_rest(metric, chosen)
        compare_figures.month_by_month(metric, chosen)
        compare_figures.two_periods(metric, then, chosen)
    panels.every_borough(metric, then, chosen)
    panels.local_and_published([metric.slug], chosen, "Compare")
