"""The cases behind a figure: what each child, or young person who went missing, adds to it.

Chance decides who comes into care, how long they stay and where they go. So the unit of evidence is the child: the
rows of one child are added up before anything is squared. What belongs to nobody (residents, a service's contract) is
fixed.
"""

from typing import Final

import polars as pl

from metrics.card import Statistic
from metrics.engine.query import Question
from metrics.engine.sums import summable
from metrics.engine.table_cache import coded
from metrics.populations import Tables

CASE: Final = "case"
BY: Final = "by"
"""The grouping as one text column; one value where nothing is told apart."""

AMOUNTS: Final = ("numerator", "denominator")


def cases(question: Question, tables: Tables) -> pl.DataFrame:
    """Give a row for each case of each group. Columns: by, case (null: fixed), numerator, denominator.

    `question` has at most one grouping, none of it time. The numerator of a quantile is the case's own value.
    """
    unit = question.metric.n_of or "child"
    rows, _ = summable(question, coded(tables), unit)
    group = pl.col(question.by[0]).cast(pl.String) if question.by else pl.lit("")
    named = rows.lazy().select(group.alias(BY), pl.col(unit).alias(CASE), *AMOUNTS)
    if question.metric.statistic is Statistic.QUANTILE:
        return named.collect()
    return named.group_by(BY, CASE).agg(pl.col(AMOUNTS).sum()).collect()


def with_whole(known: pl.DataFrame, whole: str, without: frozenset[str] = frozenset()) -> pl.DataFrame:
    """Put beside the cases of each group those of all of them together, but for some groups."""
    kept = known.lazy().filter(~pl.col(BY).is_in(without)) if without else known.lazy()
    return pl.concat([known.lazy(), kept.with_columns(pl.lit(whole).alias(BY))]).collect()
