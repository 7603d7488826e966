"""Where do children live?"""

from collections.abc import Sequence

from dashboard.figure import Ask, Part
from dashboard.filters.selection import Selection
from dashboard.insights.local_and_published import local_and_published
from dashboard.page import Page
from dashboard.pages.placement_mix.by_age import by_age_figure
from dashboard.pages.placement_mix.by_borough import TOLD, borough_figures
from dashboard.pages.placement_mix.over_time import by_group_figure, by_type_figure


def figures(selection: Selection, _: Ask) -> Sequence[Part]:
    """Give the mix by month, by borough, by how it is bought, and by age."""
    return [
        by_group_figure(selection),
        by_type_figure(selection),
        *borough_figures(selection),
        by_age_figure(selection),
        local_and_published(TOLD, selection, PAGE.title),
    ]


PAGE = Page(
    slug="placement-mix",
    title="Placement mix",
    question="Where do children live, with whom, and how was it bought?",
    section="Children",
    figures=figures,
    is_in_events=True,
)
