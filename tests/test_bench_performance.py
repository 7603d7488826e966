"""The benchmark of metrics: three ways agree, and a ratio that grew by more than a fifth is told."""

from datetime import date

import pytest

from bench.national import END, made
from bench.performance import kept, table, worse
from bench.scales import BY_CLOCK, Ratio
from bench.suite import SUITE, Peers, Query
from metrics import When


@pytest.fixture(scope="module")
def peers() -> Peers:
    """Give six authorities over two years."""
    return Peers(made(6, 2), When(date(2025, 10, 1), END))


@pytest.mark.parametrize("query", SUITE, ids=lambda query: query.name)
def test_the_product_sql_and_pandas_give_the_same_figures(peers: Peers, query: Query):
    peers.agree(query)
    assert peers.product(query).height > 5


def test_made_up_tables_are_the_same_each_time():
    once, again = (made(2, 1)["episodes"].collect() for _ in range(2))
    assert once.equals(again)


def test_a_ratio_that_is_a_fifth_worse_is_told_and_no_other():
    before = kept(table([Ratio("slow", 1.0, 1.2), Ratio("quick", 1.0), Ratio("little", 0.05)]))
    assert before == {"slow": 1.0, "quick": 1.0, "little": 0.05}
    assert worse(before | {f"quick {BY_CLOCK}": 1.0}, [Ratio(f"quick {BY_CLOCK}", 9.0)]) == []
    now = [Ratio("slow", 1.3), Ratio("quick", 1.19), Ratio("little", 0.1), Ratio("new", 9.0)]
    assert worse(before, now) == ["slow: 1.30x, was 1.00x"]


def test_goals_are_told():
    assert "| a | 0.50x | at most 0.65x, met |" in table([Ratio("a", 0.5, 0.65)])
    assert "| b | 0.70x | at most 0.65x, missed |" in table([Ratio("b", 0.7, 0.65)])
