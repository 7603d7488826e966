"""The shares of children looked after who were missing and who were away, with the ages of all where that is known."""

from dashboard.charts.number_format import written
from dashboard.data.empty_result import is_empty
from dashboard.data.figures import metric
from dashboard.figure import Figure, Nothing, Part
from dashboard.filters.selection import Selection
from dashboard.insights.boroughs import borough_funnel
from dashboard.insights.missing_files import title
from dashboard.insights.recording import CAUTION
from dashboard.pages.missing.age_standardised import with_ages_of_all
from metrics import Unit
from metrics.statistics.standardised_rate import Standardised


def ages_note(name: str, like: Standardised | None, unit: Unit) -> str:
    """Say what a borough's share would be with the ages of all, and its range; nothing where that is not known."""
    if like is None:
        return ""
    value, lower, upper = (written(end, unit) for end in (like.value, like.lower, like.upper))
    return f"With the ages of all boroughs together, {name}'s would be {value} ({lower} to {upper})."


def share_part(slug: str, selection: Selection) -> Part:
    """Give the part of a published share: the boroughs on a funnel, or why there is nothing to show."""
    return Part(metric(slug).title, lambda: _share(slug, selection))


def _share(slug: str, selection: Selection) -> Figure | Nothing:
    if is_empty(slug, selection):
        return Nothing(metric=metric(slug), selection=selection, title=title(metric(slug)))
    ages = ages_note(selection.name, with_ages_of_all(slug, selection), metric(slug).unit)
    return borough_funnel(slug, selection, f"{CAUTION} {ages}".strip())
