"""A fixed number of each child, as good as drawn at random, that tells nothing of who it is."""

from hashlib import blake2b
from typing import Final

import polars as pl

BYTES: Final = 4
NO_SALT: Final = b""
"""For the fictional consortium, whose figures must come out the same on every machine: its children are nobody."""


def with_key(rows: pl.DataFrame, on: str, salt: bytes) -> pl.DataFrame:
    """Rows with `key`: the same for a child in every row, table, version and machine that has this salt.

    Whoever knows an identifier but not the salt (64 bytes at most) cannot tell the key. A row about nobody known has a
    key of its own, made of its borough, its date `on` and its place that day.
    """
    nth = pl.int_range(pl.len()).over("borough", on)
    unknown = pl.format("{}|{}|{}", "borough", on, nth)
    named = rows.with_columns(_whose=pl.coalesce("child", unknown))
    whose = named.select("_whose").drop_nulls().unique()
    keys = whose.with_columns(key=pl.Series(_keys(whose["_whose"].to_list(), salt), dtype=pl.UInt32))
    return named.join(keys, on="_whose", how="left", maintain_order="left").drop("_whose")


def _keys(whose: list[str], salt: bytes) -> list[int]:
    """Keys of children; what has taken the salt in is copied, which costs less than taking it in for each."""
    salted, keys = blake2b(digest_size=BYTES, person=b"cell key", key=salt), list[int]()
    for each in whose:
        digest = salted.copy()
        digest.update(each.encode())
        keys.append(int.from_bytes(digest.digest()))
    return keys
