"""What do children need, and is it met?"""

from collections.abc import Sequence

from dashboard.figure import Ask, Figure, Part, figure_part
from dashboard.filters.parameters import NEEDS_AS
from dashboard.filters.selection import Selection
from dashboard.insights.against_need import against_need_figure
from dashboard.insights.assessed_needs import needs_note
from dashboard.insights.boroughs import borough_bars
from dashboard.insights.empty_page import nothing_to_show
from dashboard.insights.local_and_published import local_and_published
from dashboard.page import Page
from dashboard.pages.needs.by_age import by_age_figure
from dashboard.pages.needs.change import by_provider_figure, by_type_figure
from dashboard.pages.needs.characteristics import characteristics_sheet
from dashboard.pages.needs.children import children_figure
from dashboard.pages.needs.indicators import indicators_figure
from dashboard.pages.needs.strengths import strengths_figure

NATIONAL = ("sdq_mean", "uasc_share", "disability_share")
"""Measures that are published too."""


def figures(selection: Selection, ask: Ask) -> Sequence[Part]:
    """Give needs by placement type and age, how they change, what they cost, and who the children are."""
    if nothing := nothing_to_show("children_looked_after", selection):
        return [nothing]
    note, slug = needs_note(selection), NEEDS_AS.meaning(ask(NEEDS_AS))
    return [
        indicators_figure(slug, selection, "placement_type", note),
        indicators_figure(slug, selection, "age_band", note),
        by_age_figure(selection, note),
        by_type_figure(selection, note),
        by_provider_figure(selection, note),
        against_need_figure(selection, note, ask),
        strengths_figure(selection),
        characteristics_sheet(selection),
        children_figure(selection, ask),
        assessed_figure(selection),
        local_and_published(NATIONAL, selection, PAGE.title),
    ]


@figure_part("Assessed children")
def assessed_figure(selection: Selection) -> Figure:
    """Give for how many children needs are assessed, by borough."""
    return borough_bars("assessed_share", selection)


PAGE = Page(
    slug="needs",
    title="Needs profiles",
    question="What do children need, and is it met?",
    section="Children",
    figures=figures,
    is_in_events=True,
)
