"""How do the boroughs compare on one measure?"""

from dashboard import data, panels
from dashboard.charts.bars import bars
from dashboard.charts.funnel import funnel
from dashboard.charts.multiples import multiples
from dashboard.charts.pairs import pairs as both_years
from dashboard.charts.trend import trend
from dashboard.data import compare, headlines
from dashboard.findings import compare as finding

NOTE = "Inside the inner shading (95%) a borough differs by no more than chance would give; the outer is 99.8%."


def render() -> None:
    """Show one measure for every borough: against chance, over time, against the year before, and as a table."""
    chosen = panels.page("Compare", "How do the boroughs compare on one measure, size and chance allowed for?")
    metric = panels.measure()
    slug, now = metric.slug, data.by_borough(metric.slug, chosen)
    if compare.is_bare(now) and chosen.kept:
        panels.empty(slug, chosen)
        return
    whole, pairs = data.consortium(slug, chosen), headlines.pairs(slug, chosen)
    found = finding.changes(metric, pairs)
    apart, unusual = finding.apart(metric, now, whole), finding.unusual(metric, headlines.everyone(slug, chosen))
    beside = finding.beside(metric, headlines.now(slug, chosen), headlines.held_against(slug, chosen))
    with panels.grid():
        if compare.has_funnel(metric):
            panels.panel(
                slug, now, funnel, chosen, title=apart, note=NOTE, pick="borough", benchmarked=True, centre=whole.value
            )
        else:
            rows = compare.of_boroughs(metric, now)
            panels.panel(slug, rows, bars, chosen, title=apart, pick="borough", benchmarked=True)
        place, months = panels.national(slug, chosen), compare.over_time(slug, chosen)
        panels.panel(slug, months, trend, chosen, title=beside, note=place, benchmarked=True)
        panels.panel(slug, compare.month_by_month(slug, chosen), multiples, chosen, title=unusual)
        words = {who: finding.in_words(each) for who, each in found.items()}
        this_year, before = (compare.of_boroughs(metric, both) for both in compare.both_years(pairs, words))
        panels.panel(slug, this_year, both_years, chosen, title=finding.changed(found), before=before)
    panels.every_borough(metric, pairs, chosen)
    panels.local_and_published([slug], chosen, "Compare")
