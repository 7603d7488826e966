"""Stored rows outlive the release that stored them."""

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from loaders.tables import Reviews, Wellbeing
from store.blobs import as_declared, packed, unpacked
from store.errors import StoreError
from tests.table import table

ROWS = table("child | reviewed | took_part\nBRE-1 | 2024-05-01 | true", like=Reviews)


def test_rows_come_back_as_they_were():
    assert_frame_equal(as_declared(unpacked(packed(ROWS)), Reviews), ROWS)


def test_a_column_that_came_later_is_null_and_one_that_went_is_left_out():
    older = ROWS.drop("took_part").with_columns(gone=pl.lit(1))
    assert_frame_equal(as_declared(older, Reviews), ROWS.with_columns(took_part=pl.lit(None, pl.Boolean)))


def test_a_type_that_changed_is_read_in_the_new_one():
    older = table("child | sdq_score\nBRE-1 | 17", like=Wellbeing).cast({"sdq_score": pl.Int64})
    assert as_declared(older, Wellbeing).schema == Wellbeing.create_empty().schema


def test_a_value_without_a_place_today_is_said():
    older = table("child | sdq_score\nBRE-1 | 17", like=Wellbeing).cast({"sdq_score": pl.Int64})
    with pytest.raises(StoreError, match="Load those files again"):
        as_declared(older.with_columns(sdq_score=pl.lit(1000)), Wellbeing)
