"""How twelve indicator scores become one need score and a level.

A guide that this dashboard sets itself, for want of a published one: on the Valuing Care scale each indicator
is none, some, high or very high. A step up must weigh more than the step before it, so that one very high need
(6) counts as much as six of "some" and a child of extremes is not hidden by an average. The total runs from 0
to 72; the levels part it at an average of "some" (12), two of them (24) and "high" (36) over all indicators.
"""

from typing import Final

import polars as pl

from loaders import labels

WEIGHTS: Final = {0: 0, 1: 1, 2: 3, 3: 6}
HIGHEST: Final = max(WEIGHTS.values()) * len(labels.INDICATORS)

LOWEST: Final = {"Very high": 36, "High": 24, "Medium": 12, "Low": 0}
"""The lowest need score of each level, from the top."""

NOT_ASSESSED: Final = labels.NEED_LEVELS[-1]


def weighted(score: pl.Expr) -> pl.Expr:
    """What one indicator's score (0 to 3) adds to the need score."""
    return score.replace_strict(WEIGHTS, return_dtype=pl.Int16)


def level(score: pl.Expr) -> pl.Expr:
    """Level of a need score (0 to 72); "Not assessed" where it is null."""
    reached = [pl.when(score >= lowest).then(pl.lit(name)) for name, lowest in LOWEST.items()]
    return pl.coalesce(*reached, pl.lit(NOT_ASSESSED)).cast(pl.Enum(labels.NEED_LEVELS))
