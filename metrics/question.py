"""What is asked: groupings, filters, dates. Checked once, in words a person can act on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from metrics.card import Metric
from metrics.dimensions import Where
from metrics.populations import Tables
from metrics.when import When, calendar, step_of


@dataclass(frozen=True)
class Question:
    """One metric asked of some boroughs' tables: how it is grouped, what is kept, and when."""

    metric: Metric
    by: tuple[str, ...]
    where: Where
    when: When
    periods: pl.DataFrame = field(compare=False, repr=False)

    @property
    def wanted(self) -> frozenset[str]:
        """Every column that the groupings and filters need."""
        return frozenset(self.by) | frozenset(self.where)

    @property
    def step(self) -> str | None:
        """The one grouping by time, if any."""
        return step_of(self.by)


def ask(
    metric: Metric,
    tables: Tables,
    by: tuple[str, ...],
    where: Mapping[str, tuple[str, ...]] | None,
    when: When | None,
) -> Question:
    """Check a question and put it in order.

    Raises:
        ValueError: a grouping or filter that the metric does not allow, in plain English.
    """
    kept = dict(where or {})
    _refuse_what_makes_no_sense(metric, by)
    span = when or When.year_to(data_date(tables))
    return Question(metric, by, kept, span, calendar(span, step_of(by), metric.window_is_year))


def data_date(tables: Tables) -> date:
    """Give the last day that every borough's episodes speak of; 31 March 2025 when nothing is loaded."""
    loaded = tables["loaded"].filter(pl.col("source").str.contains("episodes|xml") & pl.col("as_at").is_not_null())
    last = loaded.group_by("borough").agg(pl.col("as_at").max()).select(pl.col("as_at").min()).collect().item()
    return last or date(2025, 3, 31)


def _refuse_what_makes_no_sense(metric: Metric, by: tuple[str, ...]) -> None:
    repeated = [name for name in by if by.count(name) > 1]
    if repeated:
        raise ValueError(f"{metric.title} is grouped by {repeated[0]} twice.")
    if metric.only_by is None:
        return
    for name in by:
        if name not in metric.only_by:
            raise ValueError(f"{metric.title} cannot be grouped by {name}. It can be by {', '.join(metric.only_by)}.")
