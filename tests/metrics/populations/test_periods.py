"""Rows put into periods."""

import polars as pl

from metrics import When
from metrics.periods import calendar
from metrics.populations.periods import dated, open_at_end, overlapping
from tests.metrics.asked import at, same
from tests.table import table

ROWS = table("""
    child | started    | ended
    1     | 2024-04-01 | 2024-04-30
    2     | 2024-04-30 | 2024-05-01
    3     | 2024-05-31 |
    4     | 2024-03-01 | 2024-04-01
    5     | 2024-04-10 | 2024-04-10
""").lazy()

MONTHS = calendar(When(at("2024-04-01").end, at("2024-05-31").end), "month").lazy()


def test_open_at_the_end_is_started_by_then_and_not_ended_by_then():
    found = open_at_end(ROWS, MONTHS).collect()
    same(found.select("child", "month"), "child | month\n2 | 2024-04-30\n3 | 2024-05-31")
    assert found["date"].equals(found["period_end"], check_names=False)


def test_days_in_a_period_leave_out_the_day_of_the_end():
    found = overlapping(ROWS, MONTHS).select("child", "month", "days", "date").collect()
    same(
        found,
        """
        child | month      | days | date
        1     | 2024-04-30 | 29   | 2024-04-29
        2     | 2024-04-30 | 1    | 2024-04-30
        3     | 2024-05-31 | 1    | 2024-05-31
        """,
    )


def test_days_of_months_add_up_to_days_of_the_span():
    whole = calendar(When(at("2024-04-01").end, at("2024-05-31").end), None).lazy()
    monthly, spanned = (overlapping(ROWS, periods).collect()["days"].sum() for periods in (MONTHS, whole))
    assert monthly == spanned


def test_dated_in_a_period_holds_both_its_ends():
    days = pl.LazyFrame({"date": [at(day).end for day in ("2024-03-31", "2024-04-01", "2024-04-30", "2024-06-01")]})
    assert dated(days, MONTHS).collect().height == 2
