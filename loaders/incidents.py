"""Missing-from-home incidents, as the police, the return-interview service or the borough log them."""

from collections.abc import Iterable
from typing import Final

import polars as pl

from loaders import findings, kinds
from loaders.findings import Found
from loaders.open_incidents import once_away
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

MANY: Final = 0.1
"""Share of incidents of nobody from which a log is asked about: in some of a log's rows no detail is recorded."""
NOBODY: Final = (
    "{:,} of {:,} incidents have neither Child ID nor Cohort: they count as incidents of a child who is not known. If "
    "a pivot, a report or merged cells show the child once a group, repeat the item labels and export again."
)


def of_nobody(rows: pl.DataFrame) -> Iterable[Found]:
    """Say where so many rows name nobody that the log may be a report."""
    nobody = rows.filter(pl.col("child").is_null() & (pl.col("cohort") == NOT_RECORDED)).height
    if nobody > 1 and nobody > MANY * rows.height:
        yield findings.about_file("of-nobody", "warning", NOBODY.format(nobody, rows.height), "Child ID")


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
            "Returned",
            "ended",
            kinds.date,
            "Day the child came back",
            "14/11/2024",
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
        once_away("Returned"),
    ),
    remarks=of_nobody,
)
