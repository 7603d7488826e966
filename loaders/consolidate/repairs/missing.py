"""Missing and away incidents of several returns, each once."""

import polars as pl

from loaders.consolidate.repairs.bench import Bench
from loaders.consolidate.repairs.retold import told_once
from loaders.consolidate.rulings import NO_RULINGS, Rulings


def repaired(rows: pl.DataFrame, loaded: pl.DataFrame, rulings: Rulings = NO_RULINGS) -> Bench:
    """SSDA903 missing and away incidents: one carried over into the next return is the later one's.

    One that is still open in its last return, but is left out of the borough's later ones, ended with that
    return's last day: otherwise it would be carried over into every year to come.
    """
    key = ("child", "started", "is_missing")
    bench = told_once(rows, loaded, rulings, key=key, codes=("missing-told-otherwise",), then=("ended",))
    stale = pl.col("ended").is_null() & pl.col("is_dropped")
    bench.change("missing-closed-with-return", stale, ended=pl.max_horizontal("started", "as_at"))
    bench.rows = bench.rows.drop("as_at", "is_dropped").rename({"started": "date"})
    return bench
