"""SSDA903: what happens while a child is looked after: missing incidents, reviews, health, social workers."""

from typing import Final

import polars as pl

from loaders import kinds, labels
from loaders.kinds import Years
from loaders.open_incidents import once_away
from loaders.source import Check, Column, Handed, Source
from loaders.ssda903.episode_rules import held
from loaders.ssda903.people import CHILD

MISSING: Final = Source(
    slug="ssda903_missing",
    title="SSDA903 missing",
    about="One row an incident of a child looked after: missing, or away from the placement without authorisation.",
    table="missing",
    columns=(
        CHILD,
        Column(
            "MISSING",
            "kind",
            kinds.code(labels.MISSING_KIND),
            "Missing (M) or away (A)",
            "M",
            required=True,
            rule="1006",
        ),
        Column("MIS_START", "started", kinds.date, "Day the incident began", "13/11/2024", required=True, rule="1004"),
        Column(
            "MIS_END",
            "ended",
            kinds.date,
            "Day the child was found or came back",
            "14/11/2024",
            rule="1005",
            is_end=True,
            ends_on="started",
        ),
    ),
    key=("child", "kind", "started"),
    repeats="each counts",
    left_out=("DOB",),
    derive={
        "is_missing": pl.col("kind") == labels.MISSING_KIND["M"],
        "is_away": pl.col("kind") == labels.MISSING_KIND["A"],
    },
    checks=(
        held("567", pl.col("ended") >= pl.col("started"), "error"),
        once_away("MIS_END", "kind"),
        held("570", pl.col("started") <= pl.col("as_at")),
        held("571", (pl.col("ended") <= pl.col("as_at")) & (pl.col("ended") > pl.col("as_at").dt.offset_by("-1y"))),
    ),
)

TOOK_PART: Final = {
    "PN0": None,
    "PN1": True,
    "PN2": True,
    "PN3": True,
    "PN4": False,
    "PN5": True,
    "PN6": True,
    "PN7": False,
}
"""Whether a review code means that the child took part; a child under four (PN0) is not asked to."""

REVIEWS: Final = Source(
    slug="ssda903_reviews",
    title="SSDA903 reviews",
    about="One row a review of a child's care, and whether the child took part.",
    table="reviews",
    columns=(
        CHILD,
        Column("REVIEW", "reviewed", kinds.date, "Day of the review", "30/08/2024", required=True, rule="166"),
        Column(
            "REVIEW_CODE",
            "part",
            kinds.code({code: code for code in TOOK_PART}),
            "How the child took part",
            "PN1",
            rule="167",
        ),
    ),
    key=("child", "reviewed"),
    left_out=("DOB",),
    derive={"took_part": pl.col("part").replace_strict(TOOK_PART, return_dtype=pl.Boolean)},
)

SDQ_REASONS: Final = ["SDQ1", "SDQ2", "SDQ3", "SDQ4", "SDQ5"]

OC2: Final = Source(
    slug="ssda903_oc2",
    title="SSDA903 OC2",
    about="One row a child: the strengths and difficulties score. Nothing else of it is kept.",
    table="wellbeing",
    columns=(
        CHILD,
        Column("SDQ_SCORE", "sdq_score", kinds.whole(0, 40), "Strengths and difficulties score", "14", rule="180"),
        Column("SDQ_REASON", "sdq_reason", kinds.listed(SDQ_REASONS), "Why there is no score", "", rule="196"),
    ),
    key=("child",),
    left_out=(
        "DOB",
        "CONVICTED",
        "HEALTH_CHECK",
        "IMMUNISATIONS",
        "TEETH_CHECK",
        "HEALTH_ASSESSMENT",
        "SUBSTANCE_MISUSE",
        "INTERVENTION_RECEIVED",
        "INTERVENTION_OFFERED",
    ),
)

SW_REASONS: Final = [
    "MANAGE",
    "FCONTA",
    "LEFTRL",
    "ORGRST",
    "TSPROC",
    "ABSENC",
    "CHCHAN",
    "PCCHAN",
    "SWDIED",
    "OTHERS",
]


def numbered(frame: pl.DataFrame, handed: Handed) -> pl.DataFrame:
    """Put the order in which a child met the social workers in the place of who they are."""
    return frame.with_columns(worker=pl.col("started").min().over("child", "worker_id")).with_columns(
        worker=pl.struct("worker", "worker_id").rank("dense").over("child")
    )


SOCIAL_WORKERS: Final = Source(
    slug="ssda903_social_workers",
    title="SSDA903 social worker episodes",
    about="One row a spell of a child with one social worker (returns from 2024). Workers are numbered, not named.",
    table="social_workers",
    columns=(
        CHILD,
        Column("SW_ID", "worker_id", kinds.text, "The worker's own identifier", "SW1", required=True),
        Column("SW_DECOM", "started", kinds.date, "Day the spell began", "01/04/2024", required=True),
        Column("SW_DEC", "ended", kinds.date, "Day the spell ended", "", is_end=True, end_reason="reason"),
        Column("SW_REASON", "reason", kinds.listed(SW_REASONS), "Why the worker changed", "MANAGE"),
    ),
    years=Years(first=2024),
    key=("child", "worker_id", "started"),
    left_out=("DOB",),
    complete=numbered,
    checks=(Check("ended-first", "SW_DEC", "SW_DEC is before SW_DECOM.", pl.col("ended") >= pl.col("started")),),
)
