"""Money hidden in one month is hidden at all times: a year less its other months would tell that month.

Months, and twelve months to each month's end, are answered of the same spend; and the consortium's totals are as they
were, as children who change places stay within it. So which categories tell too much is decided once a data version,
for all months together and for every measure of that spend.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import polars as pl

from metrics.card import Metric
from metrics.disclosure.contributors import put_beside, with_people
from metrics.disclosure.dominance import owners, telling_prices
from metrics.disclosure.lattice import cuts
from metrics.disclosure.rules import Rule
from metrics.disclosure.suppression import is_small
from metrics.disclosure.traits import month_end
from metrics.discovery import METRICS
from metrics.engine.aggregate import AS_TEXT, grouped
from metrics.engine.groupings import groupings
from metrics.engine.query import Question
from metrics.engine.return_periods import data_date
from metrics.engine.rows import rows_of
from metrics.engine.table_cache import coded, remembered
from metrics.periods import When, calendar
from metrics.populations import Tables

Seconds = Callable[[pl.DataFrame, Question, Rule, pl.DataFrame], pl.DataFrame]

OF_DAYS: Final = "priced_days"
"""The population whose days come to the spend of months and years alike."""

SPEND: Final = "spend"
YEARS: Final = 3
PASSES: Final = 4


def is_of_days(metric: Metric) -> bool:
    """Say whether a figure is of the spend that is told month by month too."""
    return OF_DAYS in metric.needs


def is_lasting(sums: pl.DataFrame, question: Question, rule: Rule, tables: Tables, seconds: Seconds) -> pl.Series:
    """Say of each group whether it is hidden for the sake of some month, whichever is asked about.

    What is no part of spend, as why it changed is none, has no months whose spend it could tell.
    """
    cut = sorted(cuts(question))
    if not is_of_days(question.metric) or len(cut) != 1 or cut[0] not in _cuts_of_spend(tables):
        return pl.Series([False] * sums.height, dtype=pl.Boolean)
    name = cut[0]
    hidden = remembered(tables, ("lasting", name, rule), lambda: _hidden(name, rule, tables, seconds))
    if name in question.by:
        return sums[name].cast(pl.String).fill_null("").is_in(hidden)
    kept = {str(value).lower() for value in question.where[name]}
    return pl.Series([not kept.isdisjoint(each.lower() for each in hidden)] * sums.height, dtype=pl.Boolean)


def _cuts_of_spend(tables: Tables) -> frozenset[str]:
    return remembered(tables, "cuts of spend", lambda: frozenset(groupings(METRICS[SPEND], tables)))


def _hidden(name: str, rule: Rule, tables: Tables, seconds: Seconds) -> list[str]:
    """Name the categories that tell too much in any month, and those hidden with them."""
    question, rows = _months(name, tables)
    owned = rows.join(owners(tables), on="provider", how="left")
    told = with_people(grouped(rows, question), rows, question)
    priced = put_beside(told, telling_prices(owned, question), list(question.by))
    telling = pl.col("told_price").fill_null(value=False)
    figures = priced.with_columns(_hidden=is_small(question.metric, rule) | telling)
    for _ in range(PASSES):
        figures = figures.with_columns(pl.col("_hidden").any().over(name))
        before = figures["_hidden"].sum()
        figures = seconds(figures, question, rule, owned)
        if figures["_hidden"].sum() == before:
            break
    found = figures.filter(pl.col("_hidden").any().over(name))[name]
    return found.cast(pl.String).fill_null("").unique().sort().to_list()


def _months(name: str, tables: Tables) -> tuple[Question, pl.DataFrame]:
    """Ask for the whole consortium's spend by month, of the last years, and give its rows."""
    end = month_end(data_date(tables))
    span = replace(When.year_to(end), start=end.replace(year=end.year - YEARS, day=1))
    question = Question(METRICS[SPEND], (name, "month"), {}, span, calendar(span, "month"))
    columns = ["numerator", "denominator", "n", "child", "provider", "provider_sector", *question.by]
    return question, rows_of(question, coded(tables)).select(columns).collect().with_columns(AS_TEXT)
