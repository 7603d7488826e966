"""The text tables that every other test is written in."""

from datetime import date

import dataframely as dy
import polars as pl
import pytest
from polars.testing import assert_frame_equal

from loaders.consolidated import CONSOLIDATED, CareEpisodes
from loaders.tables import CLEAN, Costs
from tests.table import table


def test_types_come_from_the_cells_and_an_empty_cell_is_null():
    read = table("""
        borough | children | rate | open  | on
        Brent   | 3        | 1.5  | true  | 2025-03-31
        Ealing  |          | 2    | false |
    """)
    expected = pl.DataFrame(
        {
            "borough": ["Brent", "Ealing"],
            "children": [3, None],
            "rate": [1.5, 2.0],
            "open": [True, False],
            "on": [date(2025, 3, 31), None],
        }
    )
    assert_frame_equal(read, expected)


def test_a_row_may_begin_or_end_with_an_empty_cell():
    read = table("""
        child | started | ended
              | 3       |
        B-1   |         | 4
    """)
    assert read.rows() == [(None, 3, None), ("B-1", None, 4)]


def test_a_row_with_too_few_cells_is_said():
    with pytest.raises(AssertionError, match="2 cells under 3 headings"):
        table("a | b | c\n1 | 2")


def test_a_schema_gives_the_types_and_fills_the_absent_columns():
    read = table(
        """
        child | started    | provider_sector
        1042  | 2024-05-01 | Private
        """,
        like=CareEpisodes,
    )
    row = read.row(0, named=True)
    assert (row["child"], row["borough"], row["provider_sector"]) == ("1042", "Brent", "Private")
    assert row["care_started"] == row["carer_started"] == date(2024, 5, 1)
    assert row["is_short_break"] is False
    assert row["ended"] is None


@pytest.mark.parametrize("schema", [*CLEAN.values(), *CONSOLIDATED.values()], ids=lambda s: s.__name__)
def test_what_is_filled_in_is_valid(schema: type[dy.Schema]):
    first = next(name for name, column in schema.columns().items() if isinstance(column, dy.String))
    assert schema.is_valid(table(f"{first}\nx", like=schema))


def test_a_misspelt_column_or_label_is_said():
    with pytest.raises(AssertionError, match="Costs has no column wekly_cost"):
        table("wekly_cost\n1", like=Costs)
    with pytest.raises(AssertionError, match="cannot be Spott"):
        table("sourcing\nSpott", like=Costs)
