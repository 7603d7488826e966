"""The do-nothing forecast: what it does to plain series, and that its interval keeps what it promises."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.statistics.forecast import FEWEST, LEVEL, SLOPED, forecast

LENGTHS = st.integers(FEWEST, 66)
NUMBERS = st.floats(0, 1e6)


def random_walk(months: int, seed: int) -> list[float]:
    return list(100 + np.random.default_rng(seed).normal(size=months).cumsum())


@pytest.mark.parametrize("months", [0, 1, FEWEST - 1])
def test_under_twelve_months_there_is_none(months: int) -> None:
    assert forecast([5.0] * months, 6) is None


@pytest.mark.parametrize(
    ("values", "bounds", "lower", "upper"),
    [
        ([40.0] * 36, (0.0, None), 39.6, 40.4),
        ([0.0] * 36, (0.0, None), 0.0, 1.0),
        ([100.0] * 12, (0.0, 100.0), 99.0, 100.0),
        ([-5.0] * 12, (None, None), -5.05, -4.95),
        ([7.0] * 20 + [8.0] + [7.0] * 30, (0.0, None), 6.0, 8.0),
    ],
)
def test_a_level_series_stays_level_and_its_range_has_a_width(
    values: list[float], bounds: tuple[float | None, float | None], lower: float, upper: float
) -> None:
    found = forecast(values, 3, floor=bounds[0], ceiling=bounds[1])
    assert found is not None
    assert found.values == pytest.approx((values[-1],) * 3, abs=0.1)
    assert (found.lower[0], found.upper[0]) == pytest.approx((lower, upper), abs=0.1)
    assert all(high > low for low, high in zip(found.lower, found.upper, strict=True))


def test_a_range_that_falls_under_the_floor_keeps_a_width() -> None:
    found = forecast([100.0 - 2 * month for month in range(50)], 12)
    assert found is not None
    assert all(high > low >= 0 for low, high in zip(found.lower, found.upper, strict=True))


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
    """After 28 10s 10 20s: the best share is all, so the level is 20. Of 37 surprises one is 10, the others nothing.

    Of 37 the place of 19 in 20 is 38 x 0.95 = 36.1: a tenth of the way from the 36th, nothing, to the 37th, 10. The
    smallest move on record, 10, is the reach all the same; of the month after 10 times the root of 1 + 1.
    """
    found = forecast([10.0] * 28 + [20.0] * 10, 2)
    assert found is not None
    assert found.values == (20, 20)
    assert found.lower == pytest.approx((10, 20 - 10 * 2**0.5))
    assert found.upper == pytest.approx((30, 20 + 10 * 2**0.5))


def test_a_short_past_worked_by_hand() -> None:
    """After eleven 10s two 20s: of twelve surprises one is 10, so their spread is the root of 100 / 11 x 13 / 12.

    Student's t of 11 degrees of freedom is 2.201, so the reach is 6.907; but the greatest surprise, 10, is more.
    """
    found = forecast([10.0] * 11 + [20.0, 20.0], 2)
    assert found is not None
    assert found.values == (20, 20)
    assert found.lower == pytest.approx((10, 20 - 10 * 2**0.5))


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


@pytest.mark.parametrize("known", [12, 15, 18, 24, 36])
def test_19_of_20_come_inside_of_short_histories_too(known: int) -> None:
    dice = np.random.default_rng(2)
    series = [*(dice.normal(100, 5, (60, 60))), *(100 + dice.normal(0, 2, (60, 60)).cumsum(axis=1))]
    hits = [
        made.lower[step] <= each[known + step] <= made.upper[step]
        for each in series
        for step in (0, 2, 5, 11)
        if (made := forecast(each[:known].tolist(), 12))
    ]
    assert 0.92 <= sum(hits) / len(hits) <= 0.985


def test_the_chance_of_a_value_follows_the_range() -> None:
    found = forecast(random_walk(48, seed=3), 12)
    assert found is not None
    assert found.chance_under(found.upper[-1], -1) == pytest.approx(0.975)
    assert found.chance_under(found.lower[-1], -1) == pytest.approx(0.025)
    assert found.chance_under(found.values[-1], -1) == pytest.approx(0.5)
