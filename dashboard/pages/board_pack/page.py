"""What goes to the board?"""

from functools import partial

from dashboard.data.empty_result import is_empty
from dashboard.data.headlines import HEADLINES
from dashboard.exports.pack.plan import Plans
from dashboard.faults import quietly
from dashboard.page import Page
from dashboard.pages.board_pack.download import offer
from dashboard.pages.board_pack.form import choose, may_make
from dashboard.pages.board_pack.history import made
from dashboard.panels.empty_state import empty
from dashboard.panels.page_header import page_head

TITLE = "Board pack"
QUESTION = "What goes to the board, on paper, on screen or in a workbook?"


def page(plans: Plans) -> Page:
    """Give the page of packs that hold what is planned of each theme."""
    return Page(slug="pack", title=TITLE, question=QUESTION, draw=partial(_draw, plans))


def _draw(plans: Plans) -> None:
    """Let a reader choose what a board pack holds, make it and take it away; and list the packs made."""
    selection, slug = page_head(TITLE, QUESTION), HEADLINES[0].slug
    if not may_make():
        return
    settings = choose(selection)
    if quietly("Whether there is anything to show", lambda: is_empty(slug, selection), otherwise=False):
        empty(slug, selection)
    elif settings:
        offer(settings, plans)
    made(plans)
