"""When in the week an incident starts."""

import polars as pl

from metrics.dimensions.time_of_week import part_of_day, weekday
from tests.table import table


def test_an_hour_falls_in_one_of_six_parts_of_the_day():
    told = table("""
        hour | part
        0    | Midnight to 4am
        3    | Midnight to 4am
        4    | 4am to 8am
        12   | Noon to 4pm
        23   | 8pm to midnight
             | Not recorded
    """)
    parts = told.select(part_of_day().cast(pl.String))
    assert parts.to_series().to_list() == told["part"].to_list()


def test_a_date_has_its_day_of_the_week():
    told = table("""
        date       | day
        2026-09-28 | Monday
        2026-10-04 | Sunday
    """)
    assert told.select(weekday().cast(pl.String)).to_series().to_list() == told["day"].to_list()
