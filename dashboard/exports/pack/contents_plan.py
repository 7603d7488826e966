"""What a pack says of each theme: its findings, and the measures of its table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from dashboard import data
from dashboard.charts.bars import bars
from dashboard.charts.control_chart import process
from dashboard.charts.part_lines import lines
from dashboard.charts.stacked_areas import areas
from dashboard.charts.stacked_bars import stacked
from dashboard.charts.trend import trend
from dashboard.charts.waterfall import bridge
from dashboard.data import detail_level, missing, spending
from dashboard.data import placement_mix as mix
from dashboard.data.claims import change_way
from dashboard.data.spending import GROUPS
from dashboard.exports.pack.figures import Drawn, by_borough, by_month, shown
from dashboard.exports.pack.settings import Settings
from dashboard.insights import cost as on_cost
from dashboard.insights import missing as on_missing
from dashboard.insights import placement_mix as on_mix
from metrics import Theme

Making = Callable[[Settings], Drawn]


@dataclass(frozen=True)
class Plan:
    """The findings of a theme in their order, and the measures of its table."""

    findings: tuple[Making, ...]
    measures: tuple[str, ...]


def types_by_month(settings: Settings) -> Drawn:
    """Give the placement types that commissioning moves children between, month by month."""
    chosen, part = settings.chosen, "placement_type"
    rows = mix.by_month(chosen, part, mix.LINES)
    title = on_mix.changed(data.metric(mix.SLUG), rows, part, mix.LINES, mix.REGISTERED)
    options: dict[str, Any] = {"part": part, "kept": mix.LINES, "breaks": mix.BREAKS}
    return _of_parts(mix.SLUG, rows, lines, "line", title, options, mix.span(chosen))


def groups_by_borough(settings: Settings) -> Drawn:
    """Give each borough's mix of placements, and the consortium's last."""
    part, kept = "placement_group", detail_level.kept("placement_group", mix.GROUPS)
    rows = shown(mix.boroughs(settings.chosen, part), settings)
    title = on_mix.apart(data.metric(mix.SLUG), rows, part, kept, settings.chosen.focus)
    return _of_parts(mix.SLUG, rows, stacked, "stacked", title, {"part": part, "kept": kept})


def spend_by_month(settings: Settings) -> Drawn:
    """Give spend by month in four groups."""
    chosen, part = settings.chosen, "placement_group"
    change = data.change("spend_change", chosen)
    title = on_cost.spent(data.one("spend", chosen), change, change_way("spend", chosen))
    options = {"part": part, "kept": detail_level.kept(part, GROUPS)}
    return _of_parts("spend", spending.by_month(chosen), areas, "stacked", title, options)


def change_in_spend(settings: Settings) -> Drawn:
    """Give what moved spend since the year before."""
    parts = spending.change(settings.chosen)
    found = spending.drivers(settings.chosen)
    title = on_cost.why(parts, spending.WHOLE, found)
    return Drawn("change_in_spend", parts, bridge, "bar", title, on_cost.how_sure(found))


def incidents_by_month(settings: Settings) -> Drawn:
    """Give incidents by month with the limits of usual variation."""
    chosen = settings.chosen
    rows = missing.months(chosen)
    title, note = on_missing.over_months(chosen.name, rows), on_missing.signals(rows)
    options = (("breaks", missing.new_services(chosen)),)
    return Drawn("incidents", rows, process, "line", title, note, options=options)


def _of_parts(
    slug: str, rows: Any, draw: Any, kind: Any, title: str, options: Mapping[str, Any], when: Any = None
) -> Drawn:
    part = str(options["part"])
    return Drawn(slug, rows, draw, kind, title, when=when, dimension=part, options=tuple(options.items()))


def _months(slug: str) -> Making:
    return partial(by_month, slug, trend)


def _boroughs(slug: str) -> Making:
    return partial(by_borough, slug, bars)


PLANS: Final[Mapping[Theme, Plan]] = {
    Theme.CHILDREN: Plan(
        (_months("rate_per_10000"), _boroughs("three_or_more_placements")),
        ("children_looked_after", "rate_per_10000", "started", "three_or_more_placements", "long_term_stability"),
    ),
    Theme.PLACEMENT_MIX: Plan(
        (types_by_month, groups_by_borough),
        ("in_house_foster", "ifa", "secure_and_childrens_homes", "supported_accommodation", "emergency_share"),
    ),
    Theme.OUT_OF_AREA: Plan(
        (_months("outside_borough"), _boroughs("over_20_miles_lait")),
        ("outside_borough", "outside_london", "over_20_miles_lait", "distance_median", "location_not_known"),
    ),
    Theme.NEEDS: Plan(
        (_months("weighted_need"), _boroughs("high_need_share")),
        ("assessed_share", "weighted_need", "high_need_share", "need_change", "ehc_plan_share"),
    ),
    Theme.MISSING: Plan(
        (incidents_by_month, _boroughs("missing_share")),
        ("incidents", "young_people_missing", "repeat_runners", "missing_share", "away_share"),
    ),
    Theme.COST: Plan(
        (spend_by_month, change_in_spend, _boroughs("weekly_cost")),
        ("weekly_cost", "annualised_spend", "spend_out_of_area", "unit_cost_children", "cost_coverage"),
    ),
}
"""Each theme's plan. A share that no interval can be given, or a measure that is not loaded, leaves its place out."""
