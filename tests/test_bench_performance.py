"""The benchmark of metrics: three ways agree, and a ratio that grew by more than a fifth is told."""

from datetime import date
from pathlib import Path

import pytest

from bench.floor import alike, read_and_parse
from bench.loading import FLOOR, PANDAS, PARQUET, STORED, ratios
from bench.national import END, national_tables
from bench.performance import kept, table, worse
from bench.scales import BY_CLOCK, Ratio
from bench.suite import SUITE, Peers, Query
from metrics import When


@pytest.fixture(scope="module")
def peers() -> Peers:
    """Give six authorities over two years."""
    return Peers(national_tables(6, 2), When(date(2025, 10, 1), END))


@pytest.mark.parametrize("query", SUITE, ids=lambda query: query.name)
def test_the_product_sql_and_pandas_give_the_same_figures(peers: Peers, query: Query):
    peers.agree(query)
    assert peers.product(query).height > 5


def test_made_up_tables_are_the_same_each_time():
    once, again = (national_tables(2, 1)["episodes"].collect() for _ in range(2))
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


def test_a_load_is_held_to_a_share_of_the_floors_rate_and_to_times_its_peers():
    rates = {FLOOR: 1_000_000.0, PARQUET: 800_000.0, STORED: 270_000.0, PANDAS: 900_000.0}
    goals = {ratio.name: ratio.is_met for ratio in ratios(rates)}
    assert goals.pop(f"a return {PARQUET}, to {FLOOR}")
    assert not goals.pop(f"a return {STORED}, to {FLOOR}")
    assert all(goals.values())
    assert not all(ratio.is_met for ratio in ratios(rates | {STORED: 260_000.0})[2:])


def test_what_is_read_with_no_check_has_its_dates_and_its_file(tmp_path: Path):
    for name in ("2024", "2025"):
        (tmp_path / name).write_text("CHILD,DOB,SEX\n1,03/02/2015,2\n,,1\n", encoding="utf-8")
    (other := tmp_path / "costs").write_text("Provider\nFictional Homes\n", encoding="utf-8")
    together = alike([tmp_path / "2024", other, tmp_path / "2025"])
    children, costs = read_and_parse(together)
    assert [dates for _, dates in together] == [["DOB"], []]
    assert children["DOB"].to_list() == [date(2015, 2, 3), None] * 2
    assert children["file"].n_unique() == 2
    assert costs.columns == ["Provider", "file"]
