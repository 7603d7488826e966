"""Figures as text."""

import csv
import io
import json
from datetime import date

import polars as pl
import pytest

from loaders import spreadsheet_safety
from metrics.output import FORMULA, as_csv, as_json, as_table

FIGURES = pl.DataFrame(
    {
        "provider": ["Oak, Elm", "=HYPERLINK(1)", "-1+1", None],
        "sector": pl.Series(["Private", "Voluntary", None, None], dtype=pl.Enum(["Private", "Voluntary"])),
        "month": [date(2025, 3, 31)] * 4,
        "value": [1234.5, -3.0, None, 12.0],
        "mark": [None, None, "[c]", None],
    }
)


def test_a_cell_of_text_cannot_start_a_formula_and_a_number_stays_one():
    assert as_csv(FIGURES).splitlines() == [
        "provider,sector,month,value,mark",
        '"Oak, Elm",Private,2025-03-31,1234.5,',
        "'=HYPERLINK(1),Voluntary,2025-03-31,-3.0,",
        "'-1+1,,2025-03-31,,[c]",
        ",,2025-03-31,12.0,",
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠"])
@pytest.mark.parametrize("before", ["", " ", "\u00a0", "\u2003", "\u200b", "\ufeff", " \t "])
def test_nor_can_a_category_a_full_width_sign_or_a_heading(start: str, before: str):
    told = f"{before}{start}1"
    for dtype in (pl.String(), pl.Categorical(), pl.Enum([told])):
        frame = pl.DataFrame({told: pl.Series([told], dtype=dtype)})
        rows = list(csv.reader(io.StringIO(as_csv(frame), newline="")))
        assert rows == [[f"'{told}"]] * 2


def test_what_starts_a_formula_is_the_same_to_the_loaders():
    assert FORMULA == spreadsheet_safety.FORMULA


def test_a_table_stands_in_columns():
    assert as_table(FIGURES).splitlines() == [
        "provider       sector     month          value  mark",
        "Oak, Elm       Private    2025-03-31  1,234.50",
        "=HYPERLINK(1)  Voluntary  2025-03-31        -3",
        "-1+1                      2025-03-31            [c]",
        "                          2025-03-31        12",
    ]


def test_json_has_an_object_a_row_and_null_for_what_is_not_there():
    assert json.loads(as_json(FIGURES))[2] == {
        "provider": "-1+1",
        "sector": None,
        "month": "2025-03-31",
        "value": None,
        "mark": "[c]",
    }
