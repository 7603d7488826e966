"""What is asked: groupings, filters, dates. Checked once, in words a person can act on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from metrics.card import Metric
from metrics.dimensions.catalogue import DIMENSIONS, Where
from metrics.engine.filter_values import did_you_mean
from metrics.engine.return_periods import data_date
from metrics.periods import When, calendar, step_of
from metrics.populations import Tables


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
    _refuse_what_makes_no_sense(metric, by, kept)
    span = when or When.year_to(data_date(tables))
    return Question(metric, by, kept, span, calendar(span, step_of(by), metric.window_is_year))


def _refuse_what_makes_no_sense(metric: Metric, by: tuple[str, ...], where: Where) -> None:
    for name in (*by, *where):
        if name not in DIMENSIONS:
            near = did_you_mean(name, list(DIMENSIONS)) or f" There are {', '.join(DIMENSIONS)}."
            raise ValueError(f"There is no dimension {name}.{near}")
    repeated = [name for name in by if by.count(name) > 1]
    if repeated:
        raise ValueError(f"{metric.title} is grouped by {repeated[0]} twice.")
    for name in by:
        if metric.only_by is not None and name not in metric.only_by:
            raise ValueError(f"{metric.title} cannot be grouped by {name}. It can be by {', '.join(metric.only_by)}.")
