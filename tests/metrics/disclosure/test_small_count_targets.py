"""What small counts come to does not depend on what they were, so that none can be ruled out."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from metrics.disclosure.small_count_targets import SMALL, goals

GROUPS = ["Brent", "Ealing", "Harrow", "Hounslow"]
SECRET = bytes(32)
LARGE = 50


@given(st.permutations([1, 3, 7, LARGE]), st.permutations([0, 2, 9, LARGE]))
def test_whoever_has_them_the_draws_are_the_same(one: list[int], other: list[int]):
    counts = np.array([one, other]).T
    usual = np.array([[1, 3, 7, LARGE], [0, 2, 9, LARGE]]).T
    found, before = (goals(each, GROUPS, ["a", "b"], SECRET) for each in (counts, usual))
    both = (counts <= SMALL) & (usual <= SMALL)
    assert (found[both] == before[both]).all()


def test_every_value_is_drawn():
    counts = np.full((400, 20), 3)
    counts[0] = 10_000
    found = goals(counts, [str(i) for i in range(400)], [str(i) for i in range(20)], SECRET)
    assert {*found[1:].ravel()} == {*range(SMALL + 1)}


def test_totals_stay():
    counts = np.random.default_rng(1).integers(0, 40, (8, 30))
    found = goals(counts, [str(i) for i in range(8)], [str(i) for i in range(30)], SECRET)
    assert (found.sum(axis=0) == counts.sum(axis=0)).all()
