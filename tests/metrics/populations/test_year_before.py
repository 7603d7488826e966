"""The same days a year before."""

from datetime import date

import polars as pl
import pytest

from metrics import When
from metrics.periods import calendar
from metrics.periods import year_before as as_said_of_one_day
from metrics.populations.periods import dated
from metrics.populations.year_before import day_a_year_before, year_before
from tests.metrics.asked import same
from tests.table import table


@pytest.mark.parametrize(
    ("day", "before"),
    [
        ("2025-03-31", "2024-03-31"),
        ("2024-02-29", "2023-02-28"),
        ("2025-02-28", "2024-02-29"),
        ("2024-02-28", "2023-02-28"),
        ("2024-03-01", "2023-03-01"),
    ],
)
def test_the_last_day_of_february_stays_the_last(day: str, before: str):
    asked, expected = date.fromisoformat(day), date.fromisoformat(before)
    assert pl.select(day_a_year_before(pl.lit(asked))).item() == expected
    assert as_said_of_one_day(asked) == expected


def test_rows_of_the_year_before_stand_under_the_later_period():
    days = table("child | date\n1 | 2023-04-01\n2 | 2023-05-31\n3 | 2024-04-01").lazy()
    months = calendar(When(date(2024, 4, 1), date(2024, 5, 31)), "month").lazy()
    found = year_before(lambda tables, periods: dated(tables["days"], periods), {"days": days}, months).collect()
    same(
        found,
        """
        child | date       | month      | period_start
        1     | 2023-04-01 | 2024-04-30 | 2024-04-01
        2     | 2023-05-31 | 2024-05-31 | 2024-05-01
        """,
    )
