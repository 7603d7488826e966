"""A target against the forecast at its day: likely, possible, unlikely, as sure as the past has been."""

import numpy as np
import pytest

from metrics.statistics.forecast import forecast
from metrics.statistics.target_assurance import Assurance, assured
from metrics.vocabulary import Polarity

RUN = forecast([10.0, 12, 11, 9, 10, 12, 8, 11, 10, 9, 12, 10] * 3, 6)
LIKELY, POSSIBLE, UNLIKELY = Assurance.LIKELY, Assurance.POSSIBLE, Assurance.UNLIKELY


@pytest.mark.parametrize(
    ("target", "high_is_good", "low_is_good"),
    [
        (5.0, LIKELY, UNLIKELY),
        (9.0, POSSIBLE, POSSIBLE),
        (12.0, POSSIBLE, POSSIBLE),
        (15.7, UNLIKELY, LIKELY),
    ],
)
def test_only_a_target_outside_the_forecasts_range_is_more_than_possible(
    target: float, high_is_good: Assurance, low_is_good: Assurance
) -> None:
    high, low = (assured(RUN, target, polarity) for polarity in (Polarity.HIGH, Polarity.LOW))
    assert (high.word, low.word) == (high_is_good, low_is_good)
    assert high.chance is not None
    assert low.chance == pytest.approx(1 - high.chance)


def test_without_a_good_direction_or_a_forecast_nothing_is_said() -> None:
    assert assured(RUN, 4.0, Polarity.NEITHER).word is Assurance.NOT_JUDGED
    assert assured(None, 4.0, Polarity.HIGH).word is Assurance.NOT_JUDGED
    assert assured(None, 4.0, Polarity.HIGH).chance is None


@pytest.mark.parametrize("target", [-6.0, -4.0, -1.0])
def test_a_target_on_what_can_be_negative_is_judged_below_zero(target: float) -> None:
    falling = np.random.default_rng(1).normal(-5, 1, 36).tolist()
    found = forecast(falling, 12, floor=None)
    expected = {-6.0: POSSIBLE, -4.0: POSSIBLE, -1.0: LIKELY}[target]
    assert assured(found, target, Polarity.LOW).word is expected


@pytest.mark.parametrize("kind", ["level", "walk", "year sums"])
def test_the_words_keep_what_they_promise(kind: str) -> None:
    dice = np.random.default_rng(4)
    draws = dice.normal(0, 1, (600, 71))
    sums = np.apply_along_axis(np.convolve, 1, draws, np.ones(12), "valid")
    series = 50 + {"level": draws, "walk": draws.cumsum(axis=1), "year sums": sums}[kind]
    met: dict[Assurance, list[bool]] = {word: [] for word in Assurance}
    for values in series:
        found = forecast(values[:48].tolist(), 12)
        for away in (-8, -4, -2, 0, 2, 4, 8):
            target = values[47] + away
            met[assured(found, target, Polarity.LOW).word].append(bool(values[59] <= target))
    assert np.mean(met[LIKELY]) >= 0.93
    assert np.mean(met[UNLIKELY]) <= 0.07
    assert 0.3 <= np.mean(met[POSSIBLE]) <= 0.7
