"""Directly standardised rates: published ones, and the interval by what it must be."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.statistics.intervals import poisson
from metrics.statistics.standardised_rate import standardised
from tests.table import table

DOWNS = """
    age         | cases | births | standard
    under 20    | 0     | 327    | 319933
    20 to 24    | 8     | 30666  | 931318
    25 to 29    | 63    | 123419 | 786511
    30 to 34    | 112   | 149919 | 488235
    35 to 39    | 262   | 104088 | 237863
    40 and over | 295   | 34392  | 61313
"""
"""Fifth and later births, Michigan 1950 to 1964: Stark and Mantel (1966), in Fleiss (1981), table 14.4."""

STATES = """
    age         | Alaska | Florida | standard
    0 to 4      | 405.0  | 375.3   | 84416
    5 to 19     | 83.6   | 60.3    | 294353
    20 to 44    | 261.0  | 190.5   | 316744
    45 to 64    | 777.6  | 1101.5  | 205745
    65 and over | 4933.3 | 4397.9  | 98742
"""
"""Deaths per 100,000 in 1970, and the standard million: Le, Introductory Biostatistics (2003), table 1.8."""

STRATA = st.lists(st.tuples(st.integers(3, 40), st.integers(1, 500)), min_size=4, max_size=6)


def test_a_rate_as_published() -> None:
    """75.52901 per 100,000: Nelson (2022), dsrTest, examples."""
    rows = table(DOWNS)
    found = standardised(rows["cases"].to_list(), rows["births"].to_list(), rows["standard"].to_list(), scale=100_000)
    assert found is not None
    assert found.value == pytest.approx(75.52901, abs=5e-6)


@pytest.mark.parametrize(("state", "rate"), [("Alaska", 788.6), ("Florida", 770.6)])
def test_a_rate_of_rates_as_published(state: str, rate: float) -> None:
    """The book rounds the deaths expected in each age to whole ones."""
    rows = table(STATES)
    found = standardised(rows[state].to_list(), [100_000] * 5, rows["standard"].to_list(), scale=100_000)
    assert found is not None
    assert found.value == pytest.approx(rate, abs=0.07)


def test_the_interval_worked_by_hand() -> None:
    """30 of 100 and 10 of 100, the standard 1 to 3: 0.25 x 0.3 + 0.75 x 0.1 = 0.15.

    The variance is 0.0025^2 x 30 + 0.0075^2 x 10 = 0.00075, its root over 40 events 0.00433. Byar's limits of 40 are
    28.5733 and 54.4701, so the ends are 0.15 - 0.0043301 x 11.4267 and 0.15 + 0.0043301 x 14.4701.
    """
    found = standardised([30, 10], [100, 100], [1, 3])
    assert found is not None
    assert (found.value, found.lower, found.upper) == pytest.approx((0.15, 0.100521, 0.212657), abs=1e-6)


@given(STRATA)
def test_to_an_areas_own_ages_it_is_the_crude_rate_with_byars_interval(strata: list[tuple[int, int]]) -> None:
    events, sizes = ([float(row[column]) for row in strata] for column in (0, 1))
    found = standardised(events, sizes, sizes)
    assert found is not None
    lower, upper = (end[0] / sum(sizes) for end in poisson(np.array([sum(events)])))
    assert (found.value, found.lower, found.upper) == pytest.approx((sum(events) / sum(sizes), lower, upper))


def test_older_children_do_not_make_a_borough_look_worse() -> None:
    """Both lose 5% of the younger and 20% of the older from sight; one has three times as many older."""
    young, old = (
        standardised(events, sizes, [100, 100]) for events, sizes in (([15, 20], [300, 100]), ([5, 60], [100, 300]))
    )
    assert young is not None
    assert old is not None
    assert young.value == pytest.approx(old.value) == pytest.approx(0.125)


@pytest.mark.parametrize(("events", "sizes"), [([4, 5], [100, 100]), ([30, 0], [100, 0])])
def test_too_few_events_or_an_empty_stratum_are_not_standardised(events: list[float], sizes: list[float]) -> None:
    assert standardised(events, sizes, [50, 50]) is None


def test_a_stratum_that_the_standard_has_not_is_left_out() -> None:
    assert standardised([30, 7], [100, 0], [50, 0]) == standardised([30], [100], [50])


def test_a_share_takes_wilsons_interval_of_the_effective_size() -> None:
    """30 of 100 and 10 of 100, the standard 1 to 3: 0.15. Variance 0.0625 x 0.0021 + 0.5625 x 0.0009 = 0.0006375.

    So it is as sure as 0.15 x 0.85 / 0.0006375 = 200 children would tell it: 30 of 200 is 0.107 to 0.206 by Wilson.
    """
    found = standardised([30, 10], [100, 100], [1, 3], is_share=True)
    assert found is not None
    assert (found.value, found.lower, found.upper) == pytest.approx((0.15, 0.10710, 0.20613), abs=1e-4)


@given(st.lists(st.tuples(st.integers(0, 1), st.integers(20, 300), st.integers(1, 50)), min_size=1, max_size=6))
def test_no_standardised_share_passes_all(strata: list[tuple[int, int, int]]) -> None:
    sizes, standard = ([float(row[column]) for row in strata] for column in (1, 2))
    nearly = [size - few for (few, _, _), size in zip(strata, sizes, strict=True)]
    for events in (sizes, nearly):
        found = standardised(events, sizes, standard, scale=100, is_share=True)
        assert found is not None
        assert 0 <= found.lower <= found.value + 1e-9 <= 100 + 1e-9
        assert found.value - 1e-9 <= found.upper <= 100
        assert found.lower < found.upper
