"""Identifiers that lost their leading zeros in one file and not in another: one child to a person, two to a program.

They are never taken for one child, for two children may be called so. The rows without the zeros are told, in the
place of what follows from it (a child without a header, a header without episodes).
"""

from collections.abc import Mapping
from typing import Final

import polars as pl

from loaders.catalogue import SOURCES
from loaders.consolidated import CONSOLIDATED

CODE: Final = "leading-zeros"
WORDS: Final = {CODE: "The identifier is that of another row of the borough but for leading zeros, as 123 is 00123."}
ADVICE: Final = {CODE: "If it is one child, give its identifier alike in every file: format the column as text."}

SOURCE_OF: Final = {source.table: source.slug for source in SOURCES}
PADDED: Final = r"^[^-]*-0"
"""An identifier, after its borough's code, that begins with a zero."""
ZEROS: Final = r"^([^-]*-)0+"


def alike(handed: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """Children whose identifiers differ only by leading zeros: `child`, and `is_short` where it has not the most.

    `handed` are the clean tables.
    """
    tables = [rows.select("child") for rows in handed.values() if "child" in rows.columns]
    padded = pl.concat(rows.filter(pl.col("child").str.contains(PADDED)) for rows in tables).unique()
    bare, length = pl.col("child").str.replace(ZEROS, "$1"), pl.col("child").str.len_chars()
    if padded.is_empty():
        return padded.with_columns(is_short=pl.lit(value=False))
    wanted = padded.select(bare).to_series().implode()
    known = pl.concat(rows.filter(bare.is_in(wanted)).unique() for rows in tables).unique().with_columns(bare=bare)
    several = known.filter(pl.len().over("bare") > 1)
    return several.select("child", is_short=length < length.max().over("bare")).sort("child")


def lost_zeros(handed: Mapping[str, pl.DataFrame], alike: pl.DataFrame) -> list[pl.DataFrame]:
    """Rows of those children that have not the most zeros, as parts of the table `breaches`."""
    short = alike.filter("is_short")
    if short.is_empty():
        return []
    return [_told(rows, short, SOURCE_OF[name]) for name, rows in handed.items() if "child" in rows.columns]


def _told(rows: pl.DataFrame, short: pl.DataFrame, source: str) -> pl.DataFrame:
    found = (
        rows.join(short, on="child", how="semi", maintain_order="left")
        .select("borough", "return_year", "row")
        .unique(maintain_order=True)
    )
    named = found.with_columns(source=pl.lit(source), code=pl.lit(CODE))
    return named.select(list(CONSOLIDATED["breaches"].columns()))
