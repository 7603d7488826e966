"""Identifiers of children: what is one, what stands in its place and is none, and marks that nobody sees."""

import io
from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement, tostring

import polars as pl
import pytest

import loaders
from loaders.reading.result import Reading
from tests.loaders.files import balances, csv_of, found, workbook_of

NAME = "BRE/2025/costs"
HEADINGS = ["Child ID", "Price from", "Price to", "Provider", "Total weekly cost"]
Rows = list[list[str]]


def as_csv(rows: Rows) -> Reading:
    return loaders.read(csv_of(rows), name=f"{NAME}.csv")


def as_workbook(rows: Rows) -> Reading:
    return loaders.read(workbook_of({"Sheet1": rows}), name=f"{NAME}.xlsx")


def as_parquet(rows: Rows) -> Reading:
    file = io.BytesIO()
    pl.DataFrame(rows[1:], schema=rows[0], orient="row").write_parquet(file)
    return loaders.read(file.getvalue(), name=f"{NAME}.parquet")


FORMS = pytest.mark.parametrize("form", [as_csv, as_workbook, as_parquet])
Form = Callable[[Rows], Reading]


def of(*identifiers: str) -> Rows:
    """Prices of these children, alike otherwise."""
    return [HEADINGS, *([each, "01/04/2024", "", "Oak Lodge", "4200"] for each in identifiers)]


def children(reading: Reading) -> list[str]:
    return reading.tables["costs"]["child"].to_list()


UNSEEN = [
    *("7001\u200b", "\ufeff7001", "70\ufeff01", "70\u00ad01", "\u202a7001\u202c", "\u200e7001", "7001\u2060"),
    *("\u00a07001\u00a0", "\u20037001", "7001\u3000", "7001\x1f", "\x857001", "７００１", "7001\ufe0f"),
]


@FORMS
@pytest.mark.parametrize("cell", UNSEEN)
def test_marks_that_nobody_sees_make_no_other_child(form: Form, cell: str):
    reading = form(of(cell, "7002"))
    assert children(reading) == ["BRE-7001", "BRE-7002"]
    assert reading.set_aside == 0


def test_marks_that_nobody_sees_make_no_other_child_in_an_xml_return():
    root = Element("EXPSSDA903")
    for cell in ("70\u200b01", "\ufeff7002", " 7003\u00a0"):
        head = SubElement(SubElement(root, "CHILD"), "HEADER")
        for tag, text in (("CHILDID", cell), ("SEX", "1"), ("DOB", "01/05\u200b/2012"), ("UASC", "0")):
            SubElement(head, tag).text = text
    reading = loaders.read(tostring(root, encoding="utf-8"), name="BRE/2025/return.xml")
    rows = reading.tables["children"]
    assert rows["child"].to_list() == ["BRE-7001", "BRE-7002", "BRE-7003"]
    assert rows["birth_month"].null_count() == 0


@FORMS
def test_marks_that_nobody_sees_are_taken_out_of_every_cell(form: Form):
    rows = [
        [f"\ufeff{heading}\u200b" for heading in HEADINGS],
        ["1", "01\u200b/04/2024", "", "Oak\u00a0Lodge", "4\u00ad200"],
    ]
    (row,) = form(rows).tables["costs"].rows(named=True)
    assert (str(row["started"]), row["provider_name"], row["weekly_cost"]) == ("2024-04-01", "Oak Lodge", 4200)


DRESSED = ["1042.0", "1042.00", "1,042", "'1042", '="1042"', " 1042 "]


@pytest.mark.parametrize("cell", DRESSED)
def test_what_a_spreadsheet_does_to_a_number_is_undone(cell: str):
    assert children(as_parquet(of(cell))) == ["BRE-1042"]


AS_THEY_ARE = ["0042", "A", "AB-12", "AB12/7", "12 34", "1E11", "E11", "SMITH1", "X", "0", "Child A", "MAR1"]


@pytest.mark.parametrize("cell", AS_THEY_ARE)
def test_identifiers_of_any_style_are_kept(cell: str):
    assert children(as_workbook(of(cell))) == [f"BRE-{cell.upper()}"]


