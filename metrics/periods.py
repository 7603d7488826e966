"""Dates and periods: when a figure speaks of, and how a span is cut into months, quarters and return years."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

import polars as pl

STEPS: Final = {"month": "1mo", "quarter": "3mo", "year": "12mo"}
"""Groupings by time; a year is a return year, which ends on 31 March and is named by its end."""

YEAR_END_MONTH: Final = 3


@dataclass(frozen=True)
class When:
    """A span of days, both ends included. A figure at a date is taken at `end`."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.start > self.end:
            raise ValueError(f"The period starts on {self.start} but ends on {self.end}: give an earlier start.")

    @classmethod
    def year_to(cls, end: date) -> "When":
        """Give the twelve months that end on a day."""
        return cls(year_before(end) + timedelta(days=1), end)

    @classmethod
    def return_year(cls, year: int) -> "When":
        """Give the return year that ends on 31 March of `year`."""
        return cls(date(year - 1, 4, 1), date(year, 3, 31))

    def before(self) -> "When":
        """Give the same days a year earlier."""
        return When(year_before(self.start), year_before(self.end))


def year_before(day: date) -> date:
    """Give the same day a year earlier; the last day of February stays the last."""
    is_month_end = (day + timedelta(days=1)).day == 1
    if is_month_end:
        return (day + timedelta(days=1)).replace(year=(day + timedelta(days=1)).year - 1) - timedelta(days=1)
    return day.replace(year=day.year - 1)


def return_year(day: pl.Expr) -> pl.Expr:
    """Give the return year that a date falls in."""
    return (day.dt.year() + (day.dt.month() > YEAR_END_MONTH).cast(pl.Int32)).cast(pl.Int16)


def step_of(by: tuple[str, ...]) -> str | None:
    """Give the one grouping by time among the groupings asked for, if any."""
    steps = [name for name in by if name in STEPS]
    if len(steps) > 1:
        raise ValueError(f"Group by one of month, quarter and year, not by {' and '.join(steps)}.")
    return steps[0] if steps else None


@lru_cache(maxsize=500)
def calendar(when: When, step: str | None, window_is_year: bool = False) -> pl.DataFrame:
    """Cut a span into periods: period_start, period_end and, where stepped, the step's label.

    The first and last period are cut to the span. A month or quarter is labelled by its last day, a year by
    its number. With `window_is_year` each period is the twelve months that end where it ends.
    """
    periods = (
        pl.DataFrame({"period_start": [when.start], "period_end": [when.end]}) if step is None else _cut(when, step)
    )
    if window_is_year:
        year_ago = pl.col("period_end").dt.offset_by("1d").dt.offset_by("-1y")
        periods = periods.with_columns(period_start=year_ago)
    return periods


def is_cut(step: str | None, *, at_end: bool) -> pl.Expr:
    """Say of each period whether it is less than the month, quarter or year that it stands for.

    Of a figure taken `at_end` a month or a quarter is named by the very day, and only a year that has not ended is cut.
    """
    if step is None or (at_end and step != "year"):
        return pl.lit(value=False)
    ahead = "3mo" if step == "year" else "0mo"
    first = pl.col("period_end").dt.offset_by(f"-{ahead}").dt.truncate(STEPS[step]).dt.offset_by(ahead)
    is_short = pl.col("period_end") < first.dt.offset_by(STEPS[step]).dt.offset_by("-1d")
    return is_short if at_end else is_short | (pl.col("period_start") > first)


def _cut(when: When, step: str) -> pl.DataFrame:
    first = _first_of_step(when.start, step)
    starts = pl.date_range(first, when.end, interval=STEPS[step], eager=True)
    ends = starts.dt.offset_by(STEPS[step]).dt.offset_by("-1d")
    periods = pl.DataFrame({"period_start": starts, "period_end": ends})
    label = return_year(pl.col("period_end")) if step == "year" else pl.col("period_end")
    return periods.with_columns(label.alias(step)).with_columns(
        pl.col("period_start").clip(lower_bound=when.start), pl.col("period_end").clip(upper_bound=when.end)
    )


def _first_of_step(day: date, step: str) -> date:
    if step == "month":
        return day.replace(day=1)
    if step == "quarter":
        return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    return date(day.year if day.month > YEAR_END_MONTH else day.year - 1, YEAR_END_MONTH + 1, 1)
