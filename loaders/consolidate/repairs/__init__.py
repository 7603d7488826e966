"""Rows of several returns made into one history, and word of every row that was changed or left out for it."""

from collections.abc import Mapping

import polars as pl

from loaders.consolidate.repairs import episodes, missing, prices
from loaders.consolidate.repairs.catalogue import REPAIRS, Repair
from loaders.consolidate.repairs.repair_log import Bench
from loaders.consolidate.rulings import Rulings

__all__ = ["REPAIRS", "Bench", "Repair", "benches"]


def benches(handed: Mapping[str, pl.DataFrame], loaded: pl.DataFrame, rulings: Rulings) -> dict[str, Bench]:
    """Episodes, prices and missing incidents, repaired, by clean table; repairs switched off are left undone."""
    return {
        "episodes": episodes.repaired(handed["episodes"], loaded, rulings, handed["children"]),
        "costs": prices.one_at_a_time(handed["costs"], loaded, rulings),
        "missing": missing.repaired(handed["missing"], loaded, rulings),
    }
