"""How are we doing, and what changed?"""

from collections.abc import Sequence

from dashboard.data.headlines import HEADLINES
from dashboard.figure import Ask, Part
from dashboard.filters.selection import Selection
from dashboard.insights.empty_page import nothing_to_show
from dashboard.page import Page
from dashboard.pages.overview.boroughs import coverage_table, headline_table
from dashboard.pages.overview.cards import headline_board
from dashboard.pages.overview.what_changed import what_changed
from dashboard.panels.board_pack_link import board_pack_link


def figures(selection: Selection, _: Ask) -> Sequence[Part]:
    """Give eight headline measures, what changed in them, how boroughs stand, and what the figures rest on."""
    if nothing := nothing_to_show(HEADLINES[0].slug, selection):
        return [nothing]
    return [headline_board(selection), what_changed(selection), headline_table(selection), coverage_table(selection)]


PAGE = Page(
    slug="overview",
    title="Overview",
    question="How are we doing, and what changed?",
    figures=figures,
    after=board_pack_link,
    is_in_events=True,
)
