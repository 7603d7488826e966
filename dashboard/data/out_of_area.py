"""Where children live, and how far from home, for charts."""

from typing import Final

import polars as pl

from dashboard.charts.chart_style import CONSORTIUM
from dashboard.data.comparisons import focused
from dashboard.data.detail_level import by_kind
from dashboard.data.figures import figures
from dashboard.data.reader_cache import kept_for_reader
from dashboard.filters.selection import Selection
from metrics.dimensions.location import HOME_REGION, NOT_KNOWN, STEP_MILES, STEPPED_MILES

CHILDREN: Final = "children_looked_after"
REASONS: Final = "distance_reasons"
EXCHANGE: Final = "net_import"

FAR: Final = {
    "Outside the borough too (LAIT)": "over_20_miles_lait",
    "Wherever (DfE dashboard)": "over_20_miles_dfe",
}
"""The two national measures of children far from home, in the words of the switch and the URL."""

NATIONAL: Final = ("outside_borough", *FAR.values())
"""The measures that are published."""

OPEN_STEP: Final = f"The last bar holds all over {STEPPED_MILES} miles."

ASKED: Final = "Over 20 miles from home: which definition?"
EXPLAINED: Final = (
    "More than 20 miles from home and in another authority's area: Local Authority Interactive Tool.",
    "More than 20 miles from home, in the borough or not: the Department's outcomes and enablers dashboard.",
)


def far(words: str | None) -> str:
    """Give the measure that the switch asks for; the first where it holds anything else."""
    return FAR.get(words or "", next(iter(FAR.values())))


@kept_for_reader(500)
def hosts(chosen: Selection) -> pl.DataFrame:
    """Give the focus's children by London borough, then by region or country beyond, as `place`."""
    where = chosen.where(focused=True)
    london = figures(CHILDREN, ("host_authority",), where=where | {"host_region": (HOME_REGION,)}, when=chosen.when)
    beyond = focused(CHILDREN, chosen, ("host_region",)).filter(pl.col("host_region").ne_missing(HOME_REGION))
    parts = [_placed(london, "host_authority"), _placed(beyond, "host_region")]
    return pl.concat(parts)


def _placed(rows: pl.DataFrame, column: str) -> pl.DataFrame:
    return rows.rename({column: "place"}).with_columns(pl.col("place").cast(pl.String).fill_null(NOT_KNOWN))


@kept_for_reader(500)
def flows(chosen: Selection) -> pl.DataFrame:
    """Give children by borough, as `series`, and how near they live, as `nearness`; the consortium's rows last."""
    each = by_kind(
        "nearness", lambda near: figures(CHILDREN, ("borough", near), where=chosen.where(), when=chosen.when)
    )
    every = by_kind("nearness", lambda near: figures(CHILDREN, (near,), where=chosen.where(), when=chosen.when))
    total = every.select(pl.lit(CONSORTIUM).alias("borough"), pl.all())
    both = pl.concat([each.with_columns(pl.col("borough").cast(pl.String)), total])
    return both.rename({"borough": "series"})


@kept_for_reader(500)
def distances(chosen: Selection) -> pl.DataFrame:
    """Give the focus's children by distance from home, in steps of five miles: start, end, and a figure's columns.

    The last step is open upwards; it is drawn as wide as the others. Children whose distance is not known are in
    `distance_not_known`.
    """
    rows = focused(CHILDREN, chosen, ("distance_step",)).filter(pl.col("distance_step") != NOT_KNOWN)
    start = pl.col("distance_step").cast(pl.String).str.extract(r"(\d+)").cast(pl.Int64)
    return rows.select(pl.all(), start=start).with_columns(end=pl.col("start") + STEP_MILES).sort("start")


@kept_for_reader(500)
def distance_bands(chosen: Selection) -> pl.DataFrame:
    """Give the focus's children by band of distance, where steps of five miles are too fine to be shown."""
    return focused(CHILDREN, chosen, ("distance_band",))


@kept_for_reader(500)
def distance_not_known(chosen: Selection) -> pl.DataFrame:
    """Give the focus's children whose distance from home is not known, in one row or none."""
    return focused(CHILDREN, chosen, ("distance_step",)).filter(pl.col("distance_step") == NOT_KNOWN)


@kept_for_reader(500)
def reasons(chosen: Selection) -> pl.DataFrame:
    """Give the focus's children placed outside the borough by reason, the commonest first."""
    rows = focused(REASONS, chosen, ("distance_reason",))
    known = rows.with_columns(pl.col("distance_reason").cast(pl.String).fill_null(NOT_KNOWN))
    return known.sort("value", descending=True, nulls_last=True, maintain_order=True)


@kept_for_reader(500)
def exchange(chosen: Selection) -> pl.DataFrame:
    """Give each borough's net import within the consortium, as `series`, the largest first."""
    rows = figures(EXCHANGE, ("borough",), where=chosen.where(), when=chosen.when)
    named = rows.rename({"borough": "series"}).with_columns(pl.col("series").cast(pl.String))
    return named.sort("value", descending=True, nulls_last=True, maintain_order=True)
