"""Shares of a whole: what parts it narrows the part and leaves the whole.

Each placement type's share of all children, say, whatever else they are grouped by. A metric names the dimensions
that part its whole; grouping or filtering by one of them touches the numerator alone.
"""

import polars as pl

from metrics.dimensions.catalogue import Where, only
from metrics.engine.categories import is_one_of
from metrics.engine.query import Question


def of_whole(question: Question) -> Where:
    """Give the filters that narrow the whole."""
    return {name: values for name, values in question.where.items() if name not in question.metric.parts}


def in_part(rows: pl.LazyFrame, question: Question) -> pl.LazyFrame:
    """Leave the numerator of rows outside the part that is filtered for at zero."""
    if not _of_part(question):
        return rows
    schema = rows.collect_schema()
    inside = [is_one_of(name, schema[name], values) for name, values in _of_part(question).items()]
    return rows.with_columns(pl.when(inside).then("numerator").otherwise(0.0).alias("numerator"))


def over_whole(figures: pl.DataFrame, question: Question) -> pl.DataFrame:
    """Put each group of the part over its whole: the groups alike in every other respect, taken together."""
    if not question.metric.parts:
        return figures
    rest = [name for name in question.by if name not in question.metric.parts]
    whole = [pl.col("denominator", "n").sum().over(rest or [pl.lit(0)])]
    shown = {name: values for name, values in _of_part(question).items() if name in question.by}
    return only(figures.with_columns(whole).lazy(), shown).collect()


def _of_part(question: Question) -> Where:
    return {name: values for name, values in question.where.items() if name in question.metric.parts}
