"""How do the boroughs compare on one measure?"""

from collections.abc import Sequence

from dashboard.charts.number_format import month
from dashboard.data.comparisons import by_borough
from dashboard.data.figures import metric
from dashboard.data.headlines import HEADLINES
from dashboard.data.measure_names import measures, words
from dashboard.faults import quietly
from dashboard.figure import Ask, Part
from dashboard.filters.parameters import AGAINST, MEASURE
from dashboard.filters.selection import Selection
from dashboard.insights.empty_page import nothing_of
from dashboard.insights.local_and_published import local_and_published
from dashboard.page import Page
from dashboard.pages.compare.borough_rows import every_borough_table
from dashboard.pages.compare.charts import (
    against_chance_figure,
    beside_the_rest_figure,
    month_by_month_figure,
    two_periods_figure,
)
from dashboard.pages.compare.compare_data import earlier, is_bare, with_benchmarks
from metrics import Metric, When


def figures(selection: Selection, ask: Ask) -> Sequence[Part]:
    """Give one measure for every borough: against chance, the rest, over time, an earlier period, and as a table."""
    card = asked_measure(ask)
    then = _earlier_period(card, selection, ask)
    chosen = with_benchmarks(card.slug, selection)
    if _is_emptied(card, chosen):
        return [nothing_of(card.slug, chosen)]
    return [
        against_chance_figure(card, chosen),
        beside_the_rest_figure(card, chosen),
        month_by_month_figure(card, chosen),
        two_periods_figure(card, then, chosen),
        every_borough_table(card, then, chosen),
        local_and_published([card.slug], chosen, PAGE.title),
    ]


def asked_measure(ask: Ask) -> Metric:
    """Ask for a measure, grouped by theme; it stands in the address."""
    slugs = measures()
    return metric(slugs[ask(MEASURE, list(slugs), words(HEADLINES[0].judge))])


def _earlier_period(card: Metric, selection: Selection, ask: Ask) -> When:
    """Ask which earlier period the one chosen is compared with: a year before unless the reader says otherwise."""
    spans, default = earlier(card.slug, selection), selection.when.before()
    names = list(dict.fromkeys([month(default.end), *spans]))
    return spans.get(ask(AGAINST, names), default)


def _is_emptied(card: Metric, selection: Selection) -> bool:
    """Say whether filters leave nobody; where that cannot be told, each figure says so for itself."""
    return quietly(
        "Whether there is anything to compare",
        lambda: bool(selection.kept) and is_bare(by_borough(card.slug, selection)),
        otherwise=False,
    )


PAGE = Page(
    slug="compare",
    title="Compare",
    question="How do the boroughs compare on one measure, size and chance allowed for?",
    figures=figures,
    is_in_events=True,
)
