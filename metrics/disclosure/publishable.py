"""Which questions a release answers: few enough ways of cutting that changes cannot be averaged away.

With filters that may be combined at will, somebody can come at the same few children in a hundred ways and take
the mean. So beyond the working release a figure is cut three ways at most, each filter keeps one value, and
figures over a period are of a whole year to a month's end, or month by month.
"""

from datetime import timedelta
from typing import Final

from metrics.disclosure.rules import Rule
from metrics.question import Question
from metrics.when import STEPS, When

MOST_CUTS: Final = 3
"""Dimensions, besides time, that a figure is grouped and filtered by at most."""


def why_not(question: Question, rule: Rule, boroughs: int) -> str | None:
    """Say why the release does not answer the question; None where it does. `boroughs` is how many there are."""
    cuts = {name for name in question.wanted if name not in STEPS}
    if not rule.names_providers and "provider" in cuts:
        return "Providers are not told apart in this release."
    if len(cuts) > MOST_CUTS:
        return f"This release cuts a figure by {MOST_CUTS} things at most: take a filter off."
    for name, values in question.where.items():
        if len(values) not in _allowed(name, boroughs):
            return "In this release a filter keeps one value: choose one, or all."
    if not (_is_of_months(question.when) and _is_whole_year(question)):
        return "In this release a figure over time is of the twelve months to a month's end, or month by month."
    return None


def _is_of_months(when: When) -> bool:
    """Whether it starts on a month's first day and ends on a month's last."""
    return when.start.day == 1 and (when.end + timedelta(days=1)).day == 1


def _allowed(name: str, boroughs: int) -> set[int]:
    """One value; of boroughs all but one too, which is the rest beside the one."""
    return {1, boroughs - 1, boroughs} if name == "borough" else {1}


def _is_whole_year(question: Question) -> bool:
    if question.step or question.metric.is_at_date or question.metric.window_is_year:
        return True
    return When.year_to(question.when.end) == question.when
