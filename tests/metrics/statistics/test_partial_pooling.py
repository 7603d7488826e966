"""What to expect of a small borough: nearer to all of them, the more the less its size tells."""

import numpy as np
import pytest

from metrics.statistics.partial_pooling import expected_shares, pooled, spread

TRIALS = {
    "effect": [
        *(-0.8893, -1.5854, -1.3481, -1.4416, -0.2175, -0.7861, -1.6209),
        *(0.0120, -0.4694, -1.3713, -0.3394, 0.4459, -0.0173),
    ],
    "variance": [
        *(0.3256, 0.1946, 0.4154, 0.0200, 0.0512, 0.0069, 0.2230),
        *(0.0040, 0.0564, 0.0730, 0.0124, 0.5325, 0.0714),
    ],
}
"""The 13 trials of BCG vaccine, in log risk ratios, as metafor prints them (`dat.bcg`)."""


def test_spread_and_mean_of_the_trials_are_as_published():
    effects, errors = (np.array(TRIALS["effect"]), np.sqrt(TRIALS["variance"]))
    between = spread(effects, errors)
    assert between.item() == pytest.approx(0.3088, abs=0.0005)
    weights = 1 / (between + errors**2)
    assert (effects * weights).sum() / weights.sum() == pytest.approx(-0.7141, abs=0.0005)


def test_figures_that_chance_explains_come_together_and_others_stay():
    alike, far = np.array([49.0, 50.0, 50.0, 51.0]), np.array([10.0, 40.0, 60.0, 90.0])
    errors = np.full(4, 5.0)
    assert pooled(alike, errors) == pytest.approx([50.0] * 4)
    assert np.abs(pooled(far, errors) - far).max() < 1


def test_the_smaller_a_borough_the_nearer_it_comes():
    near = pooled(np.array([20.0, 60.0, 40.0, 70.0]), np.array([12.0, 3.0, 3.0, 12.0]))
    assert abs(near[0] - 20) > abs(near[2] - 40)
    assert 20 < near[0] < near[3] < 70


@pytest.mark.parametrize(
    ("shares", "children", "centre", "of"),
    [
        ([50.0, 20.0, 30.0, 40.0, 35.0], [10, 200, 300, 250, 59], 31.0, [True, False, False, False, True]),
        ([50.0, 20.0, 30.0], [10, 200, 300], 28.0, [False] * 3),
        ([100.0] * 4, [10] * 4, 100.0, [False] * 4),
        ([], [], 0.0, []),
    ],
)
def test_small_boroughs_alone_are_drawn_and_only_where_enough_are_known(
    shares: list[float], children: list[float], centre: float, of: list[bool]
):
    near = expected_shares(shares, children, centre)
    assert [value is not None for value in near] == of
    assert all(min(shares) <= value <= max(shares) for value in near if value is not None)


def test_of_boroughs_of_fifteen_the_error_is_halved():
    dice = np.random.default_rng(3)
    truth = np.clip(dice.normal(60, 3, (500, 8)), 1, 99)
    raw = dice.binomial(15, truth / 100) / 15 * 100
    near = pooled(raw, np.full(raw.shape, (60 * 40 / 15) ** 0.5))
    assert ((near - truth) ** 2).mean() < ((raw - truth) ** 2).mean() / 3
