"""Who stands behind each figure: how many children, their keys taken together, and by what steps their sum is moved."""

from typing import Final

import polars as pl

from metrics.disclosure.noise import REACH
from metrics.question import Question

DECIMALS: Final = 6
"""Of a child's amounts. What rises and falls by the same comes to nought, not to whatever the order of adding leaves:
else who is behind a figure, and so its change, would differ from one time to the next."""


OF_WHOLE: Final = ["people", "key_all", "key_whole", "step_whole", "most_whole"]
"""What is told of a whole, whichever part of it a group is."""


def with_people(sums: pl.DataFrame, rows: pl.DataFrame, question: Question) -> pl.DataFrame:
    """Put beside each group's sums the children behind them.

    `people` are all of them, `behind` those with something in the numerator, `beside` those whose numerator is
    not their whole denominator; `before` those in the denominator, which for a change are the year before's, and `now`
    those in the two together, which are this year's. `key_*` add up the keys of all, of those behind and of those in
    the denominator; `step_*` is by how much one step of change moves the numerator and the denominator; `most_whole`
    is the largest amount of one child in the denominator. Rows about no child (a population, a contract) count for
    nothing here.
    Where there is nobody in a part, its whole is there all the same.
    """
    each, by = _each(rows, question), list(question.by)
    part = _summed(each, by, _of_part())
    rest = [name for name in by if name not in question.metric.parts]
    if rest == by:
        return put_beside(sums, part, by)
    whole = _summed(each, rest, _of_whole())
    told = put_beside(put_beside(sums, part.drop(OF_WHOLE), by), whole, rest)
    told = told.with_columns(pl.col("behind", "key_part", "step_part").fill_null(0))
    return told.with_columns(beside=pl.col("people") - pl.col("behind"))


def put_beside(sums: pl.DataFrame, told: pl.DataFrame, by: list[str]) -> pl.DataFrame:
    """Put what is told of each group beside its sums; without groups there is but one row of each."""
    if not by:
        return sums.join(told, how="cross")
    return sums.join(told, on=by, how="left", nulls_equal=True, maintain_order="left")


def _each(rows: pl.DataFrame, question: Question) -> pl.DataFrame:
    """One row a child and group, with what all its rows come to."""
    unit = question.metric.n_of or "child"
    if unit not in rows.columns or "key" not in rows.columns:
        return rows.head(0).select(*question.by, "numerator", "denominator", key=pl.lit(0, pl.UInt64))
    known = rows.filter(pl.col(unit).is_not_null())
    return known.group_by(*question.by, pl.col(unit).alias("_unit")).agg(
        pl.col("numerator", "denominator").sum().round(DECIMALS), pl.col("key").first().cast(pl.UInt64)
    )


def _of_part() -> list[pl.Expr]:
    part, whole, key = pl.col("numerator"), pl.col("denominator"), pl.col("key")
    return [
        *_of_whole(),
        (part != 0).sum().cast(pl.Int64).alias("behind"),
        (part != whole).sum().cast(pl.Int64).alias("beside"),
        key.filter(part != 0).sum().alias("key_part"),
        _step(part).alias("step_part"),
        (whole != 0).sum().cast(pl.Int64).alias("before"),
        (part + whole != 0).sum().cast(pl.Int64).alias("now"),
    ]


def _of_whole() -> list[pl.Expr]:
    whole, key = pl.col("denominator"), pl.col("key")
    return [
        pl.len().cast(pl.Int64).alias("people"),
        key.sum().alias("key_all"),
        key.filter(whole != 0).sum().alias("key_whole"),
        _step(whole).alias("step_whole"),
        whole.abs().max().alias("most_whole"),
    ]


def _step(amount: pl.Expr) -> pl.Expr:
    """What the mean child adds, or a fifth of the largest if that is more, in whole multiples of the least.

    So an amount that is the same for every child, or for each of their incidents, is moved by as many of them as
    their count is: divided by what one comes to, it tells no more than the count does.
    """
    sizes = amount.abs().filter(amount != 0)
    least = sizes.min()
    return (pl.max_horizontal(sizes.max() / REACH, sizes.mean()) / least).round() * least


def _summed(each: pl.DataFrame, by: list[str], sums: list[pl.Expr]) -> pl.DataFrame:
    return each.group_by(by).agg(sums) if by else each.select(sums)
