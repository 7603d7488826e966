"""Columns of the cost pro forma, and the headings that the Placements North West census gives them."""

from typing import Final

from loaders import kinds
from loaders.costs.amounts import AMOUNT, PART
from loaders.costs.codes import ARRANGEMENT, DEPRIVED, DISTANCE_REASON, SOLO, SOURCING
from loaders.costs.payment_basis import BASIS, HEADINGS, SILENT
from loaders.source import Column
from loaders.ssda903.people import CHILD_ID

TOTAL: Final = "Total weekly cost"

_WHAT: Final = (
    Column(
        "Price from",
        "started",
        kinds.date,
        "First day at this price",
        "05/09/2023",
        required=True,
        also=("Placement start date", "Placement start date (DD/MM/YYYY)", "Placement start", "Start date"),
    ),
    Column(
        "Price to",
        "ended",
        kinds.date,
        "First day no longer at this price; blank while it lasts",
        "",
        optional=True,
        is_end=True,
        also=("Placement end date", "End date"),
    ),
    Column("Provider", "provider_name", kinds.text, "Name of the provider", "Bright Homes Ltd", also=("Organisation",)),
    Column(
        "Provider URN",
        "urn",
        kinds.urn,
        "Ofsted URN of the setting or agency",
        "SC012345",
        optional=True,
        also=(
            "URN",
            "Establishment registration URN",
            "Establishment URN",
            "Provider Ofsted URN",
            "Provider Ofsted (or equivalent) URN",
            "Provider ID",
        ),
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
)

_MONEY: Final = (
    Column(
        TOTAL,
        "weekly_cost",
        kinds.money,
        "Whole price in pounds, all payers together",
        "1020.00",
        also=(*HEADINGS, *SILENT),
    ),
    Column(
        "Amount is",
        "basis",
        BASIS,
        "What all amounts of the row are for; blank is what the total's heading says",
        example="week",
        optional=True,
        also=("Cost period", "Cost basis", "Basis", "Amount per", "Payment period"),
        told_by=HEADINGS,
    ),
    Column(
        "Social care",
        "social_care",
        PART,
        "Part that social care pays; blank is what the others leave",
        "1020.00",
        optional=True,
        also=("Contribution from Social Care", "Social care contribution", "Social care cost"),
    ),
    Column(
        "Education",
        "education",
        PART,
        "Part that education pays, in pounds or as a share such as 25%",
        "0",
        optional=True,
        also=("Contribution from Education", "Education contribution", "Education cost"),
    ),
    Column(
        "Health",
        "health",
        PART,
        "Part that health pays, in pounds or as a share such as 25%",
        "0",
        optional=True,
        also=("Contribution from Health", "Health contribution", "Health cost"),
    ),
    Column(
        "Additional packages",
        "packages",
        AMOUNT,
        "What additional packages cost, for instance extra staff",
        "",
        optional=True,
        also=("Packages", "Cost of packages", "Cost of additional packages", "Additional package cost"),
    ),
    Column(
        "Includes packages",
        "includes_packages",
        kinds.yes_no,
        "Does the total include them? N: they are added",
        "N",
        optional=True,
        also=("Does cost include additional packages?", "Does this placement cost include additional packages?"),
    ),
)

_CIRCUMSTANCES: Final = (
    Column(
        "Reason placed at distance",
        "distance_reason",
        DISTANCE_REASON,
        meaning="Why far from home: 1 family, 2 specialist, 3 safety, 4 none local, 5 sibling",
        example="1",
        optional=True,
        also=("Placing-at-distance reason", "Primary Placing at Distance Reason"),
    ),
    Column(
        "Solo",
        "is_solo",
        SOLO,
        "Is the child alone in the setting?",
        "N",
        optional=True,
        also=("Solo placement?", "Does this CYP require a solo placement?"),
    ),
    Column(
        "DoLS",
        "is_deprived_of_liberty",
        DEPRIVED,
        "Is a deprivation of liberty order in force?",
        "N",
        optional=True,
        also=("DoLS in place?", "Deprivation of Liberty Safeguards in place?"),
    ),
    Column(
        "EHC plan",
        "has_ehc_plan",
        kinds.yes_no,
        "Has the child an education, health and care plan?",
        "Y",
        optional=True,
    ),
)

COLUMNS: Final = (CHILD_ID, *_WHAT, *_MONEY, *_CIRCUMSTANCES)

CENSUS_BESIDES: Final = (
    "Looked after child?",
    "Placing Authority",
    "Age",
    "Gender",
    "Ethnic Group",
    "UASC",
    "Host Authority",
    "Provider ID",
    "Provider Ofsted URN",
    "Provider Ofsted (or equivalent) URN",
    "Establishment",
    "Registration type",
    "Primary registration type",
    "Provider Company number",
    "SEND",
    "Primary SEND category",
    "Primary SEND need",
)
"""What the census holds besides, 2019 to 2025: the returns of children looked after tell it better."""
