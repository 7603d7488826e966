"""The workbook of findings: a cover, the kinds, every finding; nothing in it can run."""

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import fastexcel
import polars as pl

from loaders.finding_advice import with_advice
from loaders.findings import found, stacked
from loaders.findings_workbook import findings_book, write_books

FILES = pl.DataFrame(
    {"borough": ["Brent", "Ealing"], "file": ["=cmd().csv", "e.csv"], "source": "SSDA903 episodes", "return_year": 2025}
    | {"rows": 9, "accepted": 6, "repaired": 1, "across": 2, "set_aside": 2, "blank": 1, "findings": 3}
)
WRONG = with_advice(
    stacked(
        "=cmd().csv",
        [
            found(pl.Series([7]), "+DEC", "unreadable", "error", "@SUM(A1) is no date."),
            found(pl.Series([2, 5]), "+SEX", "unreadable", "warning", "-SEX is no code."),
        ],
    )
).with_columns(source=pl.lit("SSDA903 episodes"), return_year=2025, borough=pl.lit("Brent"))

BOOK = findings_book("Brent", date(2026, 11, 22), FILES.filter(borough="Brent"), WRONG)


def sheet(name: str) -> pl.DataFrame:
    """A sheet of the workbook."""
    return fastexcel.read_excel(BOOK).load_sheet(name).to_polars()


def parts(under: str) -> list[str]:
    """The XML of the workbook's parts."""
    with zipfile.ZipFile(io.BytesIO(BOOK)) as bundle:
        return [bundle.read(name).decode() for name in bundle.namelist() if under in name]


def test_the_cover_says_whose_what_and_how_many():
    cover = fastexcel.read_excel(BOOK).load_sheet("Cover", header_row=None).to_polars()
    words = cover.get_column(cover.columns[0]).drop_nulls().to_list()
    assert words[:4] == [
        "Findings for Brent",
        "3 findings, as of 22 November 2026.",
        "Row set aside: 1 finding",
        "Row kept, look at it: 2 findings",
    ]
    assert list(cover.rows()[-1][3:]) == ["9", "6", "1", "2", "2", "1", "3"]


def test_kinds_are_the_gravest_first_with_their_rows_and_what_to_do():
    kinds = sheet("Kinds of finding")
    assert kinds.select("Severity", "What was done", "Rows concerned", "First rows").rows() == [
        ("error", "Row set aside", 1, "7"),
        ("warning", "Row kept, look at it", 2, "2, 5"),
    ]
    assert kinds["What to do"][0].startswith("Correct the cell in your system")


def test_every_finding_has_its_file_row_column_and_rule():
    assert sheet("Every finding").select("File", "Row", "Column", "Rule", "What is wrong").rows() == [
        ("'=cmd().csv", 2, "'+SEX", "unreadable", "'-SEX is no code."),
        ("'=cmd().csv", 5, "'+SEX", "unreadable", "'-SEX is no code."),
        ("'=cmd().csv", 7, "'+DEC", "unreadable", "'@SUM(A1) is no date."),
    ]


def test_no_cell_starts_a_formula_none_is_merged_and_headings_stay_and_filter():
    sheets = parts("worksheets/")
    assert not [part for part in sheets if "<f>" in part or "mergeCell" in part or "<hyperlink" in part]
    assert ["frozen" in part and "<autoFilter" in part for part in sheets] == [False, True, True]
    assert not re.findall(r"<t[^>]*>[=+\-@]", "".join(parts("sharedStrings")))


def test_each_borough_gets_a_workbook_of_its_own(tmp_path: Path):
    to = tmp_path / "findings.xlsx"
    assert [file.name for _, file in write_books(to, FILES, WRONG)] == ["findings-brent.xlsx", "findings-ealing.xlsx"]
    ealing = fastexcel.read_excel(tmp_path / "findings-ealing.xlsx")
    assert ealing.load_sheet("Every finding").to_polars().is_empty()
    assert [file.name for _, file in write_books(to, FILES.head(1), WRONG)] == ["findings.xlsx"]
