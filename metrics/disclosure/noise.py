"""Counts changed by a little, the same way each time: the cell-key method of the Office for National Statistics.

A figure's key is the sum of the keys of the children behind it. A fixed table turns it into a change between -5
and 5, mostly within 1. The same children always give the same change, on whatever page and however asked; one
child more or less gives another, so that the difference of two figures does not tell of one child.
"""

from typing import Final

import numpy as np
import polars as pl

REACH: Final = 5
"""The largest change: beyond it no figure is ever moved, and nobody can rule out a smaller one."""
CHANCES: Final = {0: 3400, 1: 2300, 2: 800, 3: 180, 4: 18, 5: 2}
"""Chances in 10,000 of a change of this size, upwards and downwards each but for nought."""
OF: Final = 10_000
WORD: Final = 2**32
MIXING: Final = ((2**16, 0x85EBCA6B), (2**13, 0xC2B2AE35), (2**16, 1))
"""The last steps of MurmurHash3: keys that lie close give changes that do not."""
LIMITS: Final = np.cumsum([CHANCES[abs(change)] for change in range(-REACH, REACH)], dtype=np.uint64)
"""Where the next change begins, in 10,000ths."""


def noise(key: pl.Expr) -> pl.Expr:
    """The change, a whole number from -5 to 5, of a figure with this key; nought for nobody's."""
    return key.map_batches(_noise, return_dtype=pl.Int64, is_elementwise=True)


def _noise(keys: pl.Series) -> pl.Series:
    known = keys.cast(pl.UInt64).fill_null(0).to_numpy()
    mixed = known % WORD
    for shift, times in MIXING:
        mixed = ((mixed ^ (mixed // shift)) * times) % WORD
    chance = mixed // (WORD // OF + 1)
    changes = np.searchsorted(LIMITS, chance, side="right") - REACH
    return pl.Series(keys.name, np.where(known > 0, changes, 0), pl.Int64)


def moved(value: pl.Expr, key: pl.Expr, step: pl.Expr) -> pl.Expr:
    """A sum with its change, in steps of so much, or of one where that is more."""
    return value + (noise(key) * pl.max_horizontal(pl.lit(1.0), step.fill_null(0))).round()
