"""Several returns tell of the same thing: the latest one's word is taken, and a contradiction is told."""

from collections.abc import Sequence

import polars as pl

from loaders.consolidate.latest_return import dated, of_source
from loaders.consolidate.repairs.catalogue import REPAIRS
from loaders.consolidate.repairs.repair_log import Bench
from loaders.consolidate.rulings import Rulings

OWN = ("borough", "return_year", "row", "as_at", "is_dropped")
"""What a row says of itself, not of what it tells."""
LATER = "_later"


def told_once(
    rows: pl.DataFrame,
    loaded: pl.DataFrame,
    rulings: Rulings,
    *,
    key: Sequence[str],
    codes: Sequence[str],
    then: Sequence[str] = (),
) -> Bench:
    """Bench with one row a key, sorted by it: the latest return's; within one, the last by `then`, then by `row`.

    A later return that says the same, or how something open has ended since, is no repair. One that says
    otherwise is, by the first of `codes`; two rows of one return that differ are one by the second. Rows get
    `as_at`, the last day their return speaks of, and `is_dropped`, whether the borough has a later return.
    """
    spoken = _spoken(rows, of_source(loaded, REPAIRS[codes[0]].source))
    order = [*key, "return_year", *then, "row"]
    bench = Bench(spoken.sort(order, nulls_last=True, maintain_order=True), rulings)
    is_last = pl.any_horizontal(pl.col(name).ne_missing(pl.col(name).shift(-1)) for name in key)
    last = bench.rows.select(is_last.alias("last"))["last"]
    if not last.all():
        _settle(bench, last, key, codes)
    return bench


def _spoken(rows: pl.DataFrame, returns: pl.DataFrame) -> pl.DataFrame:
    """Rows with `as_at` and `is_dropped`; a later return that has no row at all drops them too."""
    latest = returns.group_by("borough").agg(_latest=pl.col("return_year").max())
    known = dated(rows, returns).join(latest, on="borough", how="left", maintain_order="left")
    last = pl.max_horizontal(pl.col("return_year").max().over("borough"), "_latest")
    return known.with_columns(is_dropped=pl.col("return_year") < last).drop("_latest")


def _settle(bench: Bench, last: pl.Series, key: Sequence[str], codes: Sequence[str]) -> None:
    """Take out the rows that are not the last of their key, and tell those that the last one contradicts."""
    facts = [name for name in bench.rows.columns if name not in {*key, *OWN}]
    says = bench.rows.filter(last).select(*key, pl.col([*facts, "return_year"]).name.suffix(LATER))
    earlier = bench.rows.with_row_index("at").filter(~last).join(says, on=key, how="left", maintain_order="left")
    otherwise = earlier.select("at", _same="return_year", _other=_otherwise(facts)).with_columns(
        _same=earlier["return_year"] == earlier[f"return_year{LATER}"]
    )
    flagged = bench.rows.with_row_index("at").join(otherwise, on="at", how="left", maintain_order="left").drop("at")
    bench.rows = flagged.filter(last | pl.col("_other").fill_null(value=False))
    bench.leave_out(codes[0], pl.col("_other") & ~pl.col("_same"))
    bench.leave_out(codes[-1], pl.col("_other") & pl.col("_same"))
    bench.rows = bench.rows.drop("_same", "_other")


def _otherwise(facts: Sequence[str]) -> pl.Expr:
    """Whether a row says something that the later row does not; an end that came after its return is news."""
    differs = [pl.col(name).is_not_null() & pl.col(name).ne_missing(pl.col(f"{name}{LATER}")) for name in facts]
    was_open = pl.col("ended").is_null() & (pl.col(f"ended{LATER}") <= pl.col("as_at"))
    return pl.any_horizontal(*differs, was_open.fill_null(value=False))
