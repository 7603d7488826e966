"""A peak is told from chance and from a rise that goes on."""

import numpy as np
import pytest

from metrics.chance.peaks import OfAge, peaks


def by_age(scores: str) -> dict[int, OfAge]:
    """Ages from zero with the mean scores given (`.` hidden), forty children each, half a range of two points."""
    known = {age: float(score) for age, score in enumerate(scores.split()) if score != "."}
    return {age: OfAge(40 * value, 40, value, value - 2) for age, value in known.items()}


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        pytest.param("10 10 10 10 10 10 10 10 10", [], id="level"),
        pytest.param("10 11 10 9 10 16 10 11 10", [5], id="one age above those around it"),
        pytest.param("10 11 10 9 15 16 10 11 10", [4, 5], id="the age beside it is high too"),
        pytest.param("10 10 10 13 13 10 10 10 10", [3, 4], id="two together that neither year is alone"),
        pytest.param("10 11 10 9 10 12 10 11 10", [], id="higher, but not beyond its range"),
        pytest.param("10 10 15 10 10 10 10 18 10 10", [2, 7], id="two"),
        pytest.param("10 11 . 9 . 16 10 11 10", [5], id="beside hidden ages"),
        pytest.param("10 11 12 13 14 15 16 17 18", [], id="a steady rise"),
        pytest.param("10 10 10 10 16 16 16 16 16", [], id="a step"),
        pytest.param("10 10 10 10 10 10 10 10 19", [], id="the last age, beyond which nobody is known"),
        pytest.param(". . .", [], id="all hidden"),
    ],
)
def test_a_peak_lies_above_the_ages_around_it_by_more_than_chance(scores: str, expected: list[int]):
    assert sorted(peaks(by_age(scores))) == expected


def test_where_no_age_differs_a_peak_is_named_in_one_of_twenty_at_most():
    chance, named, times = np.random.default_rng(3), 0, 2_000
    for _ in range(times):
        values = chance.normal(10, 2 / 1.96, 18)
        named += bool(peaks({age: OfAge(40 * value, 40, value, value - 2) for age, value in enumerate(values)}))
    assert named / times < 0.06
