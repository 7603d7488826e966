"""Day first or month first: decided for a column as a whole, and told; zones and the system of 1904."""

import io
from collections.abc import Sequence
from datetime import date, datetime

import polars as pl
import pytest
import xlsxwriter

import loaders
from loaders.reading.result import Reading
from tests.loaders.files import balances, csv_of, found, workbook_of

HEADINGS = ["Child ID", "Price from", "Price to", "Provider", "Total weekly cost"]


def prices(*periods: tuple[str, str]) -> list[list[str]]:
    return [
        HEADINGS,
        *([str(i), started, ended, "Oak Lodge", "4200"] for i, (started, ended) in enumerate(periods, start=1)),
    ]


def read(*periods: tuple[str, str]) -> Reading:
    reading = loaders.read(csv_of(prices(*periods)), name="BRE/2025/costs.csv")
    assert balances(reading)
    return reading


def periods(reading: Reading) -> list[tuple[str, str]]:
    rows = reading.tables["costs"].select("started", "ended").rows()
    return [(str(started), str(ended)) for started, ended in rows]


def of_rows(reading: Reading) -> list[tuple[int | None, str | None, str, str]]:
    return [each for each in found(reading) if each[0]]


def test_a_date_that_can_only_be_american_decides_its_column_and_is_told_on_each_row():
    reading = read(("04/13/2024", ""), ("05/06/2024", "08/09/2024"), ("07/25/2024", ""), ("03/04/2025", ""))
    assert periods(reading) == [
        ("2024-04-13", "None"),
        ("2024-05-06", "2024-08-09"),
        ("2024-07-25", "None"),
        ("2025-03-04", "None"),
    ]
    assert of_rows(reading) == [
        (2, "Price from", "american-order", "warning"),
        (3, "Price from", "american-order", "warning"),
        (3, "Price to", "american-order", "warning"),
        (4, "Price from", "american-order", "warning"),
        (5, "Price from", "american-order", "warning"),
    ]


@pytest.mark.parametrize("cell", ["04-13-2024", "4.13.2024", "4/13/24", "04/13/2024 10:30:00 AM", "4/13/2024 0:00"])
def test_american_dates_of_any_style_are_known(cell: str):
    assert periods(read((cell, ""), ("05/06/2024", ""))) == [("2024-04-13", "None"), ("2024-05-06", "None")]


def test_days_that_tell_their_order_are_read_as_ever_beside_american_ones():
    cells = ["04/13/2024", "2024-06-05", "5 June 2024", "45448", "05-Jun-24", "20240605"]
    reading = read(*((cell, "") for cell in cells))
    assert {started for started, _ in periods(reading)} == {"2024-04-13", "2024-06-05"}
    assert [row for row, *_ in of_rows(reading)] == [2]


def test_a_column_of_both_orders_is_asked_for():
    reading = read(("04/13/2024", ""), ("13/05/2024", ""), ("05/06/2024", ""), ("06/06/2024", ""))
    assert periods(reading) == [("2024-05-13", "None"), ("2024-06-06", "None")]
    assert of_rows(reading) == [(row, "Price from", "other-order", "error") for row in (2, 4)]


def test_one_slip_among_many_dates_does_not_put_the_column_in_doubt():
    many = [(f"{day}/04/2024", "") for day in range(13, 31)] + [(f"{day}/05/2024", "") for day in range(13, 31)]
    reading = read(*many, ("04/13/2024", ""), ("05/06/2024", ""))
    assert periods(reading)[-1] == ("2024-06-05", "None")
    assert of_rows(reading) == [(38, "Price from", "other-order", "error")]
    assert (None, "Price from", "order-of-most", "info") in found(reading)
    american = [(f"{started[3:6]}{started[:2]}{started[5:]}", "") for started, _ in many]
    reading = read(*american, ("13/04/2024", ""), ("05/06/2024", ""))
    assert periods(reading)[-1] == ("2024-05-06", "None")
    assert (38, "Price from", "other-order", "error") in of_rows(reading)


def test_a_column_that_proves_nothing_in_a_file_of_both_orders_is_told():
    reading = read(("04/13/2024", "05/06/2024"), ("13/05/2024", ""))
    assert (2, "Price from", "other-order", "error") in of_rows(reading)
    reading = read(("04/15/2024", "13/06/2024"), ("05/16/2024", "05/07/2024"))
    assert periods(reading) == [("2024-04-15", "2024-06-13"), ("2024-05-16", "2024-07-05")]


def test_day_first_dates_are_read_as_ever():
    reading = read(("13/04/2024", "05/06/2024"), ("01/02/2024", ""))
    assert periods(reading) == [("2024-04-13", "2024-06-05"), ("2024-02-01", "None")]
    assert not of_rows(reading)


