"""When a published row speaks of: `time_identifier` is part of it."""

import pytest

from metrics.benchmarks.published_equivalents import Part
from metrics.benchmarks.series import series
from tests.loaders.files import found, read_text
from tests.metrics.asked import given

HEADINGS = "time_period|time_identifier|geographic_level|la_name|number\n"


@pytest.mark.parametrize(
    ("year", "what", "period"),
    [
        ("2024", "Reporting year", "2024"),
        ("2024", "reporting year", "2024"),
        ("2024", "", "2024"),
        ("202425", "Financial year", "2024-25"),
        ("202425.0", "Financial year", "2024-25"),
        ("2016/17", "year ending 31 March 2017", "2016-17"),
        ("2018/2019", "Up to 31 march 2019", "2018-19"),
        ("2024", "Calendar year", "2024 Calendar year"),
        ("202324", "Academic year", "2023-24 Academic year"),
        ("202324", "Autumn term", "2023-24 Autumn term"),
        ("2024", "January", "2024 January"),
        ("2024", "Week 12", "2024 Week 12"),
        ("202324", "Financial year Q1", "2023-24 Financial year Q1"),
    ],
)
def test_a_year_to_31_march_goes_by_its_number_and_any_other_says_what_it_is(year: str, what: str, period: str):
    table = read_text(f"{HEADINGS}{year}|{what}|Local authority|Brent|5", "data.csv").tables["published"]
    assert table["period"].to_list() == [period]


def test_two_identifiers_of_one_year_are_two_periods():
    rows = ["Spring term|3", "Autumn term|4", "Academic year|7"]
    text = HEADINGS + "\n".join("202324|{}|Local authority|Brent|{}".format(*row.split("|")) for row in rows)
    reading = read_text(text, "data.csv")
    assert (reading.accepted, found(reading)) == (3, [])
    assert reading.tables["published"].n_unique("period") == 3


def test_a_financial_and_a_reporting_year_in_one_file_stay_apart():
    text = f"{HEADINGS}2024|Reporting year|Local authority|Brent|5\n2024|Financial year|Local authority|Brent|6"
    assert read_text(text, "data.csv").tables["published"]["period"].to_list() == ["2024", "2024 Financial year"]


def test_only_a_year_to_31_march_stands_beside_our_figures():
    periods = ["2023", "2022-23 (OT)", "2024 Calendar year", "2023-24 Academic year", "2025 January", "2020-21 (BU)"]
    rows = "\n".join(f"Brent | Authority | LACnum | {period} | {at} | LAIT" for at, period in enumerate(periods))
    tables = given(published="authority | level | measure | period | value | publication\n" + rows)
    years = series(Part("LACnum"), tables)
    assert years.select(years["period_end"].dt.year(), "value").rows() == [(2023, 1.0)]
