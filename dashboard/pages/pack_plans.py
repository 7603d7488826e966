"""What a board pack holds of each theme: figures of the pages, and measures by borough."""

from typing import Final

from dashboard.exports.pack.plan import Plan, Plans
from dashboard.figure import Part
from dashboard.filters.selection import Selection
from dashboard.insights.assessed_needs import needs_note
from dashboard.insights.boroughs import measure_by_borough, measure_by_month
from dashboard.insights.known_prices import prices_note
from dashboard.insights.recording import CAUTION
from dashboard.pages.cost.spend import change_figure, spend_figure
from dashboard.pages.missing.by_month import by_month_figure
from dashboard.pages.placement_mix.by_borough import group_figure
from dashboard.pages.placement_mix.over_time import by_type_figure
from metrics import Theme


def _children(selection: Selection) -> tuple[Part, ...]:
    return (
        measure_by_month("rate_per_10000", selection),
        measure_by_borough("three_or_more_placements", selection),
    )


def _mix(selection: Selection) -> tuple[Part, ...]:
    return by_type_figure(selection), group_figure(selection)


def _out_of_area(selection: Selection) -> tuple[Part, ...]:
    return measure_by_month("outside_borough", selection), measure_by_borough("over_20_miles_lait", selection)


def _needs(selection: Selection) -> tuple[Part, ...]:
    return measure_by_month("weighted_need", selection), measure_by_borough("high_need_share", selection)


def _missing(selection: Selection) -> tuple[Part, ...]:
    return by_month_figure(selection), measure_by_borough("missing_share", selection)


def _cost(selection: Selection) -> tuple[Part, ...]:
    return spend_figure(selection, ""), change_figure(selection, ""), measure_by_borough("weekly_cost", selection)


PACK_PLANS: Final[Plans] = {
    Theme.CHILDREN: Plan(
        figures=_children,
        measures=(
            "children_looked_after",
            "rate_per_10000",
            "started",
            "three_or_more_placements",
            "long_term_stability",
        ),
    ),
    Theme.PLACEMENT_MIX: Plan(
        figures=_mix,
        measures=("in_house_foster", "ifa", "secure_and_childrens_homes", "supported_accommodation", "emergency_share"),
    ),
    Theme.OUT_OF_AREA: Plan(
        figures=_out_of_area,
        measures=("outside_borough", "outside_london", "over_20_miles_lait", "distance_median", "location_not_known"),
    ),
    Theme.NEEDS: Plan(
        figures=_needs,
        measures=("assessed_share", "weighted_need", "high_need_share", "need_change", "ehc_plan_share"),
        rests_on=lambda selection: (needs_note(selection),),
    ),
    Theme.MISSING: Plan(
        figures=_missing,
        measures=("incidents", "young_people_missing", "repeat_runners", "missing_share", "away_share"),
        rests_on=lambda _: (CAUTION,),
    ),
    Theme.COST: Plan(
        figures=_cost,
        measures=("weekly_cost", "annualised_spend", "spend_out_of_area", "unit_cost_children", "cost_coverage"),
        rests_on=lambda selection: (prices_note(selection),),
    ),
}
"""Each theme's plan. A figure that has nothing to show, for want of a file or of children, leaves its place out."""
