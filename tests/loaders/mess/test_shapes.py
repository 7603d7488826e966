"""In whatever shape known rows come, each is read as its own child's, or the file is refused in words."""

import csv
import io
from random import Random

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

import loaders
from loaders import SOURCES
from loaders.kinds import text
from loaders.reading.file import UNFORESEEN
from loaders.reading.result import Reading
from loaders.source import Source
from tests.loaders.files import balances
from tests.loaders.mess import known
from tests.loaders.mess.known import Row
from tests.loaders.mess.shapes import (
    Grid,
    changed,
    contradicted,
    explained,
    grid_of,
    in_two_rows,
    oddly_quoted,
    reshaped,
    sheets_of,
)
from tests.loaders.mess.test_mess import TIMES, name_of, tidy
from tests.loaders.mess.tree import has_tree

OF_CHILD = [source for source in SOURCES if source.columns[0].kind.name == "child"]
WITH_TEXT = [source for source in OF_CHILD if any(column.kind is text for column in source.columns)]
CHILDREN = pytest.mark.parametrize("source", OF_CHILD, ids=lambda source: source.title)
SEEDS = given(seed=st.integers(0, 2**32))
OFTEN = settings(max_examples=TIMES, deadline=None)


def table_of(reading: Reading, source: Source) -> pl.DataFrame:
    """The clean rows in the order of their cells."""
    frame = reading.tables[source.table].drop("row", strict=False)
    return frame.sort(frame.columns, nulls_last=True)


def as_csv(grid: Grid) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(grid)
    return file.getvalue().encode()


def read(content: bytes, source: Source, form: str = "csv") -> Reading:
    reading = loaders.read(content, name=name_of(source).replace("csv", form))
    assert balances(reading)
    assert UNFORESEEN[:40] not in str(reading.refused)
    return reading


def same(reading: Reading, rows: list[Row], source: Source) -> None:
    assert reading.refused is None
    assert_frame_equal(table_of(reading, source), table_of(tidy(source, rows), source))


@CHILDREN
@OFTEN
@SEEDS
def test_rows_on_several_sheets_count_once_and_hidden_ones_never(source: Source, seed: int):
    dice = Random(seed)
    rows, drafts = known(source, dice), known(source, dice)
    reading = read(
        sheets_of(rows, [row | {source.columns[0].header: "DRAFT1"} for row in drafts], dice), source, "xlsx"
    )
    same(reading, rows, source)
    assert "hidden-sheet" in reading.findings["code"]


@pytest.mark.parametrize("source", WITH_TEXT, ids=lambda source: source.title)
@OFTEN
@SEEDS
def test_odd_quotes_lose_no_row_and_move_no_cell(source: Source, seed: int):
    dice = Random(seed)
    rows = known(source, dice)
    reading = read(oddly_quoted(source, rows, dice), source)
    if reading.refused:
        assert "quote" in reading.refused
        return
    assert reading.rows == len(rows)
    expected = tidy(source, rows).tables[source.table]
    others = [name for name, dtype in expected.schema.items() if dtype != pl.String]
    ours = reading.tables[source.table].select("child", *others)
    assert ours.join(expected.select("child", *others), on=ours.columns, how="anti", nulls_equal=True).is_empty()


@CHILDREN
@OFTEN
@SEEDS
def test_harmless_words_and_columns_that_stand_twice_alike_change_nothing(source: Source, seed: int):
    dice = Random(seed)
    rows = known(source, dice)
    same(read(as_csv(explained(rows, dice)), source), rows, source)


@CHILDREN
@OFTEN
@SEEDS
def test_a_heading_that_says_it_is_another_is_never_read_in_silence(source: Source, seed: int):
    dice = Random(seed)
    rows = known(source, dice)
    assert "says more than" in str(read(as_csv(changed(source, rows, dice)), source).refused)


@CHILDREN
@OFTEN
@SEEDS
def test_a_column_that_stands_twice_above_different_cells_is_refused(source: Source, seed: int):
    dice = Random(seed)
    rows = known(source, dice)
    assert "stands twice" in str(read(as_csv(contradicted(rows, dice)), source).refused)


@CHILDREN
@OFTEN
@SEEDS
def test_headings_in_two_rows_are_joined_or_refused(source: Source, seed: int):
    dice = Random(seed)
    rows = known(source, dice)
    reading = read(as_csv(in_two_rows(rows, dice)), source)
    if not reading.refused:
        same(reading, rows, source)


@pytest.mark.parametrize("source", [*filter(has_tree, SOURCES)], ids=lambda source: source.title)
@OFTEN
@SEEDS
def test_xml_of_any_case_namespace_and_wrapper_is_the_same(source: Source, seed: int):
    dice = Random(seed)
    rows = known(source, dice, blanks=0)
    assert len(grid_of(rows)) == len(rows) + 1
    same(read(reshaped(source, rows, dice), source, "xml"), rows, source)
