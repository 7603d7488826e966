"""No cell of a file that people take away starts a formula, whatever was uploaded."""

import csv
import io
from typing import Final

import polars as pl
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.exports.csv_export import as_bytes
from loaders.spreadsheet_safety import harmless, headings

RUNS: Final = tuple("=+-@\t\r\n\x00＝＋－＠")
BEFORE: Final = ("", " ", "  ", "\u00a0", "\u2003", "\u200b", "\ufeff")
CELLS: Final = st.one_of(st.text(), st.tuples(st.sampled_from(BEFORE), st.sampled_from(RUNS), st.text()).map("".join))


def runs(cell: str) -> bool:
    """Say whether a spreadsheet may run a cell, which may strip spaces and invisible marks before it does."""
    return cell.startswith(RUNS) or cell.strip("".join(BEFORE)).startswith(RUNS)


@given(st.lists(CELLS, min_size=1))
@example(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x", "", " ", "a=b", "'=1"])
def test_no_text_starts_a_formula_and_none_is_lost(cells: list[str]):
    for dtype in (pl.String(), pl.Categorical()):
        safe = harmless(pl.DataFrame({"cell": pl.Series(cells, dtype=dtype)}))["cell"].to_list()
        assert not any(runs(cell) for cell in safe)
        assert [
            cell.removeprefix("'") if not cells[i].startswith("'") else cell for i, cell in enumerate(safe)
        ] == cells


@given(st.lists(CELLS, min_size=1))
def test_nor_does_a_cell_of_the_file_as_a_spreadsheet_reads_it(cells: list[str]):
    content = as_bytes(pl.DataFrame({"name": cells, "other": cells})).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(content, newline="")):
        assert not any(runs(cell) for cell in row)


def test_nor_does_a_heading():
    frame = pl.DataFrame({"=1+1": [1], " @SUM(A1)": ["x"], "Borough": ["y"], "\t－1": ["z"]})
    assert harmless(frame).columns == ["'=1+1", "' @SUM(A1)", "Borough", "'\t－1"]
    assert as_bytes(frame).decode("utf-8-sig").startswith("'=1+1,' @SUM(A1),Borough,'\t－1\n")


@given(st.lists(CELLS, min_size=1, unique=True))
def test_nor_does_any_heading_that_was_handed_in(names: list[str]):
    assert not any(runs(name) for name in headings(names))


def test_numbers_stay_numbers():
    frame = pl.DataFrame({"change": [-1.5, 2.0]})
    assert harmless(frame).equals(frame)
