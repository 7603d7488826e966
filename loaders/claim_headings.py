"""Headings of columns that say whose rows are and of which return year, as headings are compared."""

from typing import Final

from loaders.headings import bare, plain

WHOSE: Final = ("", "placing", "responsible", "submitting", "reporting", "commissioning", "funding", "home", "owning")
WHAT: Final = ("la", "lea", "localauthority", "authority", "borough", "council", "londonborough")
HOW: Final = ("", "name", "code", "number", "no", "id")
AUTHORITIES: Final = frozenset(f"{whose}{what}{how}" for whose in WHOSE for what in WHAT for how in HOW) | {
    *("oldlacode", "newlacode", "onscode", "onslacode", "dfenumber", "dfeno", "dfelacode", "dfelanumber"),
    *("corporateparent", "authorityofresponsibility", "localauthorityplacing"),
}
"""Headings, as they are compared, of a column that names the authority that looks after the child."""
FINANCIAL: Final = ("financial", "fin", "fiscal")
WHICH: Final = ("", "return", "collection", "census", "reporting", "submission", "ssda903", "data", *FINANCIAL)
YEARS: Final = frozenset(f"{which}{what}" for which in WHICH for what in ("year", "yr")) | {
    *("fy", "yearofreturn", "yearofcollection", "yearofcensus", "yearending", "yearended", "yearto", "returnperiod"),
}
"""Headings of a column that names the return year."""


def names_authority(heading: str) -> bool:
    """Whether a column of this heading names the authority that looks after the child."""
    return not AUTHORITIES.isdisjoint({plain(heading), bare(heading)})


def names_year(heading: str) -> bool:
    """Whether a column of this heading names the return year."""
    return not YEARS.isdisjoint({plain(heading), bare(heading)})


def is_claim(heading: str) -> bool:
    """Whether a column of this heading says whose its rows are, or of which year."""
    return names_authority(heading) or names_year(heading)
