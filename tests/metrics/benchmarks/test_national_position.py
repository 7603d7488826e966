"""Where a borough stands among all of England's authorities."""

from metrics.benchmarks import Standing, standing
from tests.metrics.asked import given
from tests.metrics.benchmarks.given import NOW

OTHERS = 150


def tables(measure: str, brent: str, others: str = "{i}", count: int = OTHERS) -> dict[str, object]:
    lines = [f"Place {i} | Authority | {measure} | 2025 | {others.format(i=i)} |" for i in range(1, count + 1)]
    header = "authority | level | measure | period | value | symbol"
    regions = [f"London | Region | {measure} | 2025 | 0 |", f"Brent | Authority | {measure} | 2024 | 1 |"]
    return given(published="\n".join([header, *lines, *regions, f"Brent | Authority | {measure} | 2025 | {brent}"]))


def quartile(slug: str, measure: str, brent: str) -> tuple[int, int, str]:
    found = standing(slug, tables(measure, f"{brent} |"), "Brent", NOW)
    assert isinstance(found, Standing)
    return found.rank, found.of, found.quartile


def test_first_is_the_lowest_where_low_is_good():
    assert quartile("three_or_more_placements", "LACStable_2016on", "0") == (1, 151, "best")
    assert quartile("three_or_more_placements", "LACStable_2016on", "60.5") == (61, 151, "second best")
    assert quartile("three_or_more_placements", "LACStable_2016on", "999") == (151, 151, "worst")


def test_first_is_the_highest_where_high_is_good_or_where_neither_is():
    assert quartile("long_term_stability", "LAC_LongStable%", "999") == (1, 151, "best")
    assert quartile("long_term_stability", "LAC_LongStable%", "60.5") == (91, 151, "second worst")
    assert quartile("rate_per_10000", "LAC", "999") == (1, 151, "highest")
    assert quartile("rate_per_10000", "LAC", "0.5") == (151, 151, "lowest")


def test_equal_figures_share_the_better_place():
    found = standing("away_share", tables("Children_Away", "0 |", others="0"), "Brent", NOW)
    assert found is not None
    assert (found.rank, found.quartile) == (1, "best")


def test_none_for_a_figure_held_back_in_the_latest_year():
    assert standing("three_or_more_placements", tables("LACStable_2016on", " | c"), "Brent", NOW) is None


def test_none_for_counts_and_where_only_some_authorities_are_loaded():
    assert standing("children_looked_after", tables("LACnum", "9 |"), "Brent", NOW) is None
    assert standing("rate_per_10000", tables("LAC", "9 |", count=30), "Brent", NOW) is None
    assert standing("weekly_cost", tables("LAC", "9 |"), "Brent", NOW) is None
