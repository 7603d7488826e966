"""The placement cost pro forma, modelled on the Placements North West census (Greater Manchester, 2019 to 2025)."""

from typing import Final

import polars as pl

from loaders import kinds
from loaders.cost_codes import ARRANGEMENT, DISTANCE_REASON, SOURCING
from loaders.source import Check, Column, Repair, Source
from loaders.ssda903.people import CHILD_ID

NOT_RECORDED: Final = "Not recorded"
PARTS: Final = ["social_care", "education", "health"]
NEAR_ENOUGH: Final = 1.0
"""Pounds by which the parts may miss the total without a word: officers round to the pound."""

_given = pl.any_horizontal(pl.col(PARTS).is_not_null())
_sum = pl.sum_horizontal(PARTS)

COSTS: Final = Source(
    slug="costs",
    title="Placement cost pro forma",
    about="One row a price: what one child's placement costs a week from one day until before another, in pounds.",
    table="costs",
    columns=(
        CHILD_ID,
        Column("Price from", "started", kinds.date, "First day at this price", "05/09/2023", required=True),
        Column("Price to", "ended", kinds.date, "First day no longer at this price; blank while it lasts", ""),
        Column(
            "Provider", "provider_name", kinds.text, "Name of the provider", "Bright Homes Ltd", also=("Organisation",)
        ),
        Column(
            "Provider URN",
            "urn",
            kinds.urn,
            "Ofsted URN of the setting or agency",
            "SC012345",
            optional=True,
            also=("URN", "Provider Ofsted URN", "Establishment URN", "Provider ID"),
        ),
        Column("Type of provision", "provision", kinds.text, "What was bought", "IFA", optional=True),
        Column(
            "How sourced",
            "sourcing",
            SOURCING,
            "Framework (F), block (B), spot (S) or in-house (I)",
            "F",
            optional=True,
            also=("How the placement was sourced",),
        ),
        Column("Planned or emergency", "arrangement", ARRANGEMENT, "Planned (P) or emergency (E)", "P", optional=True),
        Column("Total weekly cost", "weekly_cost", kinds.money, "Whole price a week, all payers", "1020.00"),
        Column(
            "Social care",
            "social_care",
            kinds.money,
            "Part that social care pays",
            "1020.00",
            optional=True,
            also=("Contribution from Social Care",),
        ),
        Column(
            "Education",
            "education",
            kinds.money,
            "Part that education pays",
            "0",
            optional=True,
            also=("Contribution from Education",),
        ),
        Column(
            "Health",
            "health",
            kinds.money,
            "Part that health pays",
            "0",
            optional=True,
            also=("Contribution from Health",),
        ),
        Column(
            "Reason placed at distance",
            "distance_reason",
            DISTANCE_REASON,
            "Why far from home: 1 family, 2 specialist, 3 safety, 4 none local, 5 sibling",
            "1",
            optional=True,
            also=("Placing-at-distance reason",),
        ),
        Column(
            "Includes packages",
            "includes_packages",
            kinds.yes_no,
            "Does the price include additional packages?",
            "N",
            optional=True,
        ),
        Column(
            "Solo",
            "is_solo",
            kinds.yes_no,
            "Is the child alone in the setting?",
            "N",
            optional=True,
            also=("Solo placement?",),
        ),
        Column(
            "DoLS",
            "is_deprived_of_liberty",
            kinds.yes_no,
            "Is a deprivation of liberty order in force?",
            "N",
            optional=True,
            also=("DoLS in place?",),
        ),
        Column(
            "EHC plan",
            "has_ehc_plan",
            kinds.yes_no,
            "Has the child an education, health and care plan?",
            "Y",
            optional=True,
        ),
    ),
    key=("child", "started", "weekly_cost"),
    repairs=(
        Repair(
            *("total-from-parts", "Total weekly cost", "The total was blank: the sum of its parts was taken."),
            when=pl.col("weekly_cost").is_null() & _given,
            sets={"weekly_cost": _sum},
        ),
    ),
    derive={
        "social_care": pl.when(_given).then(pl.col("social_care").fill_null(0)).otherwise("weekly_cost"),
        **{part: pl.col(part).fill_null(0) for part in PARTS[1:]},
        "packages": pl.lit(None, pl.Float64),
        **{name: pl.col(name).fill_null(NOT_RECORDED) for name in ("sourcing", "arrangement", "distance_reason")},
    },
    checks=(
        Check("no-cost", "Total weekly cost", "No cost is given.", pl.col("weekly_cost").is_not_null()),
        Check("below-nothing", "Total weekly cost", "The cost is less than nothing.", pl.col("weekly_cost") >= 0),
        Check("ended-first", "Price to", "Price to is before price from.", pl.col("ended") >= pl.col("started")),
        Check(
            "parts-miss-total",
            "Total weekly cost",
            "Social care, education and health do not add up to the total. The total was taken.",
            (pl.col("weekly_cost") - _sum).abs() <= NEAR_ENOUGH,
            "warning",
        ),
    ),
)
