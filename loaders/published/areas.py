"""Names of areas as publications write them, brought to one spelling: the DfE's."""

from functools import cache
from typing import Final

import polars as pl

from loaders.authorities import authorities, authority

ENGLAND: Final = "England"
PARTS_OF_LONDON: Final = {
    "inner london": "Inner London",
    "outer london": "Outer London",
    "london (inner)": "Inner London",
    "london (outer)": "Outer London",
}


@cache
def regions() -> dict[str, str]:
    """The nine regions and the two parts of London, by their names in small letters."""
    return {each.region.lower(): each.region for each in authorities()} | PARTS_OF_LONDON


def name_of(given: str) -> str:
    """The DfE's name of an authority, region or country; a name that is none of them as it was given."""
    tidy = " ".join(given.split())
    if tidy.lower() == ENGLAND.lower():
        return ENGLAND
    known = None if tidy.isdigit() else authority(tidy)
    return known.name if known else regions().get(tidy.lower(), tidy)


def dfe_name(given: pl.Expr) -> pl.Expr:
    """The same of a column of names; each name is looked up once."""
    return given.map_batches(_names, return_dtype=pl.String)


def _names(cells: pl.Series) -> pl.Series:
    names = cells.drop_nulls().unique().to_list()
    return cells.replace_strict(names, [name_of(name) for name in names], default=None, return_dtype=pl.String)


def level(named: pl.Expr) -> pl.Expr:
    """What a DfE name is of: an authority, a region or England; null of a name that is none of them."""
    levels = (
        dict.fromkeys((each.name for each in authorities()), "Authority")
        | dict.fromkeys(regions().values(), "Region")
        | {ENGLAND: "England"}
    )
    return named.replace_strict(levels, default=None, return_dtype=pl.String)
