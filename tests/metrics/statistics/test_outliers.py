"""Prices far above what need explains: nobody without an effect, whatever the shape of prices; else the planted one."""

from collections.abc import Callable

import numpy as np
import pytest

from metrics.statistics.outliers import FEWEST, far_above

Dice = np.random.Generator
SHAPES: dict[str, Callable[[Dice, int], np.ndarray]] = {
    "normal": lambda dice, n: dice.normal(1, 0.15, n).clip(0.1),
    "lognormal": lambda dice, n: dice.lognormal(0, 0.4, n),
    "gamma": lambda dice, n: 0.5 + dice.gamma(2, 0.2, n),
    "exponential": lambda dice, n: 0.6 + dice.exponential(0.4, n),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_without_an_effect_nobody_is_named_in_95_of_100_runs(shape: str):
    dice, runs = np.random.default_rng(3), 0
    for size in (10, 30, 100, 300):
        for _ in range(100):
            expected = dice.uniform(500, 6000, size)
            runs += any(far_above((expected * SHAPES[shape](dice, size)).tolist(), expected.tolist()))
    assert runs / 400 <= 0.05


def test_a_planted_price_is_named_and_no_other():
    dice, found = np.random.default_rng(4), list[tuple[bool, int]]()
    for _ in range(100):
        expected = dice.uniform(500, 6000, 80)
        prices = expected * dice.lognormal(0, 0.15, 80)
        prices[17] = 3 * expected[17]
        far = far_above(prices.tolist(), expected.tolist())
        found.append((far[17], sum(far)))
    assert sum(is_found for is_found, _ in found) >= 90
    assert sum(many > 1 for _, many in found) <= 10


def test_few_prices_and_those_without_an_expectation_are_never_far():
    assert far_above([1.0] * (FEWEST - 2) + [99.0], [1.0] * (FEWEST - 1)) == [False] * (FEWEST - 1)
    assert not any(far_above([0.0, 5.0, *[1.0] * 12], [1.0, 0.0, *[1.0] * 12]))
    assert not any(far_above([2.0] * 20, [1.0] * 20))
