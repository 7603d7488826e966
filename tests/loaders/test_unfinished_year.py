"""Return years that have not ended, or not begun, on the day of reading."""

from datetime import date

import pytest

import loaders
from tests.loaders.files import csv_of, read_text, rows_of

TODAY = date(2026, 11, 29)
MISSING = """
    CHILD | MISSING | MIS_START  | MIS_END
    1042  | M       | 13/05/2026 | 14/05/2026
    1043  | M       | 01/10/2026 |
"""


def told(reading: loaders.Reading) -> list[tuple[str, str]]:
    return reading.findings.filter(code="unfinished-year").select("severity", "message").rows()


def test_a_year_that_has_not_ended_is_an_extract_to_the_latest_day_in_its_rows():
    reading = read_text(MISSING, "BRE/2027/missing.csv", today=TODAY)
    assert (reading.return_year, reading.as_at) == (2027, date(2026, 10, 1))
    ((severity, message),) = told(reading)
    assert severity == "warning"
    assert message.startswith(
        "The return year 2027 has not ended: read as an extract to 1 October 2026, the latest day"
    )


def test_a_day_in_the_name_is_the_last_day_and_the_year_is_told():
    reading = read_text(MISSING, "BRE/2026-10-31/missing.csv", today=TODAY)
    assert (reading.return_year, reading.as_at) == (2027, date(2026, 10, 31))
    assert told(reading) == [("info", "The return year 2027 has not ended: read as an extract to 31 October 2026.")]


@pytest.mark.parametrize(
    "name", ["BRE/2027-03-31/missing.csv", "BRE/December 2026/missing.csv", "BRE/FY27/missing.csv"]
)
def test_no_day_that_has_not_come_is_ever_spoken_of(name: str):
    reading = read_text(MISSING, name, today=TODAY)
    assert (reading.return_year, reading.as_at) == (2027, date(2026, 10, 1))
    assert told(reading)


def test_days_that_have_not_come_are_not_the_latest_day():
    uasc = "CHILD | DUC\n7 | 13/10/2028\n8 | 13/10/2026"
    assert read_text(uasc, "BRE/2027/uasc.csv", today=TODAY).as_at == date(2026, 10, 13)


@pytest.mark.parametrize(
    "text", ["CHILD | SEX | DOB | ETHNIC\n7 | F | 13/10/2016 | WBRI", "CHILD | DUC\n7 | 13/10/2020", "CHILD | DUC"]
)
def test_rows_without_a_day_in_the_year_speak_of_its_first_day(text: str):
    reading = read_text(text, "BRE/2027/file.csv", today=TODAY)
    assert (reading.refused, reading.as_at) == (None, date(2026, 4, 1))
    assert told(reading)


def test_a_year_that_has_ended_speaks_to_its_last_day_whatever_its_rows_say():
    reading = read_text(MISSING, "BRE/2027/missing.csv", today=date(2027, 4, 1))
    assert (reading.as_at, told(reading)) == (date(2027, 3, 31), [])
    assert told(read_text(MISSING, "BRE/2027/missing.csv", today=date(2027, 3, 31))) == []


def test_a_year_that_has_not_begun_is_asked_about():
    reading = read_text(MISSING, "BRE/2028/missing.csv", today=TODAY)
    assert str(reading.refused).startswith("The return year 2028 begins on 1 April 2027, which has not come yet.")
    assert read_text(MISSING, "BRE/2028/missing.csv", today=date(2027, 4, 1)).refused is None


def test_the_day_may_be_said_outright():
    content = csv_of(rows_of(MISSING))
    reading = loaders.read(content, name="missing.csv", borough="BRE", as_at=date(2026, 10, 31), today=TODAY)
    assert (reading.return_year, reading.as_at) == (2027, date(2026, 10, 31))
