"""Placement mix for charts: by month, by borough, by age."""

from typing import Final

import polars as pl

from dashboard.data.cache import kept
from dashboard.data.comparisons import by_borough, focused
from dashboard.data.detail_level import by_kind
from dashboard.data.reader_cache import kept_for_reader
from dashboard.filters.publishable import together
from dashboard.filters.selection import Selection, months_before
from metrics import When
from metrics.statistics import series_breaks

SLUG: Final = "placement_share"

GROUPS: Final = ["Foster care", "Supported accommodation", "Secure and children's homes", "Other residential"]
"""The groups with a colour of their own, in the order of a bar; the rest are drawn as other."""

LINES: Final = ["In-house foster", "IFA foster", "Children's home"]
"""The types that commissioning moves children between."""

REGISTERED: Final = series_breaks.REGISTERED.month

BREAKS: Final = tuple((each.month, each.words) for each in series_breaks.breaks_of(SLUG))

SECTORS: Final = ["Own provision", "Private", "Voluntary", "Other local authority"]

BARS: Final = (
    ("placement_group", GROUPS, "By placement group."),
    ("provider_sector", SECTORS, "By who provides the care."),
    ("sourcing", ["In-house", "Framework", "Block", "Spot"], "By how the placement was bought."),
    ("arrangement", ["Planned", "Emergency"], "By whether the placement was planned."),
)
"""The bars of a borough: what parts them, the parts with a colour of their own, and what that is in words."""


def span(chosen: Selection) -> When:
    """Give the months of a trend, with a year before the break in series where the period reaches past it."""
    start = chosen.trend.start
    if chosen.end > REGISTERED:
        start = min(start, months_before(REGISTERED, 13))
    return When(max(chosen.first, start), chosen.end)


@kept_for_reader(500)
def by_month(chosen: Selection, part: str, only: list[str] | None = None) -> pl.DataFrame:
    """Give the focus's shares by month and part; of some parts only, where they are named."""
    rows = _there(by_kind(part, lambda kind: focused(SLUG, chosen, ("month", kind), span(chosen))), part)
    return rows if only is None else rows.filter(pl.col(part).cast(pl.String).is_in(only))


@kept_for_reader(500)
def boroughs(chosen: Selection, part: str) -> pl.DataFrame:
    """Give each borough's shares by part, and the consortium's last."""
    return _there(by_kind(part, lambda kind: by_borough(SLUG, chosen, (kind,))), part)


def _there(rows: pl.DataFrame, part: str) -> pl.DataFrame:
    """Leave out the parts that are zero everywhere."""
    return rows.filter(((pl.col("value") > 0) | pl.col("value").is_null()).any().over(part))


@kept_for_reader(500)
def ages(chosen: Selection) -> pl.DataFrame:
    """Give, of the focus's children of each age, the share in each placement type; zero where there are none."""
    known = focused(SLUG, together(chosen), ("placement_type", "age_band")).drop_nulls("age_band")
    keys = ["placement_type", "age_band"]
    grid = known.select(keys[0]).unique().join(known.select(keys[1]).unique(), how="cross")
    absent = grid.join(known, on=keys, how="anti").with_columns(value=pl.lit(0.0))
    return pl.concat([known, absent], how="diagonal").sort(keys)


@kept(200)
def named(rows: pl.DataFrame, column: str) -> list[str]:
    """Give the names that a column holds, in the order of their list."""
    return rows[column].drop_nulls().unique().sort().cast(pl.String).to_list()


@kept(200)
def types(rows: pl.DataFrame) -> dict[str, str]:
    """Give the placement types with 1% of any age or a hidden figure, as one group of a heat map's rows.

    The table has the others too.
    """
    telling = rows.filter((pl.col("value") >= 1) | pl.col("value").is_null())
    return dict.fromkeys(named(telling, "placement_type"), "Placement type")
