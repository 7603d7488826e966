"""Every row is accounted for, and no child is named: rows = accepted + set aside + blank, whatever the file."""

from hypothesis import given, settings
from hypothesis import strategies as st

import loaders
from loaders import SOURCES
from loaders.source import Source
from tests.conftest import examples
from tests.loaders.files import balances, csv_of, example, found, read_rows, read_text

SOURCE = st.sampled_from(SOURCES)
MESS = ["", " ", "NULL", "0", "1", "1.0", "-1", "U4", "x" * 600, "31/02/2024", "01/04/2024", "£1,2", "\t", "☃", "nan"]


@st.composite
def files(draw: st.DrawFn) -> tuple[Source, list[list[str]]]:
    """A file of some source in which any cell may be anything, and rows may be short, long or repeated."""
    source = draw(SOURCE)
    row = example(source)
    cells = [st.sampled_from([good, *MESS]) for good in row.values()]
    lines = draw(st.lists(st.tuples(*cells).map(list), max_size=8))
    cut = draw(st.integers(-2, 3))
    lines = [
        line[:cut] if cut < 0 else [*line, *["more"] * cut] if i % 3 == 2 else line for i, line in enumerate(lines)
    ]
    return source, [list(row), *lines, *lines[:1]]


@settings(max_examples=examples(150), deadline=None)
@given(files())
def test_any_mess_in_the_cells_of_any_source_balances(given_: tuple[Source, list[list[str]]]):
    source, rows = given_
    reading = read_rows(rows, f"BRE/2025/{source.slug}.csv")
    assert reading.refused is None
    assert reading.rows == len(rows) - 1
    assert balances(reading)


@settings(max_examples=examples(150), deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_no_bytes_whatever_make_reading_fail(content: bytes):
    reading = loaders.read(content, name="BRE/2025/x.csv")
    assert balances(reading)


@settings(max_examples=examples(100), deadline=None)
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=4))
def test_bytes_changed_anywhere_in_a_good_file_lose_no_account(place: int, change: bytes):
    good = csv_of([list(example(SOURCES[1])), *[list(example(SOURCES[1]).values())] * 3])
    at = place % len(good)
    assert balances(loaders.read(good[:at] + change + good[at + len(change) :], name="BRE/2025/episodes.csv"))


SECRET = "ZQX987"


@given(files())
@settings(max_examples=examples(60), deadline=None)
def test_no_finding_holds_what_a_cell_held(given_: tuple[Source, list[list[str]]]):
    source, (headings, *lines) = given_
    marked = [[SECRET if i % 2 else cell for i, cell in enumerate(line)] for line in lines]
    reading = read_rows([headings, *marked], f"BRE/2025/{source.slug}.csv")
    assert SECRET not in str(reading.findings.to_dicts())
    assert SECRET not in str(reading.refused)


def test_a_row_with_several_faults_is_set_aside_once_and_each_fault_is_told():
    reading = read_text("""
        CHILD | MISSING | MIS_START  | MIS_END
        1     | Q       | never      | 14/11/2024
        2     | M       | 13/11/2024 | soon
        3     | M       | 13/11/2024 | 12/11/2024
    """)
    assert (reading.rows, reading.accepted, reading.set_aside) == (3, 1, 2)
    assert found(reading) == [
        (2, "MISSING", "unreadable", "error"),
        (2, "MIS_START", "unreadable", "error"),
        (3, "MIS_END", "unreadable", "warning"),
        (4, "MIS_END", "dfe-567", "error"),
    ]
