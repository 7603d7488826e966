"""Years of two digits: whether the day or the year stands first is decided for a column as a whole, or asked."""

from datetime import date

import pytest

import loaders
from loaders.reading.result import Reading
from tests.loaders.files import balances, csv_of, found, read_text

HEADINGS = ["Child ID", "Price from", "Price to", "Provider", "Total weekly cost"]


def read(*periods: tuple[str, str]) -> Reading:
    rows = [[str(i), started, ended, "Oak Lodge", "4200"] for i, (started, ended) in enumerate(periods, start=1)]
    reading = loaders.read(csv_of([HEADINGS, *rows]), name="BRE/2025/costs.csv")
    assert balances(reading)
    return reading


def days(*cells: str) -> list[str]:
    return [str(day) for day in read(*((cell, "") for cell in cells)).tables["costs"]["started"]]


def codes(reading: Reading) -> list[tuple[int | None, str, str]]:
    return [(row, code, severity) for row, _, code, severity in found(reading) if row]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("24-05-31", "24-06-14", "23-04-13"), ["2024-05-31", "2024-06-14", "2023-04-13"]),
        (("24-05-01", "24-06-14"), ["2024-05-01", "2024-06-14"]),
        (("24-05-31 00:00:00", "24-06-14 09:30"), ["2024-05-31", "2024-06-14"]),
        (("24/05/13", "24/06/30"), ["2024-05-13", "2024-06-30"]),
        (("2024-05-13", "24-06-14"), ["2024-05-13", "2024-06-14"]),
        (("31-05-24", "14-06-24", "13-04-23"), ["2024-05-31", "2024-06-14", "2023-04-13"]),
        (("13-05-2024", "14-06-24"), ["2024-05-13", "2024-06-14"]),
        (("13/05/24", "14/06/23"), ["2024-05-13", "2023-06-14"]),
        (("13.05.24", "24.05.13"), ["2024-05-13", "2013-05-24"]),
    ],
)
def test_a_column_is_read_by_the_one_reading_that_all_of_it_allows(cells: tuple[str, ...], expected: list[str]):
    assert days(*cells) == expected


def test_dates_read_with_the_year_first_are_told():
    assert codes(read(("24-05-31", ""), ("24-06-14", ""))) == [
        (2, "year-first", "warning"),
        (3, "year-first", "warning"),
    ]


def test_dashes_that_allow_both_readings_are_asked_about():
    reading = read(("24-05-13", ""), ("24-06-14", ""), ("5 June 2024", ""))
    assert codes(reading) == [(2, "other-order", "error"), (3, "other-order", "error")]
    assert reading.tables["costs"]["child"].to_list() == ["BRE-3"]


def test_another_column_of_the_file_tells():
    reading = read(("24-05-13", "24-07-30"), ("24-06-14", ""))
    assert reading.tables["costs"].select("started", "ended").rows() == [
        (date(2024, 5, 13), date(2024, 7, 30)),
        (date(2024, 6, 14), None),
    ]


def test_dates_of_both_kinds_in_one_column_are_asked_about():
    reading = read(("31-05-24", ""), ("24-05-31", ""), ("24-05-13", ""))
    assert reading.tables["costs"]["child"].to_list() == ["BRE-1"]
    assert codes(reading) == [(3, "other-order", "error"), (4, "other-order", "error")]


def test_a_date_that_nobody_needs_is_blank_where_it_is_not_sure():
    text = """
        URN     | Setting | Provider | Provision type | Sector  | Overall effectiveness | Last full inspection
        1000001 | Oak     | Bright   | Home           | Private | Good                  | 24-05-13
        """
    reading = read_text(text, "providers.csv")
    assert reading.tables["providers"]["inspected"].to_list() == [None]
    assert (2, "other-order", "warning") in codes(reading)


@pytest.mark.parametrize("cell", ["١٣/٠٥/٢٠٢٤", "۱۳/۰۵/۲۰۲۴", "१३/०५/२०२४", "１３/０５/２０２４"])
def test_digits_of_other_scripts_are_digits(cell: str):
    assert days(cell) == ["2024-05-13"]


def test_an_identifier_and_an_amount_in_other_digits_are_those_in_the_usual_ones():
    reading = loaders.read(csv_of([HEADINGS, ["٧٠٠١", "01/04/2024", "", "Oak", "٤٬٢٠٠٫٥٠"]]), name="BRE/2025/costs.csv")
    assert reading.tables["costs"].select("child", "weekly_cost").row(0) == ("BRE-7001", 4200.5)