REFUSED = {
    "cut-identifier": [
        *("4.0213E+11", "1.23457e+11", "4,0213E+11", "4E+11", "1.2E11", "4.0213 E+11", "1.23457E+5", "4.02x10^11"),
        "4.02*10^11",
    ],
    "formula-error": [
        "#REF!",
        "#N/A",
        "#VALUE!",
        "#NAME?",
        "#DIV/0!",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#####",
        "Err:502",
    ],
    "total": [
        *("Total", "TOTALS:", "Grand Total", "grand total: 45", "Sub-total", "7001 Total", "Total children", "Sum"),
        *("7001 Count", "Number of children", "Row Labels"),
    ],
    "note": [
        *("End of report", "Source: Mosaic, 3 April 2025", "Printed on 01/04/2025", "Page 1 of 3", "Page 1", "END"),
        *("Run date: 1 April", "Report generated 01/04/2025", "OFFICIAL-SENSITIVE", "Official", "Notes", "45 rows"),
        *("(2 rows affected)", "(45 records)", "--- end ---", "Data extracted 1/4/25"),
        *("© Brent Council", "* provisional", "Rows: 45", "This file holds every child", "Applied filters: Team"),
    ],
    "placeholder": ["TEST", "Deleted", "dummy", "Unborn", "TRUE", "do not use", "000"],
    "ditto": ["ditto", '"', "As above", "do.", "〃"],
    "words-for-identifier": ["Jo Bloggs-Roe", "BLOGGS, Joanna", "see other sheet"],
    "heading-again": ["Child ID", "CHILD", "child_id", "Identifier", "Child ID:"],
    "date-for-identifier": ["01/04/2025", "2025-04-01 00:00:00", "1/4/25 10:30", "1-Mar", "Mar-01", "03-Mar-24"],
    "blank": [
        "None",
        "<NA>",
        "nan",
        "NULL",
        "null",
        "NaN",
        "N/A",
        "-",
        "?",
        "unknown",
        "(blank)",
        "n/k",
        "not yet known",
        "Unknown child",
        "XXXXXXX",
        "[redacted]",
    ],
}
EACH = [(code, cell) for code, cells in REFUSED.items() for cell in cells]


@pytest.mark.parametrize(("code", "cell"), EACH)
def test_what_is_no_identifier_is_refused_row_by_row(code: str, cell: str):
    reading = as_workbook(of(cell, "7001", cell))
    assert children(reading) == ["BRE-7001"]
    assert [each for each in found(reading) if each[0]] == [(row, "Child ID", code, "error") for row in (2, 4)]
    assert balances(reading)


@pytest.mark.parametrize("form", [as_csv, as_parquet])
def test_they_are_refused_in_every_format(form: Form):
    cells = ["7001", *(cells[0] for cells in REFUSED.values())]
    assert children(form(of(*cells))) == ["BRE-7001"]


def test_a_total_is_told_once_and_not_for_its_blank_cells():
    reading = as_csv([*of("7001"), ["Grand total", "", "", "", "4200"], ["End of report", "", "", "", ""]])
    assert [each for each in found(reading) if each[0]] == [
        (3, "Child ID", "total", "error"),
        (4, "Child ID", "note", "error"),
    ]


def test_an_identifier_of_nothing_but_marks_that_nobody_sees_is_blank():
    reading = as_workbook(of("7001", "\u200b"))
    assert [each for each in found(reading) if each[0]] == [(3, "Child ID", "blank", "error")]


def incidents(*cells: str) -> Reading:
    rows = [[cell, "C", "01/05/2024", f"{hour}:00"] for hour, cell in enumerate(cells, start=10)]
    return loaders.read(csv_of([["Child ID", "Cohort", "Went missing", "Time"], *rows]), name="BRE/2025/incidents.csv")


@pytest.mark.parametrize("cell", ["", "Unknown", "None", "n/a", "<NA>", "-", "not recorded"])
def test_an_incident_may_be_of_nobody_known_and_nothing_is_said_of_it(cell: str):
    reading = incidents("7001", cell)
    assert reading.tables["incidents"]["child"].to_list() == ["BRE-7001", None]
    assert not [row for row, *_ in found(reading) if row]


@pytest.mark.parametrize("cell", ["4.0213E+11", "#N/A", "#REF!", "Total", "Page 1 of 3"])
def test_an_incident_is_never_of_nobody_because_its_identifier_was_lost(cell: str):
    reading = incidents("7001", cell)
    assert reading.tables["incidents"]["child"].to_list() == ["BRE-7001"]
    assert reading.set_aside == 1


def test_an_error_of_a_spreadsheet_is_no_name():
    reading = as_csv([HEADINGS, ["7001", "01/04/2024", "", "#REF!", "4200"]])
    assert reading.tables["costs"]["provider_name"].to_list() == [None]
    assert (2, "Provider", "unreadable", "warning") in found(reading)


def test_no_finding_repeats_an_identifier():
    reading = as_csv(of("4.0213E+11", "#REF!", "7001 Total", "01/04/2025"))
    assert not any(part in str(reading.findings["message"].to_list()) for part in ("4.0213", "7001", "01/04/2025"))
