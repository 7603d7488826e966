"""The fixed lattice: every question that the board and event releases answer, by whatever way in it comes.

A borough by one coarse dimension, the consortium by one or by a declared pair, each borough, all of them, and the
rest beside one; at month ends and for twelve months to a month's end. The list is part of the published method
(docs/disclosure.md): whoever changes it raises `VERSION` and writes down what changed.
"""

from datetime import timedelta
from typing import Final

from metrics.card import Metric, Release, Statistic
from metrics.engine.query import Question
from metrics.periods import STEPS, When

VERSION: Final = 2

COARSE: Final = {
    "placement_type": "broad_type",
    "placement_group": "broad_group",
    "provider_sector": "broad_sector",
    "nearness": "broad_nearness",
    "host_region": "broad_nearness",
    "host_authority": "broad_nearness",
    "distance_step": "distance_band",
    "age": "age_band",
    "hour": "part_of_day",
}
"""Fine dimensions, and the coarse one that is answered in the place of each."""

OF_CHILDREN: Final = (
    "broad_group",
    "broad_type",
    "broad_sector",
    "broad_nearness",
    "distance_band",
    "sourcing",
    "arrangement",
    "age_band",
    "sex",
    "is_uasc",
    "has_ehc_plan",
    "category_of_need",
    "need_level",
)
"""Coarse dimensions that tell every child looked after apart."""

DIMENSIONS: Final = frozenset(
    {
        *OF_CHILDREN,
        "is_out_of_area",
        "distance_reason",
        "sdq_band",
        "indicator",
        "domain",
        "cohort",
        "part_of_day",
        "weekday",
        "component",
    }
)
"""Coarse dimensions: a borough, or the consortium, may be cut by one of them."""

PAIRS: Final = frozenset(
    {
        frozenset({"age_band", "broad_group"}),
        frozenset({"age_band", "broad_type"}),
        frozenset({"age_band", "indicator"}),
        frozenset({"broad_group", "indicator"}),
        frozenset({"part_of_day", "weekday"}),
    }
)
"""Two at once, of the whole consortium alone."""

MONTHLY: Final = {"incidents": False, "started": False, "ceased": False, "spend": True, "weekly_cost": True}
"""Flows that are answered month by month too, and whether they may be cut by something else then."""

LEAST_CUT: Final = 60
"""Children looked after whom a borough needs to be cut by anything: of fewer, nearly every part is small."""

OWN_COHORTS: Final = 3
"""A borough's own young people, of the four cohorts: all but other authorities' children."""


class NotInReleaseError(ValueError):
    """A question that a release does not answer, in words that say which the nearest is that it does."""


def why_not(question: Question, boroughs: int) -> str | None:
    """Say why a release does not answer a question; None where it does. `boroughs` is how many there are."""
    return _outside(question) or _too_many(question) or _not_kept(question, boroughs) or _not_then(question)


def is_told(name: str, release: Release) -> bool:
    """Say whether a release tells a dimension's values: of what it does not answer it names none either."""
    return release is Release.WORKING or name == "borough" or name in DIMENSIONS


def nearest(name: str) -> str:
    """Give the dimension that is answered in the place of another; itself where it is answered."""
    return COARSE.get(name, name)


def cuts(question: Question) -> frozenset[str]:
    """Give what a question cuts its children by, besides time and borough."""
    return frozenset(name for name in question.wanted if name not in STEPS and name != "borough")


def _outside(question: Question) -> str | None:
    for name in sorted(cuts(question) - DIMENSIONS):
        instead = f" Nearest: by {COARSE[name]}." if name in COARSE else ""
        return f"Not in this release: figures by {name}.{instead}"
    return None


def _too_many(question: Question) -> str | None:
    """One cut of a borough and one of the consortium, or a declared pair; what a share is a share of counts as one."""
    cut, own = cuts(question), _own_cut(question.metric, cuts(question))
    if len(cut) + own <= 1 or (cut in PAIRS and not own and "borough" not in question.wanted):
        return None
    if "borough" in question.wanted:
        return (
            "Not in this release: a borough cut twice. Nearest: the borough by one of them, or all boroughs together."
        )
    return "Not in this release: this cut by that. Nearest: all boroughs together by one of them."


def _own_cut(metric: Metric, cut: frozenset[str]) -> int:
    """Give 1 for a share of children, which tells those of whom something is so apart from the others, else zero.

    A share of a whole that a dimension parts, and a need by its indicator, tell no more than the dimension does.
    """
    is_by_itself = bool(metric.parts) or "indicator" in cut
    return int(metric.statistic is Statistic.SHARE and not is_by_itself)


def _not_kept(question: Question, boroughs: int) -> str | None:
    for name, values in question.where.items():
        if len(set(values)) not in _allowed(name, boroughs):
            return "Not in this release: several values of a filter at once. Nearest: one value, or all."
    return None


def _allowed(name: str, boroughs: int) -> set[int]:
    """One value; of boroughs all but one too, which is the rest beside the one, and the own cohorts together."""
    return {"borough": {1, boroughs - 1, boroughs}, "cohort": {1, OWN_COHORTS}}.get(name, {1})


def _not_then(question: Question) -> str | None:
    """Periods: month ends; twelve months to a month's end, by themselves or as return years; months where declared."""
    if not _is_of_months(question.when):
        return "Not in this release: part of a month. Nearest: to the month's end."
    metric, step = question.metric, question.step
    if metric.is_at_date or metric.window_is_year:
        return None
    if (step is None and question.when == When.year_to(question.when.end)) or (
        step == "year" and _is_of_return_years(question.when)
    ):
        return None
    if step == "month" and metric.slug in MONTHLY and (MONTHLY[metric.slug] or not cuts(question)):
        return None
    return "Not in this release: any other period. Nearest: the twelve months to a month's end."


def _is_of_months(when: When) -> bool:
    """Say whether it starts on a month's first day and ends on a month's last."""
    return when.start.day == 1 and (when.end + timedelta(days=1)).day == 1


def _is_of_return_years(when: When) -> bool:
    return (when.start.month, when.end.month) == (4, 3)
