"""What comes if nothing changes, and is what we do beating it?"""

from dataclasses import replace

from dashboard.data.figures import metric
from dashboard.data.headlines import HEADLINES
from dashboard.data.measure_names import measures, words
from dashboard.filters.parameters import MEASURE
from dashboard.page import Page
from dashboard.pages.curve.actions import actions
from dashboard.pages.curve.history import history
from dashboard.pages.curve.questions import questions
from dashboard.pages.curve.story import story
from dashboard.pages.curve.target import target
from dashboard.pages.curve.versions import versions
from dashboard.panels.page_header import grid, page_head
from dashboard.panels.questions import OnScreen


def draw() -> None:
    """Draw a measure's history and forecast, its target, its story, what is done, and the three questions."""
    selection, slugs = page_head(PAGE.title, PAGE.question), measures()
    card = metric(slugs[OnScreen()(MEASURE, list(slugs), words(HEADLINES[0].judge))])
    everyone = replace(selection, kept=())
    found = history(card.slug, everyone, is_narrowed=selection != everyone)
    with grid():
        if found:
            target(found, everyone)
        story(card.slug, everyone)
    actions(card.slug, everyone)
    questions(card, everyone)
    versions(card, everyone)


PAGE = Page(
    slug="curve",
    title="Turning the curve",
    question="What comes if nothing changes, and does what we do beat that?",
    draw=draw,
)
