"""A step and a blip are told apart."""

import pytest

from metrics.statistics.change_point import stepped_at

STEADY = [38.0, 42, 36, 40, 39, 41, 37, 40, 38, 43]
LOWER = [24.0, 26, 22, 25, 23, 27, 24, 38, 22, 26]


def test_a_level_that_falls_and_stays_low_is_a_step_where_it_fell() -> None:
    assert stepped_at([*STEADY, *LOWER]) == len(STEADY)


@pytest.mark.parametrize("blip", [90.0, 1.0])
def test_one_month_out_of_line_is_no_step(blip: float) -> None:
    assert stepped_at([*STEADY, blip, *STEADY]) is None


def test_a_steady_series_has_no_step() -> None:
    assert stepped_at([*STEADY, *STEADY]) is None


@pytest.mark.parametrize("values", [[], [38.0], [*STEADY, *LOWER[:3]], [5.0] * 30])
def test_too_few_points_after_it_or_no_variation_is_no_step(values: list[float]) -> None:
    assert stepped_at(values) is None
