"""The do-nothing forecast: what it does to plain series, and that its interval keeps what it promises."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.forecast import FEWEST, LEVEL, SLOPED, forecast

LENGTHS = st.integers(FEWEST, 66)
NUMBERS = st.floats(0, 1e6)


def random_walk(months: int, seed: int) -> list[float]:
    return list(100 + np.random.default_rng(seed).normal(size=months).cumsum())


@pytest.mark.parametrize("months", [0, 1, FEWEST - 1])
def test_under_twelve_months_there_is_none(months: int) -> None:
    assert forecast([5.0] * months, 6) is None


def test_a_level_series_stays_level_without_doubt() -> None:
    found = forecast([40.0] * 36, 3)
    assert found is not None
    assert found.values == found.lower == found.upper == (40.0,) * 3


def test_noise_round_a_level_is_smoothed_away() -> None:
    found = forecast([38.0, 42.0] * 12, 2)
    assert found is not None
    assert found.values == pytest.approx((40, 40), abs=0.5)
    assert found.method == LEVEL


def test_a_step_is_followed() -> None:
    found = forecast([40.0] * 12 + [60.0] * 12, 1)
    assert found is not None
    assert found.values[0] == pytest.approx(60, abs=1e-6)


def test_worked_by_hand() -> None:
    """After eleven 10s two 20s: the best share is all, so the level is 20; the greatest surprise, 10, is the reach.

    With a share of 1 the reach of the month after is 10 times the root of 1 + 1.
    """
    found = forecast([10.0] * 11 + [20.0, 20.0], 2)
    assert found is not None
    assert found.values == (20, 20)
    assert found.lower == pytest.approx((10, 20 - 10 * 2**0.5))
    assert found.upper == pytest.approx((30, 20 + 10 * 2**0.5))


def test_a_slope_that_proved_itself_is_drawn_at_half() -> None:
    found = forecast([100.0 + 2 * month for month in range(48)], 12)
    assert found is not None
    assert found.method == SLOPED
    assert found.values[11] - found.values[0] == pytest.approx(11)


def test_a_slope_that_did_not_is_not_drawn() -> None:
    there_and_back = [100.0 + 2 * month for month in range(24)] + [148.0 - 2 * month for month in range(24)]
    found = forecast(there_and_back, 12)
    assert found is not None
    assert found.method == LEVEL


def test_a_share_stays_between_nought_and_a_hundred() -> None:
    low, high = forecast([2.0, 0.0, 5.0, 1.0] * 4, 12), forecast([98.0, 100.0, 95.0, 99.0] * 4, 12, ceiling=100)
    assert low is not None
    assert high is not None
    assert min(low.lower) == 0
    assert max(high.upper) == 100


def test_a_change_may_lie_under_nought() -> None:
    found = forecast([2.0, -3.0, 1.0, -2.0] * 4, 3, floor=None)
    assert found is not None
    assert min(found.lower) < 0


@given(st.lists(NUMBERS, min_size=FEWEST, max_size=66), st.integers(1, 24))
def test_the_ends_hold_the_middle_and_never_come_closer(values: list[float], ahead: int) -> None:
    found = forecast(values, ahead, floor=None)
    assert found is not None
    widths = [upper - lower for lower, upper in zip(found.lower, found.upper, strict=True)]
    assert len(found.values) == ahead
    assert all(low <= value <= high for low, value, high in zip(found.lower, found.values, found.upper, strict=True))
    assert all(later >= earlier - 1e-6 * max(values) for earlier, later in pairwise(widths))


def test_it_is_the_same_in_other_units() -> None:
    pounds, thousands = (forecast([value * scale for value in random_walk(40, seed=1)], 6) for scale in (1000, 1))
    assert pounds is not None
    assert thousands is not None
    assert pounds.upper == pytest.approx([1000 * value for value in thousands.upper])


def test_19_of_20_come_inside() -> None:
    walks = [random_walk(54, seed) for seed in range(150)]
    hits = [
        f.lower[step] <= walk[48 + step] <= f.upper[step]
        for walk in walks
        for step in (0, 5)
        if (f := forecast(walk[:48], 6))
    ]
    assert sum(hits) / len(hits) == pytest.approx(0.95, abs=0.03)
