"""Spend and weekly cost, shaped for the charts of the page about cost."""

from typing import Final

import polars as pl

from dashboard.charts.look import REST
from dashboard.data.compared import Figure, focused, one
from dashboard.data.figures import figures
from dashboard.data.points import points
from dashboard.filters.selection import Selection
from dashboard.sentences import figure_of

UNIT_COSTS: Final = {
    "unit_cost_children": ("Children looked after", ("Looked after Children Finance", "LACFinance")),
    "unit_cost_fostering": ("Fostering", ("Fostering Finance", "FosteringFinance")),
    "unit_cost_residential": ("Residential", ("Residential Care Finance", "RescareFinance")),
}
"""Local unit costs: the words on screen, and the names that the Local Authority Interactive Tool publishes them by."""

PARTS: Final = {
    "volume": "Volume: more or fewer days",
    "mix": "Mix: dearer or cheaper types",
    "need": "Need: higher or lower",
    "price": "Price: for the same need",
}
"""The parts of a change in spend, in words."""

WHOLE: Final = "Whole change"


def quartiles(chosen: Selection) -> pl.DataFrame:
    """Give the focus's weekly cost by placement type: lower_quartile, value (the median), upper_quartile."""
    by = ("placement_type",)
    ends = [
        focused(f"weekly_cost_{end}", chosen, by).select("placement_type", pl.col("value").alias(end))
        for end in ("lower_quartile", "upper_quartile")
    ]
    middle = focused("weekly_cost_median", chosen, by)
    joined = middle.join(ends[0], on="placement_type", how="left").join(ends[1], on="placement_type", how="left")
    return joined.filter(pl.col("n").is_null() | (pl.col("n") > 0))


def placements(chosen: Selection) -> pl.DataFrame:
    """Give every priced placement: placement_type, series (borough), value. No rows beyond the working release."""
    found = points("weekly_cost_median", ("placement_type", "borough", "weekly_cost"), chosen.where(), chosen.when)
    return found.rename({"borough": "series", "weekly_cost": "value"})


def by_month(chosen: Selection) -> pl.DataFrame:
    """Give the focus's spend by month and placement group."""
    return focused("spend", chosen, ("month", "placement_group"))


def change(chosen: Selection) -> pl.DataFrame:
    """Give the change in spend on the year before by its parts, and the whole last: series, and a figure's columns."""
    parts = focused("change_in_spend", chosen, ("component",))
    named = parts.with_columns(series=pl.col("component").cast(pl.String).replace(PARTS)).drop("component")
    whole = focused("change_in_spend", chosen).with_columns(series=pl.lit(WHOLE))
    return pl.concat([named, whole.select(named.columns)]) if named.height else named


def unit_costs(chosen: Selection) -> pl.DataFrame:
    """Give local unit costs, the rest's and, where loaded, the latest published: label, series, a figure's columns."""
    other = REST if chosen.focus else None
    local = [
        figure.select(pl.lit(label).alias("label"), pl.lit(name).alias("series"), pl.exclude("label", "series"))
        for slug, (label, _) in UNIT_COSTS.items()
        for name, figure in _locals(slug, chosen, other)
    ]
    return pl.concat([*local, *_published(chosen)]).sort(pl.col("label").replace_strict(_places()), maintain_order=True)


def _places() -> dict[str, int]:
    return {label: place for place, (label, _) in enumerate(UNIT_COSTS.values())}


def _locals(slug: str, chosen: Selection, other: str | None) -> list[tuple[str, pl.DataFrame]]:
    mine = [(f"{chosen.name}, from prices", focused(slug, chosen))]
    if other is None:
        return mine
    rest = tuple(borough for borough in chosen.boroughs if borough != chosen.focus)
    return [*mine, (f"{other}, from prices", figures(slug, where=chosen.where() | {"borough": rest}, when=chosen.when))]


def _published(chosen: Selection) -> list[pl.DataFrame]:
    """The latest published unit cost of the focus, where it is loaded; the consortium has no published one."""
    if chosen.focus is None:
        return []
    where = {"borough": (chosen.focus,)}
    found = figures("published_figure", ("measure", "period"), where=where, when=chosen.when)
    rows = [_latest(found, label, names, chosen.name) for label, names in UNIT_COSTS.values()]
    return [row for row in rows if row.height]


def _latest(found: pl.DataFrame, label: str, names: tuple[str, ...], who: str) -> pl.DataFrame:
    mine = found.filter(pl.col("measure").cast(pl.String).is_in(names)).sort("period").tail(1)
    told = pl.format("{}, published {}", pl.lit(who), pl.col("period"))
    return mine.select(pl.lit(label).alias("label"), told.alias("series"), pl.exclude("measure", "period"))


def known(chosen: Selection) -> Figure:
    """Give the share of the focus's children whose price is known, which every figure of cost rests on."""
    return one("cost_coverage", chosen)


def without_episode(chosen: Selection) -> Figure:
    """Give how many of the focus's prices have no episode and are in no figure of cost."""
    return one("priced_without_episode", chosen)


def medians(chosen: Selection, *, rest: bool = False) -> dict[str, Figure]:
    """Give the median weekly cost of the focus, or of the rest of the consortium, by placement type."""
    by = ("placement_type",)
    others = tuple(borough for borough in chosen.boroughs if borough != chosen.focus)
    if rest and not chosen.focus:
        return {}
    where = chosen.where() | {"borough": others} if rest else chosen.where(focused=True)
    rows = figures("weekly_cost_median", by, where=where, when=chosen.when)
    return {str(row["placement_type"]): figure_of(str(row["placement_type"]), row) for row in rows.to_dicts()}
