"""A page whose filters leave nobody, or that lacks its files, says so in the place of its figures."""

from dashboard.data.empty_result import is_empty
from dashboard.data.figures import metric
from dashboard.faults import quietly
from dashboard.figure import Nothing, Part
from dashboard.filters.selection import Selection


def nothing_to_show(slug: str, selection: Selection) -> Part | None:
    """Give what says that a measure has nothing to show; None where it has, or where that cannot be told."""
    is_bare = quietly("Whether there is anything to show", lambda: is_empty(slug, selection), otherwise=False)
    return nothing_of(slug, selection) if is_bare else None


def nothing_of(slug: str, selection: Selection) -> Part:
    """Give what says that a measure has nothing to show, and why."""
    nothing = Nothing(metric=metric(slug), selection=selection)
    return Part("Why there is nothing to show", lambda: nothing, is_wide=True)
