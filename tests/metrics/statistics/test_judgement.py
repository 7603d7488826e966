"""A difference is said only when the interval excludes the reference, and good or bad only by polarity."""

import pytest

from metrics.card import Polarity
from metrics.statistics.judgement import Judgement, against, judged


@pytest.mark.parametrize(
    ("lower", "upper", "reference", "polarity", "word"),
    [
        (50.0, 60.0, 45.0, Polarity.LOW, Judgement.WORSE),
        (50.0, 60.0, 45.0, Polarity.HIGH, Judgement.BETTER),
        (50.0, 60.0, 45.0, Polarity.NEITHER, Judgement.HIGHER),
        (50.0, 60.0, 65.0, Polarity.LOW, Judgement.BETTER),
        (50.0, 60.0, 65.0, Polarity.NEITHER, Judgement.LOWER),
        (50.0, 60.0, 50.0, Polarity.LOW, Judgement.SIMILAR),
        (50.0, 60.0, 55.0, Polarity.LOW, Judgement.SIMILAR),
        (None, None, 55.0, Polarity.LOW, Judgement.NOT_COMPARED),
        (50.0, 60.0, None, Polarity.LOW, Judgement.NOT_COMPARED),
    ],
)
def test_against_a_reference(
    lower: float | None, upper: float | None, reference: float | None, polarity: Polarity, word: Judgement
) -> None:
    assert against(lower, upper, reference, polarity) is word


def test_no_movement_is_similar_whatever_is_good() -> None:
    assert {judged(0, polarity) for polarity in Polarity} == {Judgement.SIMILAR}
