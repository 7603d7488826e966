"""What nobody outside knows, for draws that nobody can draw again: made of the stored children's keys."""

from collections.abc import Iterable
from hashlib import blake2b
from typing import Final

import numpy as np
import polars as pl

from metrics.populations import Tables

FEWEST: Final = 8
"""Keys that the secret is made of: the smallest, which are mostly still the smallest when more children are loaded."""

BYTES: Final = 8
OF: Final = 2.0 ** (8 * BYTES)


def secret_of(tables: Tables) -> bytes:
    """Give the installation's own secret; it stays the same from one data version to the next for most uploads."""
    keys = tables["episodes"].select(pl.col("key").unique().sort().head(FEWEST)).collect()["key"]
    return _digest(b"lattice", ",".join(map(str, keys)), 32)


def drawn(secret: bytes, names: Iterable[str]) -> np.ndarray:
    """Draw a number from 0 to below 1 for each name: the same each time for the same name and secret."""
    return np.array([int.from_bytes(_digest(secret, name, BYTES)) / OF for name in names])


def _digest(secret: bytes, name: str, size: int) -> bytes:
    return blake2b(name.encode(), key=secret, digest_size=size).digest()
