"""SSDA903 episodes: where each child lived, under which legal status, with whom, and from when to when."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from loaders import geography, kinds, labels
from loaders.kinds import Kind, Years
from loaders.source import Column, Handed, Source
from loaders.ssda903.dfe_labels import words
from loaders.ssda903.episode_rules import EPISODE_RULES
from loaders.ssda903.people import CHILD
from loaders.urns import well_formed

GROUP_OF: Final = {code: group for group, codes in labels.PLACEMENT_GROUP.items() for code in codes}
TYPE_OF: Final = {code: kind for kind, codes in labels.PLACEMENT_TYPE.items() for code in codes}
UNRELATED_FOSTER: Final = ["U4", "U5", "U6"]
INDEPENDENT: Final = [labels.PROVIDER_SECTOR[code] for code in ("PR4", "PR5")]
SHORT_BREAKS: Final = [labels.LEGAL_STATUS[code] for code in ("V3", "V4")]
ADOPTION_BY_CARER: Final = ["A3", "A5"]

PLACEMENT_YEARS: Final = {
    "H5": Years(last=2024),
    "P2": Years(last=2024),
    "K3": Years(first=2025),
    **dict.fromkeys(("Z11", "Z12", "Z13", "Z14"), Years(first=2026)),
}
"""Codes that come or go (DfE guide to the SSDA903 return, 2024-25 and 2025-26). Z1 is still used beside its parts."""
REASON_ENDED_YEARS: Final = {
    **dict.fromkeys((labels.REASON_ENDED[code] for code in ("E43", "E44")), Years(last=2018)),
    **dict.fromkeys((labels.REASON_ENDED[code] for code in ("E45", "E46", "E47", "E48")), Years(first=2019)),
}
REASON_MOVED_YEARS: Final = {labels.REASON_MOVED["CUSTOD"]: Years(first=2019)}

CODES: Final = {code: code for code in GROUP_OF}


def _code(column: str, known: Mapping[str, str], years: Mapping[str, Years] | None = None) -> Kind:
    """Kind of a coded column, which may hold the DfE's words for a code as well."""
    return kinds.code(known, also=words(column, known), years=years)


def placed(frame: pl.DataFrame, handed: Handed) -> pl.DataFrame:
    """Add where the placement lies, how far from home, and whether outside the borough; null where not known."""
    places = geography.located(pl.concat([frame["home_post"], frame["pl_post"]]))
    home, there = places.head(frame.height), places.tail(frame.height)
    here = handed.borough.name if handed.borough else None
    apart = geography.miles(*(pl.lit(place[name]) for place in (home, there) for name in ("easting", "northing")))
    return frame.with_columns(
        host_authority=there["authority"],
        host_region=there["region"],
        home_authority=home["authority"],
        distance_miles=apart,
        is_out_of_area=there["authority"] != here,
    )


EPISODES: Final = Source(
    slug="ssda903_episodes",
    title="SSDA903 episodes",
    about="One row a spell of a child under one legal status in one placement. Postcodes are cut to sectors.",
    table="episodes",
    columns=(
        CHILD,
        Column("DECOM", "started", kinds.date, "Day the episode began", "05/09/2023", required=True, rule="141"),
        Column(
            "RNE", "reason_started", _code("RNE", labels.REASON_STARTED), "Why it began", "S", required=True, rule="143"
        ),
        Column("LS", "legal_status", _code("LS", labels.LEGAL_STATUS), "Legal status", "C2", required=True, rule="144"),
        Column(
            "CIN",
            "category_of_need",
            _code("CIN", labels.CATEGORY_OF_NEED),
            "Main need at the start of care",
            "N1",
            required=True,
            rule="145",
        ),
        Column(
            "PLACE",
            "place",
            _code("PLACE", CODES, PLACEMENT_YEARS),
            "Type of placement",
            "U4",
            required=True,
            rule="146",
        ),
        Column(
            "PLACE_PROVIDER",
            "sector",
            _code("PLACE_PROVIDER", labels.PROVIDER_SECTOR),
            "Who provides the placement",
            "PR4",
            rule="178",
        ),
        Column(
            "DEC",
            "ended",
            kinds.date,
            "Day the episode ended; blank while it lasts",
            "20/01/2024",
            rule="147",
            is_end=True,
            end_reason="reason_ended",
        ),
        Column(
            "REC",
            "reason_ended",
            _code("REC", labels.REASON_ENDED, REASON_ENDED_YEARS),
            "Why it ended",
            "X1",
            rule="149",
        ),
        Column(
            "REASON_PLACE_CHANGE",
            "reason_moved",
            _code("REASON_PLACE_CHANGE", labels.REASON_MOVED, REASON_MOVED_YEARS),
            "Why the placement changed",
            "CARPL",
            rule="1009",
        ),
        Column("HOME_POST", "home_post", kinds.postcode, "Postcode where the child lived before care", "W3 8AB"),
        Column("PL_POST", "pl_post", kinds.postcode, "Postcode of the placement", "UB8 1UW"),
        Column(
            "URN", "urn", kinds.urn, "Ofsted URN of the setting; XXXXXXX where it has none", "SC012345", optional=True
        ),
    ),
    key=("child", "started"),
    repeats="each counts",
    complete=placed,
    derive={
        "provider_sector": pl.col("sector").fill_null(labels.SECTOR_NOT_REPORTED),
        "placement_group": pl.col("place").replace_strict(GROUP_OF),
        "placement_type": pl.when(pl.col("place").is_in(UNRELATED_FOSTER))
        .then(
            pl.when(pl.col("sector").is_in(INDEPENDENT).fill_null(value=False))
            .then(pl.lit("IFA foster"))
            .otherwise(pl.lit("In-house foster"))
        )
        .otherwise(pl.col("place").replace_strict(TYPE_OF)),
        "is_short_break": pl.col("legal_status").is_in(SHORT_BREAKS),
        "is_adoption_by_carer": pl.col("place").is_in(ADOPTION_BY_CARER),
        "home_postcode_sector": geography.sector(pl.col("home_post")),
        "placement_postcode_sector": geography.sector(pl.col("pl_post")),
    },
    checks=(*EPISODE_RULES, well_formed("URN")),
)