def test_the_order_of_months_of_birth_is_decided_too():
    text = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,M,04/13/2012,WBRI,,,\n2,F,05/06/2011,WBRI,,,\n"
    reading = loaders.read(text.encode(), name="BRE/2025/header.csv")
    assert reading.tables["children"]["birth_month"].to_list() == [date(2012, 4, 1), date(2011, 5, 1)]
    assert [code for row, _, code, _ in found(reading) if row] == ["american-order"] * 2


def test_a_date_that_nobody_needs_is_blank_where_its_order_is_not_sure():
    text = "URN,Setting,Provider,Provision type,Sector,Overall effectiveness,Last full inspection\n"
    rows = [
        f"100000{i},The Laurels,Bright,Home,Private,Good,{day}\n" for i, day in enumerate(["04/13/2024", "13/04/2024"])
    ]
    reading = loaders.read((text + "".join(rows)).encode(), name="providers.csv")
    assert reading.tables["providers"]["inspected"].to_list() == [None, date(2024, 4, 13)]
    assert [(row, code, severity) for row, _, code, severity in of_rows(reading)] == [(2, "other-order", "warning")]


INCIDENTS = [["Child ID", "Cohort", "Went missing", "Time", "Returned"]]
ZONED = [
    ("2024-03-31T23:30:00Z", "2024-04-01", 0),
    ("2024-03-31T23:30:00+00:00", "2024-04-01", 0),
    ("2024-03-31T23:30:00+01:00", "2024-03-31", 23),
    ("2024-03-31t23:30:00z", "2024-04-01", 0),
    ("2024-03-31 23:30:00.000Z", "2024-04-01", 0),
    ("2024-03-31 23:30:00.0000000 +00:00", "2024-04-01", 0),
    ("2024-03-31T23:30Z", "2024-04-01", 0),
    ("2024-03-31 23:30:00 UTC", "2024-04-01", 0),
    ("31/03/2024 23:30:00 +0000", "2024-04-01", 0),
    ("2024-01-31T23:30:00Z", "2024-01-31", 23),
    ("2024-06-01T00:00:00+02:00", "2024-05-31", 23),
    ("2017-05-01t00:00:00", "2017-05-01", 0),
    ("2024-03-31T23:30:00.000", "2024-03-31", 23),
]


@pytest.mark.parametrize(("cell", "day", "hour"), ZONED)
def test_day_and_hour_are_those_of_london(cell: str, day: str, hour: int):
    content = csv_of([*INCIDENTS, ["1", "C", cell, cell, cell]])
    (row,) = loaders.read(content, name="BRE/2025/incidents.csv").tables["incidents"].rows(named=True)
    assert (str(row["started"]), row["hour"], str(row["ended"])) == (day, hour, day)


def test_moments_of_a_parquet_file_in_another_zone_are_london_days():
    moments = pl.Series([datetime(2024, 3, 31, 23, 30)]).dt.replace_time_zone("UTC")
    frame = pl.DataFrame({"Child ID": ["1"], "Cohort": ["C"], "Went missing": moments, "Time": moments})
    file = io.BytesIO()
    frame.write_parquet(file)
    (row,) = loaders.read(file.getvalue(), name="BRE/2025/incidents.parquet").tables["incidents"].rows(named=True)
    assert (row["started"], row["hour"]) == (date(2024, 4, 1), 0)


def book_of_1904(rows: Sequence[Sequence[object]]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"date_1904": True, "default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet()
        for line, row in enumerate(rows):
            sheet.write_row(line, 0, row)
    return file.getvalue()


@pytest.mark.parametrize(
    ("cell", "day"), [(43920, "2024-03-31"), (43920.75, "2024-03-31"), (date(2024, 3, 31), "2024-03-31")]
)
def test_a_workbook_that_counts_from_1904_gives_the_same_days(cell: object, day: str):
    rows = [HEADINGS, ["1", cell, "", "Oak Lodge", 4200]]
    reading = loaders.read(book_of_1904(rows), name="BRE/2025/costs.xlsx")
    assert periods(reading) == [(day, "None")]


def test_a_workbook_that_counts_from_1904_gives_the_same_months_of_birth_and_leaves_other_numbers():
    rows = [["CHILD", "SEX", "DOB", "ETHNIC"], [41042, "M", 39520, "WBRI"]]
    children = loaders.read(book_of_1904(rows), name="BRE/2025/header.xlsx").tables["children"]
    assert children.select("child", "birth_month").row(0) == ("BRE-41042", date(2012, 3, 1))
    usual = loaders.read(workbook_of({"a": [rows[0], [41042, "M", 40982, "WBRI"]]}), name="BRE/2025/header.xlsx")
    assert usual.tables["children"]["birth_month"].to_list() == [date(2012, 3, 1)]
