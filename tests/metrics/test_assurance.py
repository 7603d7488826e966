"""A target against the limits of a process, by the four that Making Data Count tells apart."""

import pytest

from metrics.assurance import Assurance, assured
from metrics.kinds import Polarity
from metrics.variation import process

RUN = process([10.0, 12, 11, 9, 10, 12, 8, 11, 10, 9, 12, 10])
"""Mean 10.33, limits 5.01 and 15.65."""


@pytest.mark.parametrize(
    ("target", "high_is_good", "low_is_good"),
    [
        (5.0, Assurance.MET, Assurance.MISSED),
        (5.1, Assurance.HIT_OR_MISS, Assurance.HIT_OR_MISS),
        (15.6, Assurance.HIT_OR_MISS, Assurance.HIT_OR_MISS),
        (15.7, Assurance.MISSED, Assurance.MET),
    ],
)
def test_only_a_target_beyond_the_limits_is_sure(
    target: float, high_is_good: Assurance, low_is_good: Assurance
) -> None:
    assert assured(RUN, target, Polarity.HIGH) is high_is_good
    assert assured(RUN, target, Polarity.LOW) is low_is_good


def test_without_a_good_direction_nothing_is_said() -> None:
    assert assured(RUN, 4.0, Polarity.NEITHER) is Assurance.NOT_JUDGED


def test_trial_limits_assure_of_nothing() -> None:
    assert assured(process([10.0, 12, 11, 9, 10]), 4.0, Polarity.HIGH) is Assurance.NOT_JUDGED
