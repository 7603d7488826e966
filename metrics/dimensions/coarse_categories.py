"""Small categories put together, so that fewer cells are hidden where figures are shown to others."""

from typing import Final

import polars as pl

from metrics.dimensions.location import nearness

OTHER: Final = "Other"
BROAD_GROUPS: Final = ["Foster care", "Supported accommodation", "Secure and children's homes", OTHER]
BROAD_TYPES: Final = ["In-house foster", "IFA foster", "Supported accommodation", "Children's home", OTHER]
BROAD_SECTORS: Final = ["Own provision", "Private", OTHER]
BROAD_NEARNESS: Final = ["Home borough", "Elsewhere in London", "Outside London or not known"]

LABELS: Final = {
    "placement_group": BROAD_GROUPS,
    "placement_type": BROAD_TYPES,
    "provider_sector": BROAD_SECTORS,
    "nearness": BROAD_NEARNESS,
}
"""The values of the broad dimension that stands for each."""

BROAD: Final = {
    "placement_group": "broad_group",
    "placement_type": "broad_type",
    "provider_sector": "broad_sector",
    "nearness": "broad_nearness",
}
"""Each dimension that has a broad one, and which that is."""


def broad_group() -> pl.Expr:
    """Give the placement group, all but the three largest nationally as other."""
    return _kept("placement_group", BROAD_GROUPS)


def broad_type() -> pl.Expr:
    """Give the placement type, all but the four that are bought and provided most as other."""
    return _kept("placement_type", BROAD_TYPES)


def broad_sector() -> pl.Expr:
    """Give who provides the care: the authority itself, a private provider, or another."""
    return _kept("provider_sector", BROAD_SECTORS)


def broad_nearness() -> pl.Expr:
    """Give where a child lives, seen from the borough responsible: home, elsewhere in London, beyond or not known."""
    home, near, london = BROAD_NEARNESS[0], ("Neighbouring borough", "Rest of London"), BROAD_NEARNESS[1]
    where = nearness().cast(pl.String)
    broad = pl.when(where == home).then(pl.lit(home)).when(where.is_in(near)).then(pl.lit(london))
    return broad.otherwise(pl.lit(BROAD_NEARNESS[2])).cast(pl.Enum(BROAD_NEARNESS))


def _kept(column: str, broad: list[str]) -> pl.Expr:
    name = pl.col(column).cast(pl.String)
    kept = pl.when(name.is_in(broad)).then(name).when(name.is_not_null()).then(pl.lit(OTHER))
    return kept.cast(pl.Enum(broad))
