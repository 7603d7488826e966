"""What each release hides, before a figure leaves: the rules, in the order that they are applied.

1. A question outside the fixed lattice is not answered (`lattice`).
2. Figures are made of protected tables (`microdata`), in which small cells were redrawn.
3. Cells of few children, and money of few owner groups, are hidden (`suppression`, `dominance`), and others of
   their line with them so that a total less what is shown does not tell (`secondary_suppression`); of money the same
   ones at all times (`month_consistency`).
4. The event release rounds what is left; single children's amounts are blurred (`perturbation`).
"""

import polars as pl

from metrics.card import Release
from metrics.disclosure.contributors import put_beside, with_people
from metrics.disclosure.dominance import is_money, owners, telling_prices
from metrics.disclosure.lattice import NotInReleaseError, why_not
from metrics.disclosure.microdata import Protected, protected
from metrics.disclosure.month_consistency import is_lasting
from metrics.disclosure.perturbation import adding_up, blurred, rounded
from metrics.disclosure.rules import RULES, Rule, rule_of
from metrics.disclosure.secondary_suppression import with_seconds
from metrics.disclosure.suppression import is_small
from metrics.engine.query import Question
from metrics.populations import Tables
from metrics.shorthand import CONFIDENTIAL

__all__ = [
    "CONFIDENTIAL",
    "RULES",
    "NotInReleaseError",
    "Protected",
    "Rule",
    "adding_up",
    "hidden",
    "masked",
    "protected",
    "rounded",
    "rule_of",
    "why_not",
]

HIDDEN = ["numerator", "denominator", "value", "lower", "upper", "n"]


def hidden(
    sums: pl.DataFrame, rows: pl.DataFrame, question: Question, rule: Rule, tables: Tables, *, uncut: list[str]
) -> pl.DataFrame:
    """Sums with `_hidden` where a cell may not be shown. `rows` were summed; `uncut` are boroughs not cut."""
    told, metric = with_people(sums, rows, question), question.metric
    first = is_small(metric, rule)
    if uncut:
        first = first | pl.col("borough").is_in(uncut)
    if not (is_money(metric) and "provider" in rows.columns):
        return with_seconds(told.with_columns(_hidden=first), question, rule)
    owned = rows.join(owners(tables), on="provider", how="left")
    priced = put_beside(told, telling_prices(owned, question), list(question.by))
    telling = pl.col("told_price").fill_null(value=False) | is_lasting(priced, question, rule, tables, with_seconds)
    return with_seconds(priced.with_columns(_hidden=first | telling), question, rule, owned)


def masked(figures: pl.LazyFrame, question: Question, release: Release) -> pl.LazyFrame:
    """Blank and mark the hidden cells, and blur what is left of single children's amounts."""
    blank = [pl.when("_hidden").then(None).otherwise(pl.col(name)).alias(name) for name in HIDDEN]
    mark = pl.when("_hidden").then(pl.lit(CONFIDENTIAL)).otherwise(pl.col("mark"))
    unmarked = pl.when(mark == "[u]").then(None).otherwise(mark)
    return blurred(figures, question.metric, RULES[release]).with_columns(*blank, mark=unmarked)
