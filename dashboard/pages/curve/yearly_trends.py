"""Whether a measure rises or falls over five years, in words."""

from datetime import date
from typing import Final

import polars as pl

from dashboard.data.settled_months import settled
from metrics import Metric
from metrics.statistics.judgement import Judgement, judged
from metrics.statistics.series_breaks import unbroken
from metrics.statistics.trend import POINTS, Point, Trend, recent_trend

WORDS: Final = {Trend.INCREASING: "rising", Trend.DECREASING: "falling", Trend.NONE: "no significant change"}


def over_years(metric: Metric, months: pl.DataFrame) -> str:
    """Say the recent trend of a measure at a date or of twelve months, by its figures a year apart.

    Columns: month, value, lower, upper. Nothing of what begins again each month, or where five years are not known.
    """
    if not (metric.is_at_date or metric.window_is_year) or settled(months).is_empty():
        return ""
    rows = settled(months).sort("month")
    whole = rows.slice(unbroken(metric.slug, rows["month"].to_list()))
    trend = recent_trend([Point(*row) for row in _a_year_apart(whole).iter_rows()])
    if trend is Trend.UNKNOWN:
        return ""
    word = judged(trend.direction, metric.polarity)
    good = f", which is {word.value}" if word in (Judgement.BETTER, Judgement.WORSE) else ""
    return f"Over {POINTS} years: {WORDS[trend]}{good}."


def _a_year_apart(rows: pl.DataFrame) -> pl.DataFrame:
    """Give value, lower and upper of the latest month of each year, counted back from the last."""
    last = rows["month"].max()
    month = last.month if isinstance(last, date) else 0
    return rows.filter(pl.col("month").dt.month() == month).select("value", "lower", "upper")
