"""Ages, bands, and what may be filtered."""

from datetime import date

import polars as pl
import pytest

from metrics.dimensions.catalogue import AGE_BANDS, DIMENSIONS, MADE, only, with_made
from metrics.dimensions.location import DISTANCE_BANDS
from tests.metrics.asked import at, figures, given, same
from tests.table import table

NOTHING_ELSE = given()


def made(name: str, text: str) -> list[object]:
    """Give the values of a made dimension for the rows of a text table."""
    return with_made(table(text).lazy(), frozenset({name}), NOTHING_ELSE).collect()[name].to_list()


@pytest.mark.parametrize(
    ("birth_month", "day", "age"),
    [
        ("2015-03-01", "2025-02-28", 9),
        ("2015-03-01", "2025-03-01", 10),
        ("2015-03-01", "2025-03-31", 10),
        ("2024-12-01", "2025-03-31", 0),
        ("2020-02-01", "2024-02-29", 4),
        ("2020-02-01", "2025-02-01", 5),
        ("2008-02-29", "2024-02-28", 15),
        ("2008-02-29", "2024-02-29", 16),
        ("2008-02-29", "2024-12-31", 16),
        ("2008-02-29", "2025-02-28", 16),
        ("2008-02-29", "2025-03-01", 17),
        ("2008-02-29", "2025-03-31", 17),
        ("2008-02-29", "2026-02-28", 17),
    ],
)
def test_a_child_is_a_year_older_from_the_first_of_the_birth_month(birth_month: str, day: str, age: int):
    assert made("age", f"birth_month | date\n{birth_month} | {day}") == [age]


def test_age_bands_are_the_departments():
    ages = {0: "Under 1", 1: "1 to 4", 4: "1 to 4", 5: "5 to 9", 9: "5 to 9", 10: "10 to 15", 15: "10 to 15"}
    ages |= {16: "16 and over", 17: "16 and over", 18: "16 and over"}
    born = pl.DataFrame({"birth_month": [date(2025 - age, 3, 1) for age in ages], "date": date(2025, 3, 31)})
    found = with_made(born.lazy(), frozenset({"age_band"}), NOTHING_ELSE).collect()["age_band"]
    assert found.to_list() == list(ages.values())
    assert found.dtype.categories.to_list() == AGE_BANDS


def test_a_child_whose_birth_is_not_known_has_no_age():
    assert made("age_band", "birth_month | date\n2015-01-01 | 2025-03-31\n | 2025-03-31") == ["10 to 15", None]


def test_bands_of_distance_hold_their_upper_end():
    bands = ["Up to 5 miles", "Up to 5 miles", "5 to 10 miles", "10 to 20 miles", "Over 20 miles", "Not known"]
    miles = ["0", "5", "5.1", "20", "20.1", ""]
    rows = "\n".join(f"{each} | London" for each in miles)
    assert made("distance_band", f"distance_miles | host_region\n{rows}") == bands
    assert list(dict.fromkeys(bands)) == DISTANCE_BANDS


def test_the_islands_are_far_from_any_home_though_how_far_is_not_known():
    rows = "distance_miles | host_region\n | Channel Islands\n | Isle of Man\n | Wales\n3 | London"
    assert made("distance_band", rows) == ["Over 20 miles", "Over 20 miles", "Not known", "Up to 5 miles"]
    assert made("distance_step", rows)[:2] == ["Not known", "Not known"]


def test_need_level_is_that_of_the_latest_assessment_on_or_before_the_date():
    care = "child | started | ended\n1 | 2020-01-01 |\n2 | 2020-01-01 |\n3 | 2020-01-01 |"
    assessments = """
        child | date       | need_level
        1     | 2024-01-01 | Low
        1     | 2025-03-31 | High
        1     | 2025-04-01 | Very high
        2     | 2025-04-01 | Medium
    """
    found = figures(
        "children_looked_after", by=("need_level",), when=at("2025-03-31"), episodes=care, assessments=assessments
    )
    same(found, "need_level | value\nHigh | 1\nNot assessed | 2")


def test_what_rows_cannot_say_is_not_made():
    rows = with_made(table("borough | x\nBrent | 1").lazy(), frozenset(MADE), NOTHING_ELSE)
    assert rows.collect_schema().names() == ["borough", "x"]


def test_a_column_that_is_there_is_not_made_again():
    rows = table("borough | child | date | need_level\nBrent | 1 | 2025-01-01 | Low").lazy()
    assert with_made(rows, frozenset({"need_level"}), NOTHING_ELSE).collect()["need_level"].to_list() == ["Low"]


def test_a_filter_by_an_absent_column_raises():
    with pytest.raises(ValueError, match="cannot be filtered by sex"):
        only(table("borough | x\nBrent | 1").lazy(), {"sex": ("Male",)})


def test_every_made_dimension_is_named_and_no_child_is():
    assert set(MADE) <= set(DIMENSIONS)
    assert not {"child", "urn", "birth_month", "home_postcode_sector", "placement_postcode_sector"} & set(DIMENSIONS)
