"""Who stands behind each figure: how many children, their keys taken together, and the most that one of them adds."""

from typing import Final

import polars as pl

from metrics.question import Question

DECIMALS: Final = 6
"""Of a child's amounts. What rises and falls by the same comes to nought, not to whatever the order of adding leaves:
else who is behind a figure, and so its change, would differ from one time to the next."""


def behind(rows: pl.DataFrame, question: Question) -> pl.DataFrame:
    """Count children a group: the groupings of the question, then what they come to.

    `people` are all of them, `behind` those with something in the numerator, `beside` those whose numerator is
    not their whole denominator. `key_*` add up the keys of all, of those behind and of those in the denominator;
    `most_*` is the largest amount of one child in the numerator and in the denominator. Rows about no child (a
    population, a contract) count for nothing here.
    """
    each = _each(rows, question)
    part = _summed(each, list(question.by), _of_part())
    rest = [name for name in question.by if name not in question.metric.parts]
    if rest == list(question.by):
        return part
    whole = _summed(each, rest, _of_whole())
    joined = part.drop(whole.columns[len(rest) :]).join(whole, on=rest, how="left") if rest else _beside(part, whole)
    return joined.with_columns(beside=pl.col("people") - pl.col("behind"))


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
    part, key = pl.col("numerator"), pl.col("key")
    return [
        *_of_whole(),
        (part != 0).sum().cast(pl.Int64).alias("behind"),
        (part != pl.col("denominator")).sum().cast(pl.Int64).alias("beside"),
        key.filter(part != 0).sum().alias("key_part"),
        part.abs().max().alias("most_part"),
    ]


def _of_whole() -> list[pl.Expr]:
    whole, key = pl.col("denominator"), pl.col("key")
    return [
        pl.len().cast(pl.Int64).alias("people"),
        key.sum().alias("key_all"),
        key.filter(whole != 0).sum().alias("key_whole"),
        whole.abs().max().alias("most_whole"),
    ]


def _summed(each: pl.DataFrame, by: list[str], sums: list[pl.Expr]) -> pl.DataFrame:
    return each.group_by(by).agg(sums) if by else each.select(sums)


def _beside(part: pl.DataFrame, whole: pl.DataFrame) -> pl.DataFrame:
    return part.drop(whole.columns).join(whole, how="cross")
