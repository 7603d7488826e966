"""A page of figures on screen: its head, its questions, and its figures."""

from dashboard.page import Page
from dashboard.panels.figures import show
from dashboard.panels.page_header import page_head
from dashboard.panels.questions import OnScreen


def draw_page(page: Page) -> None:
    """Draw a page: by its own program, or its figures one after the other."""
    if page.figures is None:
        assert page.draw is not None, f"{page.title} has neither figures nor a program of its own."
        page.draw()
        return
    show(page.figures(page_head(page.title, page.question), OnScreen()))
    if page.after:
        page.after()
