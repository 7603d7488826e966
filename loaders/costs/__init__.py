"""The placement cost pro forma, modelled on the Placements North West census (Greater Manchester, 2019 to 2025)."""

from typing import Final

import polars as pl

from loaders.costs.amounts import LIKELY, PARTS, a_week_each, accounted, allowed, is_given, over, social_care
from loaders.costs.columns import CENSUS_BESIDES, COLUMNS, TOTAL
from loaders.costs.overlaps import KEY, marked
from loaders.costs.payment_basis import BY_YEAR, a_week, converted
from loaders.source import Check, Repair, Source
from loaders.urns import well_formed

NOT_RECORDED: Final = "Not recorded"
CODED: Final = ("sourcing", "arrangement", "distance_reason")

_total: Final = pl.col("weekly_cost")
_packages: Final = pl.col("packages")

REPAIRS: Final = (
    Repair(
        "total-from-parts",
        TOTAL,
        "The total was blank: the sum of its parts was taken.",
        when=_total.is_null() & is_given(),
        sets={"weekly_cost": pl.sum_horizontal(PARTS)},
    ),
    Repair(
        "parts-as-shares",
        TOTAL,
        "The parts are less than a pound each: they were read as shares of the total.",
        when=pl.col("is_fraction"),
        sets={part: pl.col(part) / a_week() * _total for part in PARTS},
    ),
    Repair(
        "parts-exceed-total",
        TOTAL,
        message="Social care, education and health exceed the total: they were cut to it, each in proportion.",
        when=(over() > allowed()) & (_total >= 0),
        sets={part: pl.col(part) * _total / pl.sum_horizontal(PARTS) for part in PARTS},
    ),
    Repair(
        "packages-exceed-total",
        "Additional packages",
        message="Packages cost more than the total that includes them: what they cost was left out.",
        when=(_packages > _total) & (_total >= 0),
        sets={"packages": pl.lit(None, pl.Float64)},
    ),
)

CHECKS: Final = (
    Check(
        "no-basis",
        "Amount is",
        "It is not said whether the amounts are for a day, a week, a month or a year.",
        pl.col("basis").is_not_null(),
    ),
    Check(
        "no-cost",
        TOTAL,
        "No cost is given.",
        _total.is_not_null() | pl.col("basis").is_null(),
    ),
    Check("below-nothing", TOTAL, "The cost is less than nothing.", _total >= 0),
    Check("ended-first", "Price to", "Price to is before price from.", pl.col("ended") >= pl.col("started")),
    Check(
        "unlikely",
        TOTAL,
        f"The cost comes to less than £{LIKELY[0]:.0f} or more than £{LIKELY[1]:,.0f} a week: its basis may be wrong.",
        (_total <= 0) | _total.is_between(*LIKELY),
        "warning",
    ),
    Check(
        "parts-fall-short",
        TOTAL,
        "Social care, education and health fall short of the total: the rest is shown as funder not stated.",
        over() >= -allowed(),
        "warning",
    ),
    Check(
        "packages-unclear",
        "Includes packages",
        "It is not said whether the total includes the packages: it was taken to.",
        (_packages == 0) | pl.col("includes_packages").is_not_null() | _packages.is_null(),
        "warning",
    ),
    Check(
        "prices-rival",
        "Price from",
        "Prices of this child start on one day with different costs: none of them was taken. Keep the right one, or "
        "add up in one row what is paid side by side.",
        ~pl.col("is_rival"),
    ),
    Check(
        "prices-overlap",
        "Price to",
        "Two prices of this child run at the same time: the later one replaces the earlier while it lasts.",
        ~pl.col("is_overlapping"),
        "warning",
    ),
)

COSTS: Final = Source(
    slug="costs",
    title="Placement cost pro forma",
    about="One row a price: what one child's placement costs from one day until before another, in pounds.",
    table="costs",
    columns=COLUMNS,
    key=KEY,
    left_out=CENSUS_BESIDES,
    prepare=a_week_each,
    repairs=REPAIRS,
    complete=marked,
    derive={
        "is_by_year": pl.col("basis").is_in(BY_YEAR),
        "social_care": social_care(),
        **{part: pl.col(part).fill_null(0) for part in PARTS[1:]},
        **{name: pl.col(name).fill_null(NOT_RECORDED) for name in CODED},
    },
    checks=(*CHECKS, well_formed("Provider URN")),
    remarks=lambda rows: [*converted(rows), *accounted(rows)],
)
