"""SSDA903: adoption, earlier permanence, and care leavers."""

from typing import Final

import polars as pl

from loaders import kinds
from loaders.source import Check, Column, Source
from loaders.ssda903.people import CHILD

AD1: Final = Source(
    slug="ssda903_ad1",
    title="SSDA903 AD1",
    about="One row an adopted child: the days of the decision and the match. Nothing about the adopters is kept.",
    table="adoptions",
    columns=(
        CHILD,
        Column(
            "DATE_INT",
            "decided",
            kinds.date,
            "Day it was decided that the child should be adopted",
            "22/11/2023",
            rule="112",
        ),
        Column("DATE_MATCH", "matched", kinds.date, "Day of the match", "02/02/2024", rule="113"),
        Column("FOSTER_CARE", "by_foster_carer", kinds.yes_no, "Adopted by the foster carer", "0", rule="114"),
    ),
    left_out=("DOB", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"),
)

PLACED_FOR_ADOPTION: Final = Source(
    slug="ssda903_placed_for_adoption",
    title="SSDA903 placed for adoption",
    about="One row a child placed for adoption: when, and when that placement broke down if it did.",
    table="adoptive_placements",
    columns=(
        CHILD,
        Column("DATE_PLACED", "placed", kinds.date, "Day the child was placed for adoption", "22/11/2023", rule="115"),
        Column(
            "DATE_PLACED_CEASED", "ceased", kinds.date, "Day that ceased to be the plan", "", rule="116", is_end=True
        ),
    ),
    left_out=("DOB", "REASON_PLACED_CEASED"),
    checks=(
        Check("ended-first", "DATE_PLACED_CEASED", "It ceases before it began.", pl.col("ceased") >= pl.col("placed")),
    ),
)

EARLIER: Final = {"P1": "yes", "P2": "yes", "P3": "yes", "P4": "yes", "Z1": "no"}
"""Adoption, special guardianship, residence or child arrangements order; Z1 is none of these."""

PREVIOUS_PERMANENCE: Final = Source(
    slug="ssda903_previous_permanence",
    title="SSDA903 previous permanence",
    about="One row a child: whether an earlier spell in care ended in a permanent home.",
    table="earlier_permanence",
    columns=(
        CHILD,
        Column(
            "PREV_PERM",
            "earlier",
            kinds.code({code: code for code in EARLIER}),
            "Kind of order",
            "Z1",
            required=True,
            rule="631",
        ),
    ),
    left_out=("DOB", "LA_PERM", "DATE_PERM"),
    derive={"had_permanence": pl.col("earlier").replace_strict(EARLIER) == "yes"},
)

IN_TOUCH: Final = {"YES": True, "NO": False, "REFU": False, "NREQ": False, "DIED": None, "RHOM": None}
"""Care leavers who died or went home are not counted either way."""

OC3: Final = Source(
    slug="ssda903_oc3",
    title="SSDA903 OC3",
    about="One row a care leaver: whether the authority is in touch. Activity and accommodation are not kept.",
    table="care_leavers",
    columns=(
        CHILD,
        Column(
            "IN_TOUCH",
            "touch",
            kinds.code({code: code for code in IN_TOUCH}),
            "Is the authority in touch?",
            "YES",
            required=True,
            rule="131",
        ),
    ),
    key=("child",),
    left_out=("DOB", "ACTIV", "ACCOM"),
    derive={"is_in_touch": pl.col("touch").replace_strict(IN_TOUCH, return_dtype=pl.Boolean)},
)
