"""Missing and away incidents of several returns, each once."""

from typing import Final

import polars as pl

from loaders.consolidate.repairs.repair_log import Bench
from loaders.consolidate.repairs.repeated_rows import told_once
from loaders.consolidate.rulings import NO_RULINGS, Rulings

INCIDENT: Final = ["child", "started", "is_missing"]


def repaired(rows: pl.DataFrame, loaded: pl.DataFrame, rulings: Rulings = NO_RULINGS) -> Bench:
    """SSDA903 missing and away incidents: one carried over into the next return is the later one's.

    Several incidents of one child, kind and day in one return are several. One that is still open in its last
    return, but is left out of the borough's later ones, ended with that return's last day: otherwise it would be
    carried over into every year to come.
    """
    key = (*INCIDENT, "_of_day")
    bench = told_once(_numbered(rows), loaded, rulings, key=key, codes=("missing-told-otherwise",))
    stale = pl.col("ended").is_null() & pl.col("is_dropped")
    bench.change("missing-closed-with-return", stale, ended=pl.max_horizontal("started", "as_at"))
    bench.rows = bench.rows.drop("as_at", "is_dropped", "_of_day").rename({"started": "date"})
    return bench


def within_care(bench: Bench) -> None:
    """End each incident with the care in which it happened (`care_ended`, null while it goes on or is not known)."""
    outlasts = pl.col("ended").is_null() | (pl.col("ended") > pl.col("care_ended"))
    bench.change(
        "missing-cut-at-end-of-care", outlasts & pl.col("care_ended").is_not_null(), ended=pl.col("care_ended")
    )


def _numbered(rows: pl.DataFrame) -> pl.DataFrame:
    """Incidents with `_of_day`: which of its child, kind, day and return it is, from the last to end on.

    Only the last to end can be carried over into the next return, where it is the only one or the last again.
    """
    of_return = ["return_year", *INCIDENT]
    if not rows.select(pl.struct(of_return).is_duplicated().any()).item():
        return rows.with_columns(_of_day=pl.lit(0, pl.Int64))
    last_first = rows.sort(*of_return, "ended", "row", descending=[*[False] * len(of_return), True, True])
    return last_first.with_columns(_of_day=pl.int_range(pl.len()).over(of_return))
