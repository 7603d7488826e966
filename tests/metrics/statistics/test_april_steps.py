"""Prices that rise every April: the steps to come are drawn where the history shows them, and nowhere else."""

from itertools import pairwise

import numpy as np
import pytest

from metrics.statistics.april_steps import april_steps
from metrics.statistics.forecast import STEPPED, forecast

START = 10
"""The first month of these series is October."""


def stepped(months: int, size: float = 0.05, noise: float = 0.005, seed: int = 1) -> list[float]:
    """Prices from October that rise each April, with a little noise."""
    steps = [(START + month - 4) // 12 - (START - 4) // 12 for month in range(months)]
    return list(100 * (1 + size) ** np.array(steps) * (1 + np.random.default_rng(seed).normal(0, noise, months)))


def last_month(months: int) -> int:
    return (START + months - 2) % 12 + 1


@pytest.mark.parametrize("months", [24, 36, 42, 48])
def test_steps_to_come_are_drawn_in_april_and_only_then(months: int) -> None:
    found = forecast(stepped(months), 24, month=last_month(months))
    assert found is not None
    assert found.method.endswith(STEPPED)
    truth = stepped(months + 24, noise=0)[months:]
    assert found.values == pytest.approx(truth, rel=0.01)
    assert all(low <= came <= high for low, came, high in zip(found.lower, truth, found.upper, strict=True))
    moves = [place for place, (one, other) in enumerate(pairwise(found.values)) if abs(other / one - 1) > 0.01]
    assert all((last_month(months) + place + 1) % 12 + 1 == 4 for place in moves)
    assert len(moves) in (1, 2)


def test_falls_every_april_and_steps_of_what_can_be_negative_are_steps_too() -> None:
    down = forecast(stepped(48, size=-0.1), 12, month=last_month(48))
    signed = forecast([value - 110 for value in stepped(48)], 12, floor=None, month=last_month(48))
    assert down is not None
    assert signed is not None
    assert down.method.endswith(STEPPED)
    assert signed.method.endswith(STEPPED)
    assert down.values[-1] == pytest.approx(down.values[0] * 0.9, rel=0.02)


def test_without_knowing_the_month_or_after_one_april_none_is_drawn_but_one_widens_the_range() -> None:
    blind = forecast(stepped(48), 12)
    assert blind is not None
    assert STEPPED not in blind.method
    once = forecast(stepped(18), 12, month=last_month(18))
    assert once is not None
    assert STEPPED not in once.method
    assert once.upper[-1] > once.values[-1] * 1.05


def test_twelve_months_that_end_in_march_tell_nothing_of_april() -> None:
    assert forecast([100.0 + month % 3 for month in range(12)], 12, month=3) is None
    assert forecast([100.0 + month % 3 for month in range(12)], 12, month=2) is not None
    assert forecast([100.0 + month % 3 for month in range(13)], 12, month=3) is not None


@pytest.mark.parametrize("months", [30, 42, 54])
def test_chance_is_seldom_taken_for_steps(months: int) -> None:
    dice = np.random.default_rng(5)
    noise = dice.normal(100, 5, (400, months))
    found = [april_steps(each, last_month(months)) for each in (*noise, *(300 + noise.cumsum(axis=1) - noise * 9))]
    assert sum(each is not None and bool(each.size) for each in found) / len(found) <= 0.01
