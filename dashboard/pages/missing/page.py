"""Is it getting better, and for whom?"""

from collections.abc import Sequence

from dashboard.figure import Ask, Part
from dashboard.filters.fields import COHORTS, EVERY
from dashboard.filters.parameters import COHORT
from dashboard.filters.publishable import is_limited
from dashboard.filters.selection import Selection
from dashboard.insights.empty_page import nothing_to_show
from dashboard.insights.local_and_published import local_and_published
from dashboard.page import Page
from dashboard.pages.missing.by_month import by_month_figure
from dashboard.pages.missing.costs import costs_sheet
from dashboard.pages.missing.shares import share_part
from dashboard.pages.missing.week import week_figure
from dashboard.pages.missing.year_before import year_before_figure
from dashboard.pages.missing.young_people import by_age_figure, for_each_figure, often_missing_figure

NATIONAL = ("missing_share", "away_share")
"""The two measures that are published, kept apart as in the return."""


def figures(everyone: Selection, ask: Ask) -> Sequence[Part]:
    """Give incidents by month and beside a year before, who goes missing and when, what it costs, and shares."""
    return [
        *_incidents(everyone, ask),
        *(share_part(slug, everyone) for slug in NATIONAL),
        local_and_published(NATIONAL, everyone, PAGE.title),
    ]


def _incidents(everyone: Selection, ask: Ask) -> Sequence[Part]:
    selection = _of_cohort(everyone, ask)
    if nothing := nothing_to_show("incidents", selection):
        return [nothing]
    return [
        by_month_figure(selection),
        year_before_figure(selection, everyone),
        by_age_figure(selection),
        for_each_figure(selection),
        often_missing_figure(selection),
        week_figure(selection),
        costs_sheet(everyone),
    ]


def _of_cohort(selection: Selection, ask: Ask) -> Selection:
    """Ask whose children are counted, and narrow the selection to them; of everyone where the release does not."""
    words = EVERY if is_limited() else ask(COHORT)
    return selection.only(COHORT.key, words) if words in COHORTS else selection


PAGE = Page(
    slug="missing",
    title="Missing from home",
    question="Is it getting better, and for whom?",
    section="Children",
    figures=figures,
    is_in_events=True,
)
