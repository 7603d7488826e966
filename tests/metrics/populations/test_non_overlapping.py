"""Children with one episode at a time are counted without a sort, and to the same end as all others."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from metrics import When
from metrics.periods import calendar
from metrics.populations import POPULATIONS, Tables, care
from metrics.populations.non_overlapping import apart
from tests.metrics.asked import given

TIDY = """
    borough | child | started    | ended      | is_short_break
    Brent   | 1     | 2024-06-01 | 2024-08-01 | false
    Brent   | 1     | 2023-01-01 | 2024-06-01 | false
    Brent   | 1     | 2024-07-01 | 2024-07-01 | false
    Brent   | 1     | 2024-05-01 | 2024-07-08 | true
    Ealing  | 1     | 2024-06-01 |            | false
"""
OVERLAP = f"{TIDY}    Ealing  | 1     | 2024-07-15 | 2024-09-01 | false\n"


def next_of(text: str) -> list[date | None] | None:
    found = apart(given(episodes=text)["episodes"])
    return None if found is None else found.select("_next").collect()["_next"].to_list()


def of_none(_: object) -> None:
    """Know of no table that its children are apart."""


def test_the_next_spell_is_of_the_same_child_and_of_care_that_lasts():
    assert next_of(TIDY) == [None, date(2024, 6, 1), None, None, None]


def test_a_child_with_two_at_once_is_seen():
    assert next_of(OVERLAP) is None


def test_a_table_on_disk_is_left_to_the_long_way(tmp_path: Path):
    path = f"{tmp_path}/episodes.parquet"
    given(episodes=TIDY)["episodes"].collect().write_parquet(path)
    assert apart(pl.scan_parquet(path)) is None


@pytest.mark.parametrize("name", ["census", "looked_after"])
@pytest.mark.parametrize("step", [None, "month", "year"])
@pytest.mark.parametrize("window_is_year", [True, False])
def test_both_ways_count_the_same_children(
    name: str, step: str | None, window_is_year: bool, sample_tables: Tables, monkeypatch: pytest.MonkeyPatch
):
    assert apart(sample_tables["episodes"]) is not None
    periods = calendar(When(date(2023, 4, 15), date(2026, 9, 13)), step, window_is_year).lazy()
    short = POPULATIONS[name](sample_tables, periods).collect()
    monkeypatch.setattr(care, "apart", of_none)
    assert_frame_equal(short, POPULATIONS[name](sample_tables, periods).collect(), check_row_order=False)


def test_where_two_are_open_at_once_a_child_counts_as_in_the_one_that_began_last():
    then = calendar(When(date(2024, 7, 1), date(2024, 7, 31)), None).lazy()
    counted = POPULATIONS["census"](given(episodes=OVERLAP), then).filter(borough="Ealing").collect()
    assert counted["started"].to_list() == [date(2024, 7, 15)]
