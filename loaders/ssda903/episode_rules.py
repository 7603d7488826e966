"""The DfE's rules on one episode by itself."""

from dataclasses import replace
from typing import Final

import polars as pl

from loaders import labels
from loaders.findings import Severity
from loaders.rules import ROWS
from loaders.source import Check

PARENTS: Final = "P1"
TEMPORARY: Final = labels.PLACEMENT_GROUP[labels.TEMPORARY]
WITHOUT_PROVIDER: Final = [*TEMPORARY, *labels.PLACEMENT_GROUP["Other placements"]]
WITHOUT_URN: Final = ["H5", PARENTS, "P2", "P3", "R1", "R2", "R5", *WITHOUT_PROVIDER]
ADOPTION: Final = labels.PLACEMENT_GROUP["Placed for adoption"]
FOSTERING: Final = labels.PLACEMENT_GROUP["Foster care"]
BY_ORDER: Final = ["A5", "A6"]
OUT_OF_ENGLAND: Final = ["Wales", "Scotland", "Northern Ireland", "Channel Islands", "Isle of Man"]
WHOLE_POSTCODE: Final = 6
"""Letters at least: a sector, to which some files are cut, cannot be looked up."""

LEFT: Final = (
    f"{ROWS['148'].message} REC says that the child left care, and DEC is blank: left open, the episode would put the "
    "child in care, so the row was set aside."
)
"""Of an episode that ends because another begins (X1) the child is still in care; of any other reason it is not."""

NEVER_BY: Final = {
    "527": ("PR1", [PARENTS, "R2", "R5"]),
    "528": ("PR2", [PARENTS, "R2", "R5"]),
    "529": ("PR3", [PARENTS, *ADOPTION, "K1", "K2", *FOSTERING]),
    "530": ("PR4", [PARENTS]),
    "531": ("PR5", [PARENTS]),
}
"""By rule: a kind of provider, and the placements that it cannot provide."""


def held(number: str, good: pl.Expr, severity: Severity = "warning", column: str | None = None) -> Check:
    """Check that holds a rule: `good` is true of a row that keeps it."""
    rule = ROWS[number]
    return Check(rule.code, column or rule.column, rule.message, good, severity)


def in_use(postcode: str, authority: str) -> pl.Expr:
    """Whether a postcode is in the ONS list; null where there is none, or only a sector."""
    whole = pl.col(postcode).str.len_chars() >= WHOLE_POSTCODE
    return pl.when(whole).then(pl.col(authority).is_not_null())


def _dates() -> tuple[Check, ...]:
    has_end, has_reason = pl.col("ended").is_not_null(), pl.col("reason_ended").is_not_null()
    has_left = ~has_end & (pl.col("reason_ended") != labels.REASON_ENDED["X1"])
    return (
        held("356", pl.col("ended") >= pl.col("started"), "error"),
        held("354", pl.col("started") <= pl.col("as_at")),
        held("385", pl.col("ended") <= pl.col("as_at")),
        held("355", pl.col("ended") != pl.col("started")),
        replace(held("148", ~has_left, "error", column="DEC"), message=LEFT),
        held("148", has_left | (has_end == has_reason)),
    )


def _placements() -> tuple[Check, ...]:
    place, status = pl.col("place"), pl.col("legal_status")
    begins = pl.col("reason_started") == labels.REASON_STARTED["S"]
    ends = pl.col("reason_ended") != labels.REASON_ENDED["X1"]
    return (
        held("378", ~((place == PARENTS) & (status == labels.LEGAL_STATUS["V2"]))),
        held("380", ~(begins & place.is_in(TEMPORARY))),
        held("381", ~(ends & place.is_in(TEMPORARY))),
        held("408", ~place.is_in(BY_ORDER) | (status == labels.LEGAL_STATUS["E1"])),
    )


def _providers() -> tuple[Check, ...]:
    place, sector = pl.col("place"), pl.col("sector")
    has_none, is_given = place.is_in(WITHOUT_PROVIDER), sector.is_not_null()
    never = (
        held(number, ~((sector == labels.PROVIDER_SECTOR[provider]) & place.is_in(places)))
        for number, (provider, places) in NEVER_BY.items()
    )
    only = ~((sector == labels.PROVIDER_SECTOR["PR0"]) & (place != PARENTS))
    return (held("178", ~(has_none & is_given)), held("526", has_none | is_given), *never, held("550", only))


def _urns() -> tuple[Check, ...]:
    urn, has_none = pl.col("urn"), pl.col("place").is_in(WITHOUT_URN)
    abroad = pl.col("host_region").is_in(OUT_OF_ENGLAND).fill_null(value=False)
    before = (pl.col("ended") <= pl.col("as_at").dt.offset_by("-1y")).fill_null(value=False)
    asked = ~(has_none | abroad | before | pl.col("is_short_break"))
    return (held("218", urn.is_not_null() | ~asked), held("222", ~(has_none & (urn != labels.NOT_OFSTED))))


def _postcodes() -> tuple[Check, ...]:
    home, there, place = pl.col("home_post"), pl.col("pl_post"), pl.col("place")
    same = (home == there) & (home.str.len_chars() >= WHOLE_POSTCODE)
    own = (pl.col("sector") == labels.PROVIDER_SECTOR["PR1"]) & ~place.is_in([*FOSTERING, *ADOPTION])
    return (
        held("392c", in_use("home_post", "home_authority"), column="HOME_POST"),
        held("392c", in_use("pl_post", "host_authority")),
        held("392d", ~(same & (place != PARENTS))),
        held("1015", ~(own & pl.col("is_out_of_area") & ~pl.col("is_short_break"))),
    )


EPISODE_RULES: Final = (*_dates(), *_placements(), *_providers(), *_urns(), *_postcodes())
