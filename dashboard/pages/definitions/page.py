"""What does every figure mean?"""

from dashboard.page import Page
from dashboard.pages.definitions.cards import definitions
from dashboard.panels.page_header import page_head


def draw() -> None:
    """Draw every measure's card, by theme, to search."""
    page_head(PAGE.title, PAGE.question)
    definitions()


PAGE = Page(
    slug="definitions",
    title="Definitions",
    question="What does every figure mean, and where does it come from?",
    section="Data",
    draw=draw,
)
