"""How much did we do, how well, and is anyone better off: the measures that answer, theme by theme."""

from dataclasses import dataclass
from typing import Final

from dashboard.data.comparisons import Estimate, over_a_year
from dashboard.data.figures import metric
from dashboard.filters.selection import Selection
from metrics import Metric, Theme

ASKED: Final = ("How much did we do?", "How well did we do it?", "Is anyone better off?")
"""Friedman's three questions (Outcomes-Based Accountability)."""

ANSWERS: Final[dict[Theme, tuple[tuple[str, ...], ...]]] = {
    Theme.CHILDREN: (
        ("children_looked_after", "started", "ceased"),
        ("assessed_share", "emergency_share", "outside_borough"),
        ("long_term_stability", "three_or_more_placements", "need_improved_share"),
    ),
    Theme.PLACEMENT_MIX: (
        ("children_looked_after", "started"),
        ("in_house_foster", "ifa", "emergency_share"),
        ("foster", "long_term_stability", "three_or_more_placements"),
    ),
    Theme.OUT_OF_AREA: (
        ("children_looked_after", "started"),
        ("outside_borough", "over_20_miles_lait", "location_not_known"),
        ("long_term_stability", "three_or_more_placements", "missing_share"),
    ),
    Theme.NEEDS: (
        ("children_looked_after", "weighted_need"),
        ("assessed_share", "sdq_coverage"),
        ("need_improved_share", "need_change", "sdq_concern"),
    ),
    Theme.MISSING: (
        ("incidents", "young_people_missing"),
        ("missing_total_cost", "incidents_per_young_person"),
        ("missing_share", "repeat_runners"),
    ),
    Theme.COST: (
        ("children_looked_after", "annualised_spend"),
        ("weekly_cost", "levelling_to_median", "cost_coverage"),
        ("need_improved_share", "long_term_stability", "three_or_more_placements"),
    ),
}
"""Each theme's measures, question by question: counts first, then how it was done, then what became of the children."""


@dataclass(frozen=True)
class Answer:
    """One measure of the focus over the period, and the same a year before."""

    metric: Metric
    now: Estimate
    before: Estimate


def answered_by(theme: Theme) -> dict[str, tuple[str, ...]]:
    """Give the measures that answer each question; none of a theme that has none declared."""
    return dict(zip(ASKED, ANSWERS.get(theme, ()), strict=False))


def answer(slug: str, chosen: Selection) -> Answer:
    """Give the answer of one measure."""
    return Answer(metric(slug), *over_a_year(slug, chosen))
