"""The clean tables' schemas, asked at once whether every row is good: the same answer as dataframely gives."""

import dataframely as dy
import polars as pl
import pytest

from loaders.reading.schema_check import all_good
from loaders.tables import CLEAN

SCHEMAS = pytest.mark.parametrize("table", CLEAN)
BEYOND = pl.Series([-100, 100])
"""Numbers beyond every limit of ours."""


def agree(frame: pl.DataFrame, table: str) -> bool:
    """Whether both call the frame good, or both bad."""
    return (all_good(frame, table) is not None) == CLEAN[table].is_valid(frame)


@SCHEMAS
def test_good_rows_come_back_as_they_are(table: str):
    rows = CLEAN[table].sample(5, generator=dy.random.Generator(1))
    good = all_good(rows, table)
    assert good is not None
    assert good.equals(rows)
    assert good.schema == rows.schema


@SCHEMAS
def test_a_blank_cell_in_each_column_and_a_row_that_stands_twice(table: str):
    rows = CLEAN[table].sample(2, generator=dy.random.Generator(2))
    blanks = [rows.with_columns(pl.lit(None, dtype).alias(name)) for name, dtype in rows.schema.items()]
    assert all(agree(frame, table) for frame in (*blanks, pl.concat([rows, rows])))
    assert any(all_good(frame, table) is None for frame in blanks)


@SCHEMAS
def test_numbers_beyond_the_limits(table: str):
    rows = CLEAN[table].sample(2, generator=dy.random.Generator(3))
    numbers = {name: dtype for name, dtype in rows.schema.items() if dtype.is_numeric()}
    odd = [rows.with_columns(BEYOND.cast(dtype).alias(name)) for name, dtype in numbers.items()]
    assert all(agree(frame, table) for frame in odd)


def test_a_value_that_has_no_place_in_the_type_is_told_and_not_raised():
    rows = CLEAN["children"].sample(2, generator=dy.random.Generator(4))
    assert all_good(rows.with_columns(sex=pl.lit("no label")), "children") is None
    assert all_good(rows.with_columns(row=pl.lit(2**40)), "children") is None


@SCHEMAS
def test_no_table_has_rules_but_those_of_its_columns_and_its_key(table: str):
    assert "Rules:" not in repr(CLEAN[table])
