"""Which way a figure differs, and whether that is good or bad: the latter only where one way is good."""

import pytest

from metrics.card import Polarity
from metrics.statistics.judgement import Judgement, judged


@pytest.mark.parametrize(
    ("way", "polarity", "word"),
    [
        (1, Polarity.HIGH, Judgement.BETTER),
        (1, Polarity.LOW, Judgement.WORSE),
        (1, Polarity.NEITHER, Judgement.HIGHER),
        (-1, Polarity.HIGH, Judgement.WORSE),
        (-1, Polarity.LOW, Judgement.BETTER),
        (-1, Polarity.NEITHER, Judgement.LOWER),
    ],
)
def test_good_or_bad_where_one_way_is_good(way: int, polarity: Polarity, word: Judgement) -> None:
    assert judged(way, polarity) is word


def test_no_movement_is_similar_whatever_is_good() -> None:
    assert {judged(0, polarity) for polarity in Polarity} == {Judgement.SIMILAR}
