"""What holds for each source, whichever it is."""

from collections.abc import Mapping

import pytest
from polars.testing import assert_frame_equal

import loaders
from loaders import SOURCES
from loaders.source import Source
from loaders.tables import CLEAN
from tests.loaders.files import balances, csv_of, example, found, read_rows, workbook_of

every_source = pytest.mark.parametrize("source", SOURCES, ids=lambda source: f"{source.slug}-{source.title}")


def name_of(source: Source) -> str:
    return f"BRE/{max(2025, source.years.first)}/{source.slug}.csv"


def file_of(row: dict[str, str]) -> list[list[str]]:
    return [list(row), list(row.values())]


@every_source
def test_reads_its_own_example_without_a_finding(source: Source):
    reading = read_rows(file_of(dict(example(source))), name_of(source))
    assert reading.refused is None
    assert (reading.source, found(reading)) == (source.slug, [])
    assert (reading.rows, reading.accepted) == (1, 1)


@every_source
def test_makes_the_clean_table_that_it_declares(source: Source):
    reading = read_rows(file_of(dict(example(source))), name_of(source))
    (frame,) = reading.tables.values()
    assert list(reading.tables) == [source.table]
    assert frame.schema == CLEAN[source.table].create_empty().schema
    assert frame.height >= 1


def fits(layout: Source, row: Mapping[str, str]) -> bool:
    """Whether a row has all that another layout of the source needs."""
    return all({column.header, *column.also} & set(row) for column in layout.needed())


@every_source
def test_is_refused_without_any_column_that_it_needs(source: Source):
    for column in source.needed():
        row = {header: cell for header, cell in example(source).items() if header != column.header}
        reading = read_rows(file_of(row), name_of(source))
        if any(fits(other, row) for other in SOURCES if other.slug == source.slug):
            assert reading.refused is None
            continue
        assert reading.refused is not None, column.header
        assert source.title in reading.refused
        assert column.header in reading.refused
        assert not reading.tables


@every_source
def test_does_not_need_its_optional_columns(source: Source):
    row = {column.header: column.example for column in source.needed()}
    reading = read_rows(file_of(row), name_of(source))
    assert (reading.refused, reading.source, reading.accepted) == (None, source.slug, 1)


@every_source
def test_order_case_and_spaces_of_headings_do_not_matter(source: Source):
    row = example(source)
    untidy = {f" {header.lower().replace('_', ' ')} ": cell for header, cell in reversed(row.items())}
    tidy = read_rows(file_of(dict(row)), name_of(source))
    reading = read_rows(file_of(untidy), name_of(source))
    assert reading.refused is None
    assert_frame_equal(reading.tables[source.table], tidy.tables[source.table])


@every_source
def test_reads_the_same_from_a_workbook(source: Source):
    rows = file_of(dict(example(source)))
    book = loaders.read(workbook_of({"Sheet1": rows}), name=name_of(source))
    assert_frame_equal(book.tables[source.table], read_rows(rows, name_of(source)).tables[source.table])


@every_source
def test_each_needed_cell_left_blank_sets_the_row_aside(source: Source):
    for column in source.columns:
        if column.required:
            reading = read_rows(file_of({**example(source), column.header: ""}), name_of(source))
            assert balances(reading)
            assert reading.set_aside + reading.blank == 1
            assert (2, column.header, "blank", "error") in found(reading) or reading.blank


@every_source
def test_each_unreadable_cell_is_found(source: Source):
    for column in source.columns:
        rubbish = "\u2603" * 1000
        reading = read_rows(file_of({**example(source), column.header: rubbish}), name_of(source))
        severity = "error" if column.required or (column.is_end and not column.ends_on) else "warning"
        assert balances(reading)
        assert (2, column.header, "unreadable", severity) in found(reading)


@every_source
def test_the_later_of_two_equal_rows_wins(source: Source):
    header, cells = file_of(dict(example(source)))
    reading = read_rows([header, cells, cells], name_of(source))
    assert (reading.rows, reading.accepted, reading.set_aside) == (2, 1, 1)
    assert found(reading) == [(2, None, "duplicate", "error")]


@every_source
def test_a_file_with_headings_only_is_read_as_nothing(source: Source):
    reading = read_rows([list(example(source))], name_of(source))
    assert (reading.refused, reading.rows) == (None, 0)
    assert [code for _, _, code, _ in found(reading)] == ["no-rows"]
    assert reading.tables[source.table].is_empty()


@every_source
def test_says_what_each_column_means(source: Source):
    assert source.title
    assert source.about.endswith(".")
    assert csv_of([list(example(source))])
    for column in source.columns:
        assert column.meaning, column.header
        assert not column.required or column.example, column.header
