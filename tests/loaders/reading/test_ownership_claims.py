"""Columns of all kinds of headings that say whose the rows are or of which year, and those that only seem to."""

from datetime import date

import pytest

import loaders
from loaders.reading.result import Reading
from tests.loaders.files import LATER, Rows, csv_of, workbook_of

HEAD = ["CHILD", "MISSING", "MIS_START", "MIS_END"]
ROW = ["M", "13/01/2025", ""]


def file_of(heading: str, *cells: str) -> Rows:
    return [[*HEAD, heading], *([str(at), *ROW, cell] for at, cell in enumerate(cells, 1))]


def parts(heading: str, *cells: str, name: str) -> list[Reading]:
    return loaders.read_parts(csv_of(file_of(heading, *cells)), name=name, today=LATER)


def refusal(heading: str, *cells: str, name: str = "Brent/2025/missing.csv") -> str:
    (reading,) = parts(heading, *cells, name=name)
    return str(reading.refused)


def codes(heading: str, *cells: str, name: str = "Brent/2025/missing.csv") -> list[str]:
    (reading,) = parts(heading, *cells, name=name)
    assert reading.refused is None, reading.refused
    return reading.findings["code"].to_list()


@pytest.mark.parametrize(
    "heading",
    [
        *("Organisation", "Organisation name", "LA of responsibility", "Looked after by", "Borough Name (placing)"),
        *("Corporate parent authority", "LA_NAME_SHORT", "Child's LA", "DfE LA no."),
        *("Lead authority", "Case holding authority", "CaseHoldingAuthority", "Originating LA"),
    ],
)
def test_a_column_that_says_whose_rows_are_in_other_words_is_held_against_the_names(heading: str):
    assert "Ealing (1 row)" in refusal(heading, "Brent", "Ealing")
    divided = parts(heading, "Brent", "Ealing", name="missing_2025.csv")
    assert [(part.borough, part.rows) for part in divided] == [("Brent", 1), ("Ealing", 1)]


@pytest.mark.parametrize("cell", ["Brent (304)", "304 - Brent", "304 Brent", "LBB Brent", "Brent LBC", "\u00a0Brent "])
def test_a_cell_that_names_one_authority_twice_names_it(cell: str):
    assert "blank-owner" not in codes("LA", cell, "Brent")
    assert "no authority that is known in row 3" in refusal("LA", "Brent", "Brent and Ealing")


@pytest.mark.parametrize(
    ("heading", "one", "other"),
    [
        ("Organisation", "Oak Lodge", "Kent County Council"),
        ("In borough", "Yes", "No"),
        ("LA", "Y", "N"),
        ("Borough", "In", "Out"),
        ("Placement LA", "Kent", "Ealing"),
        ("PL_LA", "Kent", "Ealing"),
        ("LA where living", "Kent", "Ealing"),
        ("Area", "Kent", "Ealing"),
        ("Surname", "Kent", "Smith"),
        ("Year group", "7", "8"),
        ("Academic year", "2023/24", "2024/25"),
        ("Extract date", "30/06/2025", "30/06/2025"),
        ("Return", "14/01/2025", "14/04/2025"),
    ],
)
def test_a_column_that_says_something_else_is_no_question(heading: str, one: str, other: str):
    assert {"maybe-owner", "blank-owner", "divided"}.isdisjoint(codes(heading, one, other))


@pytest.mark.parametrize("heading", ["Directorate", "Partner", "Local authority district"])
def test_a_column_of_nothing_but_authorities_is_a_question_where_one_is_another(heading: str):
    assert "maybe-owner" in codes(heading, "Brent", "Ealing")
    assert "maybe-owner" not in codes(heading, "Brent", "London Borough of Brent")


@pytest.mark.parametrize(
    ("heading", "one", "other"),
    [
        ("Period", "202425", "202324"),
        ("time_period", "2024-25", "2023-24"),
        ("Census date", "31/03/2025", "31/03/2024"),
        ("Snapshot date", "2025-03-31", "2024-03-31"),
        ("As at", "31 March 2025", "31 March 2024"),
        ("Cohort year", "2025", "2024"),
        ("Year end", "Mar-25", "Mar-24"),
        ("SSDA903 Return", "SSDA903 2025", "SSDA903 2024"),
        ("YEAR", "2024–25", "2023–24"),
    ],
)
def test_a_column_of_years_in_other_words_is_held_against_the_names(heading: str, one: str, other: str):
    told = refusal(heading, one, other)
    assert "take the year out of its name" in told
    assert "2024 (1 row)" in told
    divided = parts(heading, one, other, name="Brent/missing.csv")
    assert [(part.return_year, part.as_at) for part in divided] == [
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 3, 31)),
    ]


def test_a_column_or_sheets_of_days_make_an_extract_and_no_whole_year():
    for name in ("Brent/missing.csv", "Brent/2026/missing.csv"):
        (reading,) = parts("As at", "31/08/2025", "30/09/2025", name=name)
        assert (reading.return_year, reading.as_at) == (2026, date(2025, 9, 30))
    sheets = {"Apr 2025": [HEAD, ["1", *ROW]], "May 2025": [HEAD, ["2", *ROW]]}
    reading = loaders.read(workbook_of(sheets), name="Brent/missing.xlsx", today=LATER)
    assert (reading.return_year, reading.as_at) == (2026, date(2025, 5, 31))


def test_a_part_of_a_year_beside_silent_names_asks():
    assert "Of which year is it?" in refusal("Period", "Q1 2025-26", name="Brent/missing.csv")
    assert "Of which year is it?" not in codes("Period", "Q1 2025-26", name="Brent/2026/missing.csv")
