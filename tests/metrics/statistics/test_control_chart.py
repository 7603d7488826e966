"""XmR charts: limits from the moving range, and what counts as unusual."""

import pytest

from metrics.statistics.control_chart import Signal, process

STEADY = [10.0, 12, 11, 9, 10, 12, 8, 11, 10, 9, 12, 10]


def test_wheelers_data_for_verifying_software() -> None:
    """Wheeler, Making sense of data (2003), page 382: mean 4135.50, limits 3188.72 and 5082.28."""
    ohms = [5045.0, 4350, 4350, 3975, 4290, 4430, 4485, 4285, 3980, 3925, 3645, 3760, 3300, 3685, 3463, 5200]
    found = process(ohms)
    assert (found.mean, found.lower, found.upper) == pytest.approx((4135.50, 3188.72, 5082.28), abs=0.005)
    assert found.latest is Signal.OUTSIDE


def test_a_steady_process_has_no_signal() -> None:
    assert set(process(STEADY).signals) == {Signal.NONE}


def test_a_point_outside_the_limits_is_unusual() -> None:
    spiked = process([*STEADY, 30.0])
    assert spiked.latest is Signal.OUTSIDE
    assert spiked.direction == 1


def test_seven_falling_points_are_a_trend() -> None:
    falling = process([10.0, 12, 9, 11, 10, 12.5, 12, 11.5, 11, 10.5, 10, 9.5])
    assert falling.signals[5:] == (Signal.TREND,) * 7
    assert falling.direction == -1


def test_seven_on_one_side_of_the_mean_are_a_shift() -> None:
    shifted = process([8.0, 9, 8.2, 9.1, 8.1, 9.2, 8.3, 10.0, 11, 10.1, 11.2, 10.3, 11.1, 10.2])
    assert Signal.SHIFT in shifted.signals


def test_two_of_three_in_the_outer_third_are_unusual() -> None:
    series = process([10.0, 10.5] * 10 + [11.6, 10.9, 11.6])
    assert series.signals[-1] is Signal.NEAR_LIMIT
    assert series.signals[-2] is Signal.NONE


def test_fewer_than_twelve_points_give_trial_limits() -> None:
    assert process(STEADY[:11]).is_trial
    assert not process(STEADY).is_trial


def test_a_count_has_no_limit_under_nought() -> None:
    assert process([0.0, 9, 1, 8, 0]).lower == 0
