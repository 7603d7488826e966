"""How far from home do children live?"""

from collections.abc import Sequence

from dashboard.charts.trend import trend
from dashboard.data.comparisons import compared, trend_of
from dashboard.data.figures import metric
from dashboard.figure import Ask, Figure, Part, figure_part
from dashboard.filters.parameters import FAR
from dashboard.filters.selection import Selection
from dashboard.insights.boroughs import borough_funnel
from dashboard.insights.description import described, with_benchmarks
from dashboard.insights.local_and_published import local_and_published
from dashboard.insights.sentences import over_time
from dashboard.page import Page
from dashboard.pages.out_of_area.distances import distances_figure
from dashboard.pages.out_of_area.exchange import exchange_figure
from dashboard.pages.out_of_area.reasons import reasons_figure
from dashboard.pages.out_of_area.where import flows_figure, hosts_figure

NATIONAL = ("outside_borough", *FAR.meanings)
"""The measures that are published."""


def figures(selection: Selection, ask: Ask) -> Sequence[Part]:
    """Give where children live, how far from home, why, and what the boroughs exchange."""
    return [
        hosts_figure(selection),
        flows_figure(selection),
        over_time_figure("outside_borough", selection),
        over_time_figure("outside_london", selection),
        far_figure(selection, ask),
        far_by_borough_figure(selection, ask),
        by_borough_figure("outside_borough", selection),
        by_borough_figure("location_not_known", selection),
        distances_figure(selection),
        reasons_figure(selection),
        exchange_figure(selection),
        local_and_published(NATIONAL, selection, PAGE.title),
    ]


@figure_part("Children placed outside, by month")
def over_time_figure(slug: str, selection: Selection) -> Figure:
    """Give a measure of distance by month."""
    return _over_time(slug, selection)


@figure_part("Children far from home, by month", asks=True)
def far_figure(selection: Selection, ask: Ask) -> Figure:
    """Give by month the measure of children far from home that the reader chooses."""
    return _over_time(FAR.meaning(ask(FAR)), selection)


def _over_time(slug: str, selection: Selection) -> Figure:
    figure = Figure(
        metric=metric(slug),
        rows=compared(slug, selection, ("month",)),
        chart=trend,
        selection=selection,
        title=over_time(metric(slug), selection.name, trend_of(slug, selection)),
    )
    return described(with_benchmarks(figure))


@figure_part("Boroughs against chance")
def by_borough_figure(slug: str, selection: Selection) -> Figure:
    """Give the boroughs on a funnel."""
    return borough_funnel(slug, selection)


@figure_part("Boroughs against chance")
def far_by_borough_figure(selection: Selection, ask: Ask) -> Figure:
    """Give the boroughs by the measure of children far from home that the reader chose."""
    return borough_funnel(FAR.meaning(ask.answer(FAR)), selection)


PAGE = Page(
    slug="out-of-area",
    title="Out of area",
    question="How far from home do children live?",
    section="Children",
    figures=figures,
    is_in_events=True,
)
