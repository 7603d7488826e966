"""Children looked after, by the sample's many thousand lives and a few of our own."""

import polars as pl
import pytest

from metrics import When
from metrics.periods import calendar
from metrics.populations import POPULATIONS
from tests.metrics.asked import YEAR, given, same

PERIOD = ["borough", "child", "period_start", "period_end"]
MONTHS = calendar(When(When.return_year(2022).start, When.return_year(2026).end), "month").lazy()

EPISODES = """
    borough | child | started    | ended      | opens_care | closes_care | is_short_break | sourcing
    Brent   | 1     | 2023-01-01 | 2024-06-01 | true       | false       | false          | Spot
    Brent   | 1     | 2024-06-01 | 2024-08-01 | false      | true        | false          |
    Brent   | 2     | 2024-05-01 | 2024-05-08 | false      | false       | true           |
    Ealing  | 3     | 2024-03-01 | 2024-04-01 | true       | true        | false          |
"""


def population(name: str) -> pl.DataFrame:
    """Give a population of those children in the return year to March 2025."""
    return POPULATIONS[name](given(episodes=EPISODES), calendar(YEAR, None).lazy()).collect()


def test_looked_after_at_any_time_is_once_a_child_as_in_the_last_episode():
    same(
        population("looked_after").select("child", "started", "date"),
        "child | started | date\n1 | 2024-06-01 | 2024-07-31",
    )


def test_who_ends_on_the_first_day_ceased_in_the_period_and_was_not_looked_after_in_it():
    assert population("ceased_care")["child"].to_list() == ["3", "1"]


def test_what_no_price_says_is_not_recorded():
    assert population("looked_after")["sourcing"].to_list() == ["Not recorded"]


@pytest.mark.parametrize("name", ["census", "settled_census", "started_care", "ceased_care", "looked_after"])
def test_no_child_of_the_sample_is_counted_twice_in_a_period(name: str, sample_tables: dict[str, pl.LazyFrame]):
    rows = POPULATIONS[name](sample_tables, MONTHS).select(PERIOD).collect()
    assert rows.height > 1000
    assert rows.is_duplicated().sum() == 0


def test_the_settled_are_the_same_children(sample_tables: dict[str, pl.LazyFrame]):
    settled, census = (POPULATIONS[name](sample_tables, MONTHS).collect() for name in ("settled_census", "census"))
    assert settled.height == census.height
    assert (settled["settled_since"] <= settled["carer_started"]).all()
