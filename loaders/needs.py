"""Needs assessments: twelve indicators, each scored 0 (none), 1 (some), 2 (high) or 3 (very high)."""

from typing import Final

import polars as pl

from loaders import kinds, labels
from loaders.source import Column, Handed, Source
from loaders.ssda903.people import CHILD_ID

SCORE: Final = kinds.code(
    {str(score): str(score) for score in range(4)},
    also={"none": "0", "no need": "0", "low": "0", "some": "1", "medium": "1", "high": "2", "very high": "3"},
)

HEADINGS: Final = {
    "Physical health": "Physical health",
    "Emotional health": "Emotional and mental health",
    "Attachment": "Attachment and exploitation",
    "Safe decisions": "Safe decisions",
    "Learning": "Learning difficulty or disability",
    "Education": "Educational progress",
    "Emotions": "Emotions and boundaries",
    "Social": "Social activities",
    "Self-care": "Self-care",
    "Goals": "Goals",
    "Wishes": "Wishes and feelings",
    "Identity": "Identity and self-esteem",
}
"""Short heading of each Valuing Care indicator."""


def _long(frame: pl.DataFrame, handed: Handed) -> pl.DataFrame:
    """One row an indicator, twelve for each assessment."""
    long = frame.unpivot(
        labels.INDICATORS,
        index=["row", "child", "assessed", "return_year", "borough"],
        variable_name="indicator",
        value_name="score",
    )
    return long.with_columns(domain=pl.col("indicator").replace_strict(labels.NEEDS))


NEEDS: Final = Source(
    slug="needs",
    title="Needs assessments",
    about="One row an assessment of a child, with twelve indicators scored 0 none, 1 some, 2 high, 3 very high.",
    table="needs",
    columns=(
        CHILD_ID,
        Column(
            "Assessed",
            "assessed",
            kinds.date,
            "Day of the assessment",
            "12/06/2024",
            required=True,
            also=("Date of assessment",),
        ),
        *(
            Column(
                heading, indicator, SCORE, f"{indicator}: 0 none to 3 very high", "1", required=True, also=(indicator,)
            )
            for heading, indicator in HEADINGS.items()
        ),
    ),
    key=("child", "assessed"),
    reshape=_long,
)
