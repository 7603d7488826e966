"""Any file that holds the table gives the same table."""

import io
import zipfile
from datetime import date

import pytest
from polars.testing import assert_frame_equal

import loaders
from loaders.intake import limits
from loaders.intake.blanks import BLANKS
from loaders.reading.result import Reading
from tests.loaders.files import balances, csv_of, found, read_rows, rows_of, workbook_of, zip_of

NAME = "BRE/2025/contracts.csv"
PLAIN = rows_of("""
    Service           | Provider | Category          | From       | To | Annual price
    Return interviews | Réunis   | Missing from home | 01/04/2024 |    | 48000
    Helpline          | Safe Ltd | Missing from home | 01/04/2023 | 31/03/2024 | £12,500
""")

TIDY = [[{"Réunis": "Reunis", "£12,500": "12500"}.get(cell, cell) for cell in row] for row in PLAIN]
"""The same where nothing needs care: the cells of such a file are not looked at one by one."""


def read(content: bytes) -> Reading:
    return loaders.read(content, name=NAME)


def same_as_plain(content: bytes) -> None:
    reading = read(content)
    assert reading.refused is None, reading.refused
    plain = read_rows(PLAIN, NAME).tables["contracts"]
    assert_frame_equal(reading.tables["contracts"].drop("row"), plain.drop("row"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_any_usual_encoding(encoding: str):
    same_as_plain(csv_of(PLAIN).decode().encode(encoding))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_usual_separator(separator: str):
    same_as_plain(csv_of(PLAIN, separator))


@pytest.mark.parametrize("ending", [b"\r\n", b"\r"])
def test_any_line_ending(ending: bytes):
    same_as_plain(csv_of(PLAIN).replace(b"\n", ending))


def test_trailing_commas_and_spaces():
    same_as_plain(csv_of([[f"  {cell} " for cell in row] + ["", ""] for row in PLAIN]))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("word", [word for word in BLANKS if word])
def test_a_word_for_nothing_in_a_file_that_is_plain_otherwise(word: str, separator: str):
    given = read(csv_of([[cell or word for cell in row] for row in TIDY], separator))
    assert given.findings.is_empty()
    assert_frame_equal(given.tables["contracts"], read(csv_of(TIDY, separator)).tables["contracts"])


@pytest.mark.parametrize("cell", [" Helpline", "Helpline ", "Helpline\t", "\tHelpline"])
def test_a_blank_beside_a_cell_of_a_file_that_is_plain_otherwise(cell: str):
    given = read(csv_of([[{"Helpline": cell}.get(each, each) for each in row] for row in TIDY]))
    assert given.tables["contracts"]["service"].to_list() == ["Return interviews", "Helpline"]


def test_a_title_above_the_headings():
    same_as_plain(csv_of([["Contracts of the borough, 2025"], [], *PLAIN]))


def test_blank_rows_are_counted_and_rows_keep_the_numbers_that_the_file_shows():
    reading = read(csv_of([PLAIN[0], [], PLAIN[1], ["", "", ""], ["", "", "", "", "", "oops"]]))
    assert (reading.rows, reading.accepted, reading.set_aside, reading.blank) == (4, 1, 1, 2)
    assert balances(reading)
    assert {row for row, *_ in found(reading)} == {5}


def test_an_excel_workbook_with_real_dates_and_numbers_and_rows_below_a_title():
    headings, first, second = PLAIN
    typed = [
        ["Contracts"],
        headings,
        [*first[:3], date(2024, 4, 1), None, 48000],
        [*second[:3], date(2023, 4, 1), date(2024, 3, 31), 12500.0],
    ]
    same_as_plain(workbook_of({"Contracts": typed}))


def test_a_workbook_may_have_other_sheets_which_are_passed_over_and_said():
    reading = read(workbook_of({"Notes": [["Read me"]], "Contracts": PLAIN}))
    assert (reading.accepted, found(reading)) == (2, [(None, None, "extra-sheet", "info")])


def test_sheets_of_one_source_are_read_together():
    reading = read(workbook_of({"2023": [PLAIN[0], PLAIN[2]], "2024": [PLAIN[0], PLAIN[1]]}))
    assert (reading.rows, reading.accepted, reading.tables["contracts"].height) == (2, 2, 2)


def test_a_row_with_a_cell_too_many_is_set_aside_for_its_cells_may_be_shifted():
    shifted = csv_of(PLAIN) + b"Helpline,Safe, Ltd,Missing from home,01/04/2023,,12500\n"
    reading = read(shifted)
    assert balances(reading)
    assert (4, None, "too-many-cells", "error") in found(reading)


def test_a_remark_under_no_heading_does_not_cost_the_row():
    remarks = [[*row, "see letter" if i == 1 else ""] for i, row in enumerate(PLAIN)]
    for content in (csv_of(remarks), workbook_of({"Contracts": remarks})):
        reading = read(content)
        assert (reading.accepted, found(reading)) == (2, [(None, None, "no-heading", "info")])


def test_a_time_of_day_in_a_workbook_is_read_to_its_hour():
    rows = [["Child ID", "Cohort", "Went missing", "Time"], ["1", "C", date(2024, 11, 13), 0.9]]
    reading = loaders.read(workbook_of({"Log": rows}), name="BRE/2025/incidents.xlsx")
    assert reading.tables["incidents"]["hour"].to_list() == [21]


def test_a_quote_within_a_cell_and_a_quote_never_closed_lose_no_row():
    lines = csv_of(PLAIN).replace(b"Safe Ltd", b'Safe "and sound" Ltd')
    assert read(lines).accepted == 2
    unclosed = csv_of(PLAIN).replace(b"Helpline", b'"Helpline')
    reading = read(unclosed)
    assert balances(reading)
    assert reading.rows == 2


def test_extra_columns_are_passed_over_and_said():
    reading = read(csv_of([[*row, "x"] if i else [*row, "TEST_COLUMN"] for i, row in enumerate(PLAIN)]))
    assert (reading.accepted, found(reading)) == (2, [(None, None, "extra-column", "info")])


@pytest.mark.parametrize(
    ("content", "because"),
    [
        (b"", "empty"),
        (b" \n\r\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"colour,size\nred,3\n", "none of the known sources"),
        (b"Service,Provider,Category,From,To\na,b,c,01/04/2024,\n", "lacks Annual price"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04 not really", "damaged"),
        (zip_of({"BRE/2025/x.csv": b"a,b"}), "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel"),
        (bytes(range(256)) * 20, "not text"),
        (b"<html><body>no</body></html>", "web page (HTML)"),
        (b"<EXPSSDA903><CHILD>", "cannot be read"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><EXPSSDA903>&a;</EXPSSDA903>', "entities"),
        (b"a," * 1000 + b"\n1\n", "columns"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(content: bytes, because: str):
    reading = read(content)
    assert reading.refused is not None
    assert because in reading.refused
    assert (reading.rows, dict(reading.tables)) == (0, {})


def test_a_file_too_big_or_a_workbook_that_unpacks_too_big_is_refused_unread(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "LARGEST_UNPACKED", 1000)
    assert "unpacks to" in str(read(workbook_of({"Contracts": PLAIN})).refused)
    monkeypatch.setattr(limits, "LARGEST_FILE", 10)
    assert "the most is" in str(read(csv_of(PLAIN)).refused)


def test_a_workbook_that_lies_about_its_size_is_refused():
    book = bytearray(workbook_of({"Contracts": [*PLAIN, *[["x" * 90, "y", "z", "", "", "1"]] * 2000]}))
    with zipfile.ZipFile(io.BytesIO(bytes(book))) as parts:
        size = parts.getinfo("xl/worksheets/sheet1.xml").file_size.to_bytes(4, "little")
    assert book.count(size) >= 1
    assert "damaged" in str(read(bytes(book).replace(size, (10).to_bytes(4, "little"))).refused)


def test_a_file_without_borough_or_year_says_what_to_do():
    assert "Whose file is it?" in str(loaders.read(csv_of(PLAIN), name="contracts.csv").refused)
    assert "Of which year" in str(loaders.read(csv_of(PLAIN), name="BRE/contracts.csv").refused)
    assert "Narnia" in str(loaders.read(csv_of(PLAIN), name=NAME, borough="Narnia").refused)


def test_the_same_bytes_have_the_same_fingerprint():
    assert read(csv_of(PLAIN)).sha256 == read(csv_of(PLAIN)).sha256 != read(csv_of(PLAIN[:2])).sha256


def test_rows_above_the_headings_that_are_no_title_are_said():
    reading = read(csv_of([PLAIN[1], PLAIN[2], *PLAIN]))
    assert (reading.accepted, found(reading)) == (2, [(None, None, "above-headings", "warning")])


def test_formulas_that_nothing_ever_calculated_are_said():
    whole = workbook_of({"Contracts": PLAIN})
    with zipfile.ZipFile(io.BytesIO(whole)) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"</row></sheetData>", b'<c r="H3"><f>1+1</f></c></row></sheetData>')
    reading = read(zip_of(parts))
    assert (reading.accepted, found(reading)) == (2, [(None, None, "uncalculated", "warning")])


def test_a_formula_counts_as_its_last_value():
    typed = [PLAIN[0], [*PLAIN[1][:5], "=40000+8000"]]
    whole = workbook_of({"Contracts": typed})
    assert read(whole).tables["contracts"]["annual_price"].to_list() == [0]


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "/etc/BRE/2025/x.csv",
        "C:\\BRE\\2025\\x.csv",
        "BRE/2025/" + "x" * 5000 + ".csv",
        "BRE/2025/\u202exslx.\0csv",
    ],
)
def test_a_name_full_of_tricks_is_only_ever_a_name(name: str):
    reading = loaders.read(csv_of(PLAIN), name=name)
    assert len(reading.file) < 300
    assert reading.file.isprintable()
    assert "/" not in reading.file
    assert "\\" not in reading.file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "mac_roman", "cp850"])
@pytest.mark.parametrize("name", ["Réunis José", "Señor Müller", "Björk Núñez £5"])
def test_names_are_read_in_the_letters_of_any_system(encoding: str, name: str):
    reading = read(csv_of([PLAIN[0], [PLAIN[1][0], name, *PLAIN[1][2:]]]).decode().encode(encoding))
    assert reading.tables["contracts"]["provider_name"].to_list() == [name]


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
@pytest.mark.parametrize("name", ["St Mary’s", "O’Brien", "“Oak” Lodge – old", "Elm\u00a0House", "Smith–Jones", "£5"])
def test_the_marks_of_word_processors_are_read_as_they_were_written(encoding: str, name: str):
    reading = read(csv_of([PLAIN[0], [PLAIN[1][0], name, *PLAIN[1][2:]]]).decode().encode(encoding))
    assert reading.tables["contracts"]["provider_name"].to_list() == [" ".join(name.split())]


def test_one_wrong_byte_does_not_make_every_other_letter_wrong():
    content = (
        csv_of([*PLAIN, ["Café", "Zoë Ltd", "Missing from home", "01/04/2023", "", "1"]]) + b"J\xe9,Z,M,01/04/2023,,2\n"
    )
    assert "Zoë Ltd" in read(content).tables["contracts"]["provider_name"].to_list()
