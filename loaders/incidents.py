"""Missing-from-home incidents, as the police, the return-interview service or the borough log them."""

from typing import Final

import polars as pl

from loaders import kinds
from loaders.source import Check, Column, Source
from loaders.ssda903.people import SEX

NOT_RECORDED: Final = "Not recorded"
OTHERS: Final = "Other authority's child"
COHORT: Final = kinds.code(
    {"C": "In care", "H": "At home", "O": OTHERS},
    also={
        "missing from care": "In care",
        "missing from home": "At home",
        "other authority": OTHERS,
        "not recorded": "Not recorded",
    },
)

INCIDENTS: Final = Source(
    slug="incidents",
    title="Missing-from-home incidents",
    about="One row an incident, of children in care, at home, or placed here by another authority.",
    table="incidents",
    columns=(
        Column(
            "Child ID",
            "child",
            kinds.child,
            "The borough's identifier; blank where no detail was recorded",
            "1042",
            also=("CHILD",),
        ),
        Column("Cohort", "cohort", COHORT, "In care (C), at home (H) or another authority's child (O)", "C"),
        Column("Went missing", "started", kinds.date, "Day the child went missing", "13/11/2024", required=True),
        Column("Time", "hour", kinds.hour, "Time of day, kept to the hour", "21:30", optional=True),
        Column(
            *("Returned", "ended", kinds.date, "Day the child came back", "14/11/2024"),
            optional=True,
            is_end=True,
            ends_on="started",
        ),
        Column("Sex", "sex", SEX, "Sex", "F", optional=True),
        Column("Born", "birth_month", kinds.month, "Month of birth", "05/2010", optional=True),
    ),
    key=("child", "started"),
    repeats="each counts",
    of_others=lambda cells: COHORT.read(cells["cohort"]) == OTHERS,
    derive={"cohort": pl.col("cohort").fill_null(NOT_RECORDED)},
    checks=(
        Check("ended-first", "Returned", "Returned is before Went missing.", pl.col("ended") >= pl.col("started")),
    ),
)
