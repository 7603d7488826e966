"""What each release hides and changes, before a figure leaves: the rules, in the order that they are applied.

1. A question that the release does not answer is answered with hidden cells (`publishable`).
2. Cells of few children, and prices of few providers, are hidden (`small`, `prices`), and the smallest other cell
   of a line that has just one hidden.
3. Every other sum is moved by a little, by the keys of the children behind it (`noise`), and in the event release
   rounded; the value and its interval are made of what is left (`changed`).
"""

import polars as pl

from metrics.card import Release
from metrics.disclosure.changed import blurred, changed
from metrics.disclosure.people import put_beside, with_people
from metrics.disclosure.prices import telling_prices
from metrics.disclosure.publishable import why_not
from metrics.disclosure.rules import RULES, Rule, rule_of
from metrics.disclosure.small import is_small, with_second
from metrics.marks import CONFIDENTIAL
from metrics.question import Question
from metrics.when import STEPS

__all__ = ["CONFIDENTIAL", "RULES", "Rule", "hidden_and_changed", "masked", "rule_of", "why_not"]

HIDDEN = ["numerator", "denominator", "value", "lower", "upper", "n"]


def hidden_and_changed(
    sums: pl.DataFrame, rows: pl.DataFrame, question: Question, rule: Rule, boroughs: int
) -> pl.DataFrame:
    """Sums fit for the release, with `_hidden` where a cell may not be shown. `rows` are those that were summed."""
    if why_not(question, rule, boroughs):
        return sums.with_columns(_hidden=pl.lit(value=True))
    told = with_people(sums, rows, question)
    if question.metric.is_price and "provider" in rows.columns:
        told = put_beside(told, telling_prices(rows, question), list(question.by))
    else:
        told = told.with_columns(told_price=pl.lit(value=False))
    first = is_small(question.metric, rule) | pl.col("told_price").fill_null(value=False)
    return changed(_with_seconds(told.with_columns(_hidden=first), question), question.metric, rule)


def masked(figures: pl.LazyFrame, question: Question, release: Release) -> pl.LazyFrame:
    """Blank and mark the hidden cells, and blur what is left of single children's amounts."""
    blank = [pl.when("_hidden").then(None).otherwise(pl.col(name)).alias(name) for name in HIDDEN]
    mark = pl.when("_hidden").then(pl.lit(CONFIDENTIAL)).otherwise(pl.col("mark"))
    unmarked = pl.when(mark == "[u]").then(None).otherwise(mark)
    return blurred(figures, question.metric, RULES[release]).with_columns(*blank, mark=unmarked)


def _with_seconds(figures: pl.DataFrame, question: Question) -> pl.DataFrame:
    """Once for each way of grouping, as hiding in one line may leave another with one."""
    for _ in question.by:
        for dimension in [name for name in question.by if name not in STEPS]:
            line = [name for name in question.by if name != dimension]
            figures = with_second(figures, line, question.metric)
    return figures
