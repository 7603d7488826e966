"""The change of a count: always the same for the same children, small, and centred on nought."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.disclosure.noise import CHANCES, OF, REACH, moved, noise

KEYS = pl.DataFrame({"key": pl.Series(range(1, 200_001), dtype=pl.UInt64) * 7919})


def test_the_chances_are_all_that_can_happen():
    assert CHANCES[0] + 2 * sum(chance for size, chance in CHANCES.items() if size) == OF
    assert max(CHANCES) == REACH


@pytest.mark.parametrize("change", range(-REACH, REACH + 1))
def test_changes_come_as_often_as_the_table_says(change: int):
    often = KEYS.select((noise(pl.col("key")) == change).mean()).item()
    assert often == pytest.approx(CHANCES[abs(change)] / OF, abs=0.003)


@given(st.integers(0, 2**63 - 1))
def test_a_key_always_gives_the_same_change_within_reach(key: int):
    frame = pl.DataFrame({"key": pl.Series([key, key], dtype=pl.UInt64)})
    first, again = frame.select(noise(pl.col("key"))).to_series()
    assert first == again
    assert abs(first) <= REACH


@given(st.integers(1, 2**40), st.integers(1, 2**32 - 1))
def test_neighbouring_keys_tell_nothing_of_each_other(key: int, child: int):
    frame = pl.DataFrame({"key": pl.Series([key + child * n for n in range(400)], dtype=pl.UInt64)})
    assert frame.select(noise(pl.col("key"))).to_series().n_unique() > 2


def test_nobody_s_figure_stays_as_it_is():
    frame = pl.DataFrame({"key": pl.Series([None, 0], dtype=pl.UInt64), "value": [75_001.0, 3.0]})
    assert frame.select(moved(pl.col("value"), pl.col("key"), pl.lit(1.0))).to_series().to_list() == [75_001, 3]


def test_an_amount_moves_by_five_of_its_steps_at_most():
    amounts = KEYS.head(2000).with_columns(value=100_000.0, step=500.0)
    changes = amounts.select(moved(pl.col("value"), pl.col("key"), pl.col("step")) - 100_000).to_series()
    assert set((changes / 500).to_list()) <= {float(step) for step in range(-REACH, REACH + 1)}
    assert changes.abs().max() <= 2_500
