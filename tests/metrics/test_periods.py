"""Dates and periods: leap years, cut months, return years."""

from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.periods import When, calendar, return_year, step_of, year_before
from tests.metrics.asked import same

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31))


def test_a_return_year_ends_on_31_march_and_is_named_by_its_end():
    assert When.return_year(2024) == When(date(2023, 4, 1), date(2024, 3, 31))
    days = pl.DataFrame({"day": [date(2024, 3, 31), date(2024, 4, 1), date(2024, 12, 31), date(2025, 1, 1)]})
    assert days.select(return_year(pl.col("day")))["day"].to_list() == [2024, 2025, 2025, 2025]


def test_an_end_before_its_start_is_said():
    with pytest.raises(ValueError, match="starts on 2025-01-02 but ends on 2025-01-01"):
        When(date(2025, 1, 2), date(2025, 1, 1))


@pytest.mark.parametrize(
    ("day", "before"),
    [
        ("2025-03-31", "2024-03-31"),
        ("2024-02-29", "2023-02-28"),
        ("2025-02-28", "2024-02-29"),
        ("2024-02-28", "2023-02-28"),
        ("2025-06-15", "2024-06-15"),
    ],
)
def test_a_year_before_keeps_the_last_of_february_the_last(day: str, before: str):
    assert year_before(date.fromisoformat(day)) == date.fromisoformat(before)


@given(DAYS)
def test_a_year_to_a_day_ends_there_and_has_365_or_366_days(day: date):
    span = When.year_to(day)
    assert span.end == day
    assert (span.end - span.start).days + 1 in {365, 366}


def test_the_same_days_a_year_earlier():
    assert When.return_year(2025).before() == When.return_year(2024)


def test_months_are_cut_to_the_span_and_labelled_by_their_own_last_day():
    same(
        calendar(When(date(2024, 1, 15), date(2024, 3, 2)), "month"),
        """
        month      | period_start | period_end
        2024-01-31 | 2024-01-15   | 2024-01-31
        2024-02-29 | 2024-02-01   | 2024-02-29
        2024-03-31 | 2024-03-01   | 2024-03-02
        """,
    )


def test_quarters_are_those_of_the_calendar_which_the_return_year_is_made_of():
    same(
        calendar(When.return_year(2025), "quarter"),
        """
        quarter    | period_start | period_end
        2024-06-30 | 2024-04-01   | 2024-06-30
        2024-09-30 | 2024-07-01   | 2024-09-30
        2024-12-31 | 2024-10-01   | 2024-12-31
        2025-03-31 | 2025-01-01   | 2025-03-31
        """,
    )


def test_years_are_return_years():
    same(
        calendar(When(date(2024, 1, 1), date(2025, 4, 30)), "year"),
        """
        year | period_start | period_end
        2024 | 2024-01-01   | 2024-03-31
        2025 | 2024-04-01   | 2025-03-31
        2026 | 2025-04-01   | 2025-04-30
        """,
    )


def test_a_window_of_a_year_ends_with_each_period():
    found = calendar(When(date(2024, 2, 1), date(2024, 3, 31)), "month", window_is_year=True)
    same(
        found,
        """
        month      | period_start | period_end
        2024-02-29 | 2023-03-01   | 2024-02-29
        2024-03-31 | 2023-04-01   | 2024-03-31
        """,
    )


@given(DAYS, st.integers(min_value=0, max_value=1500), st.sampled_from(["month", "quarter", "year"]))
def test_periods_part_the_span_without_gap_or_overlap(start: date, days: int, step: str):
    periods = calendar(When(start, start + timedelta(days=days)), step)
    assert periods["period_start"][0] == start
    assert periods["period_end"][-1] == start + timedelta(days=days)
    following = periods["period_start"].shift(-1).drop_nulls()
    assert (following - periods["period_end"].head(len(following)) == timedelta(days=1)).all()


def test_one_grouping_by_time_at_most():
    assert step_of(("borough", "month")) == "month"
    assert step_of(("borough",)) is None
    with pytest.raises(ValueError, match="not by month and year"):
        step_of(("month", "year"))
