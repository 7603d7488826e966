"""What was so at a date, or during a spell: joins in time within one child."""

from collections.abc import Sequence

import polars as pl


def at(events: pl.DataFrame, spells: pl.DataFrame, columns: Sequence[str], on: str = "date") -> pl.DataFrame:
    """Events with `columns` of the child's spell open at the date `on`; null where none is.

    Open is started on or before the date, and not ended on or before it.
    """
    found = _last_before(events, spells, columns, on)
    is_open = pl.col("_ended").is_null() | (pl.col("_ended") > pl.col(on))
    open_only = [pl.when(is_open).then(name).alias(name) for name in columns]
    return found.with_columns(open_only).drop("_started", "_ended")


def during(spells: pl.DataFrame, others: pl.DataFrame, columns: Sequence[str]) -> pl.DataFrame:
    """Spells with `columns` of the child's other spell in force at their start, else the first one later on.

    `is_matched` says whether there is one. Order of rows: by start.
    """
    known = others.with_columns(is_matched=pl.lit(value=True))
    wanted = [*columns, "is_matched"]
    at_start = at(spells, known, wanted, on="started")
    later = _first_after(spells, known, wanted).select(pl.col(wanted).name.suffix("_later"))
    both = pl.concat([at_start, later], how="horizontal")
    is_now = pl.col("is_matched").is_not_null()
    chosen = [pl.when(is_now).then(name).otherwise(f"{name}_later").alias(name) for name in wanted]
    return both.select(pl.exclude([f"{name}_later" for name in wanted])).with_columns(
        both.select(chosen).with_columns(pl.col("is_matched").fill_null(value=False))
    )


def _last_before(events: pl.DataFrame, spells: pl.DataFrame, columns: Sequence[str], on: str) -> pl.DataFrame:
    return events.sort(on, maintain_order=True).join_asof(
        _right(spells, columns), left_on=on, right_on="_started", by="child", check_sortedness=False
    )


def _first_after(spells: pl.DataFrame, others: pl.DataFrame, columns: Sequence[str]) -> pl.DataFrame:
    found = spells.sort("started", maintain_order=True).join_asof(
        _right(others, columns),
        left_on="started",
        right_on="_started",
        by="child",
        strategy="forward",
        check_sortedness=False,
    )
    overlaps = pl.col("ended").is_null() | (pl.col("_started") < pl.col("ended"))
    return found.select(pl.when(overlaps).then(name).alias(name) for name in columns)


def _right(spells: pl.DataFrame, columns: Sequence[str]) -> pl.DataFrame:
    named = spells.select("child", *columns, _started="started", _ended="ended")
    return named.sort("_started", maintain_order=True)
