"""What do we pay, and why?"""

from collections.abc import Sequence

from dashboard.figure import Ask, Figure, Part, figure_part
from dashboard.filters.selection import Selection
from dashboard.insights.against_need import against_need_figure
from dashboard.insights.boroughs import borough_bars
from dashboard.insights.known_prices import prices_note
from dashboard.insights.local_and_published import local_and_published
from dashboard.page import Page
from dashboard.pages.cost.by_type import by_type_figure
from dashboard.pages.cost.funders import funders_figure
from dashboard.pages.cost.like_for_like import like_for_like_figure
from dashboard.pages.cost.spend import change_figure, spend_figure
from dashboard.pages.cost.unit_costs import UNIT_COSTS, unit_costs_figure


def figures(selection: Selection, ask: Ask) -> Sequence[Part]:
    """Give spend and what moved it, prices by type, between boroughs and against need, who pays, and where."""
    note = prices_note(selection)
    return [
        spend_figure(selection, note),
        change_figure(selection, note),
        by_type_figure(selection, note),
        like_for_like_figure(selection, note),
        against_need_figure(selection, note, ask),
        outside_figure(selection, note),
        funders_figure(selection, note),
        unit_costs_figure(selection, note),
        price_coverage_figure(selection, note),
        local_and_published(list(UNIT_COSTS), selection, PAGE.title),
    ]


@figure_part("Spend outside the borough")
def outside_figure(selection: Selection, note: str) -> Figure:
    """Give the share of spend that goes outside the borough, by borough."""
    return borough_bars("spend_out_of_area", selection, note)


@figure_part("Known prices")
def price_coverage_figure(selection: Selection, note: str) -> Figure:
    """Give for how many children the price is known, by borough."""
    return borough_bars("cost_coverage", selection, note)


PAGE = Page(
    slug="cost", title="Cost", question="What do we pay, and why?", section="Money", figures=figures, is_in_events=True
)
