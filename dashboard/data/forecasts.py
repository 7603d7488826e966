"""Forecasts of a measure as rows, from the months that the release shows, and how far off they would have been."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean
from typing import Final

import polars as pl

from dashboard.data.cache import kept
from dashboard.data.settled_months import settled
from dashboard.filters.selection import month_ends, months_before
from metrics import Metric, Statistic, Unit
from metrics.disclosure import CONFIDENTIAL
from metrics.statistics.forecast import Forecast, forecast
from metrics.statistics.series_breaks import unbroken

EXPECTED: Final = "Expected without action"
"""The name of the series that begins with action."""

A_YEAR: Final = 12
TAUGHT: Final = 24
"""Months that a forecast is made from, at least, when it is tested on what came after."""

FEWEST_TRIES: Final = 6
"""Times that it must have been tried for its error to be told."""

MOST_HIDDEN: Final = 0.2
"""The share of months that may be hidden where the others are to speak for them."""

FORECAST: Final = "[f]"
SHAPE: Final = {
    "month": pl.Date,
    "series": pl.String,
    "value": pl.Float64,
    "lower": pl.Float64,
    "upper": pl.Float64,
    "mark": pl.String,
    "n": pl.Float64,
}

Bounds = tuple[float | None, float | None]
Values = tuple[float, ...]


@dataclass(frozen=True)
class Tested:
    """How a forecast a year ahead would have done on this history: mean absolute errors, in the measure's unit.

    `naive` is that of carrying the last value forward; `times` how often it was tried.
    """

    error: float
    naive: float
    times: int


def since(card: Metric, history: pl.DataFrame, start: date, last: date) -> pl.DataFrame:
    """Forecast the months from a day to the last, from those that had ended before it."""
    before = telling(card, history.filter(pl.col("month") < start))
    if before.is_empty():
        return frame([])
    ahead = len(month_ends(before["month"][-1], last)) - 1
    return rows_of(EXPECTED, before, made_from(card, before, ahead)) if ahead else frame([])


def telling(card: Metric, history: pl.DataFrame) -> pl.DataFrame:
    """Give the settled months since the last break in the measure's series, that may speak for all of them.

    Small numbers are hidden, so those that are shown are the larger ones: where many are hidden, none is given.
    """
    whole = history.slice(unbroken(card.slug, history["month"].to_list()))
    seen = settled(whole)
    return seen.clear() if hidden_of(whole) > MOST_HIDDEN * whole.height else seen


def hidden_of(months: pl.DataFrame) -> int:
    """Count the months that are hidden."""
    return int((months["mark"] == CONFIDENTIAL).fill_null(value=False).sum())


def made_from(card: Metric, told: pl.DataFrame, ahead: int) -> Forecast | None:
    """Forecast from months that all have a value; None where they are too few."""
    if told.is_empty():
        return None
    values = tuple(told["value"].to_list())
    return _forecast(values, ahead, bounds_of(card, values), told["month"][-1].month)


@kept(2000)
def _forecast(values: Values, ahead: int, bounds: Bounds, month: int) -> Forecast | None:
    return forecast(values, ahead, floor=bounds[0], ceiling=bounds[1], month=month)


def bounds_of(card: Metric, values: Sequence[float]) -> Bounds:
    """Give the lowest and the highest that a measure can be, as far as it has such."""
    may_be_negative = card.is_signed or any(value < 0 for value in values)
    is_share = card.unit is Unit.PERCENT and card.statistic is Statistic.SHARE
    return None if may_be_negative else 0.0, 100.0 if is_share else None


def rows_of(name: str, seen: pl.DataFrame, made: Forecast | None) -> pl.DataFrame:
    """Give a forecast as rows of `SHAPE`, from the month after the last that was seen."""
    if made is None:
        return frame([])
    last = seen["month"][-1]
    beyond = months_before(last, -len(made.values) + 1)
    months = month_ends(last, beyond)[1:]
    told = zip(months, made.values, made.lower, made.upper, strict=True)
    return frame([(month, name, value, lower, upper, FORECAST, None) for month, value, lower, upper in told])


@kept(2000)
def tested(values: Values, bounds: Bounds, month: int) -> Tested | None:
    """Try a forecast a year ahead from each month on record that has a year after it; None where they are few.

    `month` is the last one's place in the year.
    """
    places = range(TAUGHT, len(values) - A_YEAR + 1)
    made = {at: _forecast(values[:at], A_YEAR, bounds, _place(month, len(values) - at)) for at in places}
    found = [(abs(each.values[-1] - values[at + A_YEAR - 1]), at) for at, each in made.items() if each]
    if len(found) < FEWEST_TRIES:
        return None
    naive = fmean(abs(values[at - 1] - values[at + A_YEAR - 1]) for _, at in found)
    return Tested(fmean(error for error, _ in found), naive, len(found))


def _place(month: int, before: int) -> int:
    """Give the place in the year of the month that is so many before another."""
    return (month - before - 1) % A_YEAR + 1


def frame(rows: list[tuple[date, str, float, float | None, float | None, str | None, None]]) -> pl.DataFrame:
    """Give rows as a frame of `SHAPE`."""
    return pl.DataFrame(rows, schema=SHAPE, orient="row")
