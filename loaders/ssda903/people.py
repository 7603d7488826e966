"""SSDA903: who the child is."""

from typing import Final

import polars as pl

from loaders import kinds, labels
from loaders.source import Check, Column, Source

SEX: Final = kinds.code(
    {"1": "Male", "2": "Female", "M": "Male", "F": "Female", "U": "Unknown"},
    also={
        "boy": "Male",
        "girl": "Female",
        "not known": "Unknown",
        "indeterminate": "Unknown",
        "9": "Unknown",
        "fenale": "Female",
    },
)
"""1 and 2 to the 2024 return, M, F and U from 2025: either is read in any year, for files mix them."""

IDENTIFIER: Final = "The borough's own identifier of the child"
CHILD: Final = Column("CHILD", "child", kinds.child, IDENTIFIER, "1042", required=True, also=("Child ID",))
CHILD_ID: Final = Column(
    "Child ID", "child", kinds.child, IDENTIFIER, "1042", required=True, also=("CHILD", "Identifier")
)

HEADER: Final = Source(
    slug="ssda903_header",
    title="SSDA903 header",
    about="One row a child: sex, month of birth and ethnicity. The UPN and the mother's details are never kept.",
    table="children",
    columns=(
        CHILD,
        Column("SEX", "sex", SEX, "Sex", "F", required=True, also=("Gender",), rule="101"),
        Column(
            "DOB",
            "birth_month",
            kinds.month,
            "Date of birth, cut to its month",
            "14/05/2012",
            required=True,
            rule="102",
        ),
        Column("ETHNIC", "ethnicity", kinds.code(labels.ETHNICITY), "Ethnicity", "WBRI", rule="103"),
    ),
    key=("child",),
    left_out=("UPN", "MOTHER", "MC_DOB"),
)

UASC: Final = Source(
    slug="ssda903_uasc",
    title="SSDA903 UASC",
    about="One row for each unaccompanied asylum-seeking child. Others may stand there where UASC says so.",
    table="asylum",
    columns=(
        CHILD,
        Column(
            "UASC",
            "is_uasc",
            kinds.yes_no,
            "Is the child an unaccompanied asylum-seeking one (1) or not (0)?",
            "1",
            required=True,
            optional=True,
            absent="1",
            rule="105",
        ),
        Column("DUC", "ceased", kinds.date, "Day the child ceased to be one", "13/10/2025", rule="104", is_end=True),
    ),
    key=("child",),
    left_out=("SEX", "DOB"),
    checks=(
        Check(
            "uasc-ceased",
            "UASC",
            "UASC says that the child is not an unaccompanied asylum-seeking one, but DUC when that ended. Correct it.",
            pl.col("is_uasc") | pl.col("ceased").is_null(),
        ),
    ),
    reshape=lambda rows, handed: rows.filter("is_uasc"),
)
