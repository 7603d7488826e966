"""Groups by number are told by name again, whatever they are of; numbers that stand for no row cost nothing."""

from datetime import date

import numpy as np
import polars as pl
import pytest
from polars.testing import assert_frame_equal

from metrics.engine.group_codes import MOST_UNUSED, numbered

ROWS = pl.DataFrame(
    {
        "borough": pl.Series(["Brent", "Ealing", None, "Brent"], dtype=pl.Categorical),
        "sex": pl.Series(["Male", None, "Female", "Male"], dtype=pl.Enum(["Female", "Male"])),
        "is_uasc": [True, False, None, True],
        "month": [date(2026, 9, 30), None, date(2024, 1, 31), date(2026, 9, 30)],
        "age": pl.Series([3, 17, None, 3], dtype=pl.Int16),
    }
)


@pytest.mark.parametrize("each", [1, MOST_UNUSED])
@pytest.mark.parametrize("by", [[name] for name in ROWS.columns] + [ROWS.columns, ROWS.columns[2:]])
def test_each_row_finds_its_group_again(by: list[str], each: int):
    groups = numbered(ROWS, by, each)
    assert_frame_equal(groups.named(groups.of_rows(ROWS)), ROWS.select(by).cast({pl.Categorical: pl.String}))


def test_where_many_numbers_stand_for_no_row_only_those_that_do_are_kept():
    assert numbered(ROWS, ROWS.columns, MOST_UNUSED).size == 3
    assert numbered(ROWS, ["age"], 1).size > 3


def test_without_groupings_all_rows_are_one_group():
    assert (numbered(ROWS, [], 12).of_rows(ROWS) == np.zeros(1)).all()
    assert numbered(ROWS.head(0), ROWS.columns, 12).of_rows(ROWS.head(0)).size == 0


def test_a_text_that_no_row_knows_is_not_known_again():
    rows = pl.DataFrame({"provider": pl.Series([None, None], dtype=pl.Categorical(pl.Categories.random()))})
    groups = numbered(rows, ["provider"], 1)
    assert groups.named(groups.of_rows(rows)).equals(rows.cast(pl.String))
