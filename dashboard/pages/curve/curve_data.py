"""Turning the curve: a measure's released history, what comes if nothing changes, and what came since action began.

Every number here is made from figures as the release gives them: a month that is hidden takes no part in a forecast.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl

from dashboard.data.comparisons import trend_of
from dashboard.data.figures import metric
from dashboard.data.forecasts import (
    SHAPE,
    Tested,
    bounds_of,
    frame,
    hidden_of,
    made_from,
    rows_of,
    since,
    telling,
    tested,
)
from dashboard.filters.selection import Selection, months_before
from metrics import Metric, When
from metrics.statistics.series_breaks import breaks_of
from store.plans.targets import Goal, goal_on

HISTORY: Final = 60
AHEAD: Final = 12
"""Months of history at most, and months of forecast."""

COMING: Final = "If nothing changes"
TARGET: Final = "Target"
BEGINS: Final = "Counted\nfrom here"
"""The names of series beside the history, and the words beside the day from which action counts."""


@dataclass(frozen=True)
class Curve:
    """One measure of one reader's focus: months released, forecast from now, and expected had nobody acted.

    The frames have the columns of `SHAPE`. `start` is the day from which action counts (None: not begun), `hidden`
    how many months are hidden, `method` the forecast's name and `taught` how many months it rests on.
    """

    metric: Metric
    history: pl.DataFrame
    coming: pl.DataFrame
    expected: pl.DataFrame
    goals: tuple[Goal, ...] = ()
    start: date | None = None
    hidden: int = 0
    method: str = ""
    taught: int = 0
    tested: Tested | None = None

    @property
    def breaks(self) -> tuple[tuple[date, str], ...]:
        """Breaks in the series, and the day from which action counts, each with its words for the chart."""
        begins = ((self.start, BEGINS),) if self.start else ()
        return (*((each.month, each.words) for each in breaks_of(self.metric.slug)), *begins)

    @property
    def seen(self) -> pl.DataFrame:
        """The months of history that have a value."""
        return self.history.filter(pl.col("value").is_not_null())

    @property
    def goal(self) -> Goal | None:
        """The target that holds in the last month, else the next one."""
        last = self.history["month"].max()
        now = goal_on(self.goals, last) if isinstance(last, date) else None
        return now or next(iter(self.goals), None)

    def drawn(self) -> pl.DataFrame:
        """Give everything a chart draws, the history first."""
        return pl.concat([self.history, self.expected, self.coming, self._targets()])

    def _targets(self) -> pl.DataFrame:
        months = pl.concat([self.history, self.coming])["month"].unique().sort().to_list()
        held = [(month, goal_on(self.goals, month)) for month in months]
        return frame([(month, TARGET, goal.value, None, None, None, None) for month, goal in held if goal])


def span(chosen: Selection) -> When:
    """Give the three to five years to the end of the period, as far as there are data."""
    return When(max(chosen.first, months_before(chosen.end, HISTORY)), chosen.end)


def curve(slug: str, chosen: Selection, goals: Sequence[Goal], start: date | None) -> Curve:
    """Give the curve of a measure for the focus, under the reader's release."""
    months = trend_of(slug, chosen, span(chosen))
    return curved(metric(slug), chosen.name, months, tuple(goals), start)


def curved(card: Metric, name: str, months: pl.DataFrame, goals: tuple[Goal, ...], start: date | None) -> Curve:
    """Give the curve of months of figures: month, value, lower, upper, mark, n."""
    typed = [pl.col(column).cast(dtype) for column, dtype in SHAPE.items()]
    typed = [pl.col(column).cast(dtype) for column, dtype in SHAPE.items()]
    history = months.sort("month").with_columns(series=pl.lit(name)).select(typed)
    told, last = telling(card, history), history["month"].max()
    begun = start if start and isinstance(last, date) and start <= last else None
    made, taught = made_from(card, told, AHEAD), told["value"].to_list()
    return Curve(
        metric=card,
        history=history,
        coming=rows_of(COMING, told, made),
        expected=since(card, history, begun, last) if begun and isinstance(last, date) else frame([]),
        goals=goals,
        start=begun,
        hidden=hidden_of(history),
        method=made.method if made else "",
        taught=len(taught),
        tested=tested(tuple(taught), bounds_of(card, taught), told["month"][-1].month) if taught else None,
    )
