"""Who stands behind each figure: how many children, in all, in the numerator and beside it."""

from typing import Final

import polars as pl

from metrics.engine.query import Question

DECIMALS: Final = 6
"""Of a child's amounts. What rises and falls by the same comes to zero, not to whatever the order of adding leaves."""

OF_WHOLE: Final = ["people"]
"""What is told of a whole, whichever part of it a group is."""

TOLD: Final = ("people", "behind", "beside", "before", "now")


def with_people(sums: pl.DataFrame, rows: pl.DataFrame, question: Question) -> pl.DataFrame:
    """Put beside each group's sums the children behind them.

    `people` are all of them, `behind` those with something in the numerator, `beside` those whose numerator is
    not their whole denominator; `before` those in the denominator, which for a change are the year before's, and `now`
    those in the two together, which are this year's. Rows about no child (a population, a contract) count for
    nothing here. Where there is nobody in a part, its whole is there all the same.
    """
    each, by = _each(rows, question), list(question.by)
    part = _summed(each, by, _of_part())
    rest = [name for name in by if name not in question.metric.parts]
    nobody = pl.col(TOLD).fill_null(0)
    if rest == by:
        return put_beside(sums, part, by).with_columns(nobody)
    whole = _summed(each, rest, _of_whole())
    told = put_beside(put_beside(sums, part.drop(OF_WHOLE), by), whole, rest).with_columns(nobody)
    return told.with_columns(beside=pl.col("people") - pl.col("behind"))


def put_beside(sums: pl.DataFrame, told: pl.DataFrame, by: list[str]) -> pl.DataFrame:
    """Put what is told of each group beside its sums; without groups there is but one row of each."""
    if not by:
        return sums.join(told, how="cross")
    return sums.join(told, on=by, how="left", nulls_equal=True, maintain_order="left")


def _each(rows: pl.DataFrame, question: Question) -> pl.DataFrame:
    """One row a child and group, with what all its rows come to."""
    unit = question.metric.n_of or "child"
    if unit not in rows.columns:
        return rows.head(0).select(*question.by, "numerator", "denominator")
    known = rows.filter(pl.col(unit).is_not_null())
    return known.group_by(*question.by, pl.col(unit).alias("_unit")).agg(
        pl.col("numerator", "denominator").sum().round(DECIMALS)
    )


def _of_part() -> list[pl.Expr]:
    part, whole = pl.col("numerator"), pl.col("denominator")
    return [
        *_of_whole(),
        _many(part != 0, "behind"),
        _many(part != whole, "beside"),
        _many(whole != 0, "before"),
        _many(part + whole != 0, "now"),
    ]


def _of_whole() -> list[pl.Expr]:
    return [pl.len().cast(pl.Int64).alias("people")]


def _many(who: pl.Expr, name: str) -> pl.Expr:
    return who.sum().cast(pl.Int64).alias(name)


def _summed(each: pl.DataFrame, by: list[str], sums: list[pl.Expr]) -> pl.DataFrame:
    return each.group_by(by).agg(sums) if by else each.select(sums)
