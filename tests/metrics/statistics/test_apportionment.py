"""Rounded amounts add up to their rounded whole, each within a step of its own."""

from hypothesis import given
from hypothesis import strategies as some

from metrics.statistics.apportionment import shared


@given(some.lists(some.floats(-1e6, 1e6), min_size=1, max_size=9), some.sampled_from([1.0, 1000.0, 100_000.0]))
def test_they_add_up_and_none_is_further_than_a_step_from_its_own(amounts: list[float], step: float):
    whole = round(sum(amounts) / step)
    steps = shared(amounts, whole, step)
    assert sum(steps) == whole
    assert all(abs(each - amount / step) <= 1 + 1e-6 for each, amount in zip(steps, amounts, strict=True))


def test_the_largest_remainders_are_rounded_up_first():
    assert shared([568.0, 5056.0, 1093.0, 8624.0], 153, 100.0) == [6, 50, 11, 86]
