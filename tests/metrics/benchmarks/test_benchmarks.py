"""What a borough's figure is set beside, from figures that others published."""

from datetime import date

from metrics import When
from metrics.benchmarks import TWINS, benchmarks, published
from tests.metrics.asked import same
from tests.metrics.benchmarks.given import FIVE_YEARS, NOW, episodes_of, given

PUBLISHED = """
    authority | level     | measure   | period | value | symbol | publication
    England   | England   | LACStable_2016on | 2024 | 10 |   | LAIT
    England   | England   | LACStable_2016on | 2025 | 11 |   | LAIT
    London    | Region    | LACStable_2016on | 2025 | 9  |   | LAIT
    Brent     | Authority | LACStable_2016on | 2024 | 12 |   | LAIT
    Brent     | Authority | LACStable_2016on | 2025 |    | c | LAIT
    Ealing    | Authority | LACStable_2016on | 2025 | 6  |   | LAIT
    Harrow    | Authority | LACStable_2016on | 2025 |    | k | LAIT
    Barnet    | Authority | LACStable_2016on | 2025 | 20 |   | LAIT
    Enfield   | Authority | LACStable_2016on | 2025 |    | c | LAIT
"""
NEIGHBOURS = """
    authority | place | neighbour
    Brent     | 1     | Ealing
    Brent     | 2     | Harrow
    Brent     | 3     | Barnet
    Brent     | 4     | Enfield
    Ealing    | 1     | Enfield
    Harrow    | 1     | Enfield
    Harrow    | 2     | Ealing
    Harrow    | 3     | Camden
"""
SLUG = "three_or_more_placements"


def test_published_figures_of_some_areas_with_what_is_hidden_still_hidden():
    same(
        published(SLUG, given(published=PUBLISHED), ("Brent", "England"), FIVE_YEARS),
        """
        authority | level     | period_end | value | mark
        Brent     | Authority | 2024-03-31 | 12    |
        Brent     | Authority | 2025-03-31 |       | [c]
        England   | England   | 2024-03-31 | 10    |
        England   | England   | 2025-03-31 | 11    |
        """,
    )


def test_where_no_year_ends_in_the_span_the_latest_before_its_end_is_given():
    rows = published(SLUG, given(published=PUBLISHED), ("England",), NOW)
    assert rows["period_end"].to_list() == [date(2025, 3, 31)]
    early = When(date(2020, 4, 1), date(2021, 3, 31))
    assert published(SLUG, given(published=PUBLISHED), ("England",), early).is_empty()


def test_england_london_and_the_median_of_the_neighbours_that_have_a_figure():
    found = benchmarks(SLUG, given(published=PUBLISHED, neighbours=NEIGHBOURS), "Brent", NOW)
    same(
        found,
        """
        series                 | period_end | value | n | mark
        England                | 2025-03-31 | 11    | 1 |
        London                 | 2025-03-31 | 9     | 1 |
        Statistical neighbours | 2025-03-31 | 6     | 3 |
        """,
    )
    assert set(found["note"]) == {"Department for Education, Local Authority Interactive Tool."}


def test_neighbours_of_whom_none_or_few_have_a_figure_are_marked():
    tables = given(published=PUBLISHED, neighbours=NEIGHBOURS)
    same(benchmarks(SLUG, tables, "Ealing", NOW).tail(1), "value | n | mark\n | 0 | [x]")
    same(benchmarks(SLUG, tables, "Harrow", NOW).tail(1), "value | n | mark\n6 | 1 | [u]")


def test_the_consortium_has_its_published_counts_put_together_not_a_mean_of_rates():
    found = benchmarks("foster", given(published=COUNTS, episodes=episodes_of("Brent", "Harrow")), None, FIVE_YEARS)
    same(
        found,
        """
        series                          | period_end | value | n | mark
        England                         | 2025-03-31 | 67    | 1 |
        Boroughs together, as published | 2023-03-31 |       | 1 | [x]
        Boroughs together, as published | 2024-03-31 |       | 2 | [c]
        Boroughs together, as published | 2025-03-31 | 70    | 2 |
        """,
    )


NUMBER, SHARE = "Children looked after on 31 March: number", "Children looked after on 31 March: percentage"
FOSTERED, ALL = "Placement: Foster placements", "Placement: Total"
COUNTS = f"""
    authority | level     | measure  | breakdown  | period | value | symbol
    England   | England   | {SHARE}  | {FOSTERED} | 2025   | 67    |
    Brent     | Authority | {NUMBER} | {FOSTERED} | 2023   | 150   |
    Brent     | Authority | {NUMBER} | {ALL}      | 2023   | 300   |
    Brent     | Authority | {NUMBER} | {FOSTERED} | 2024   |       | c
    Brent     | Authority | {NUMBER} | {ALL}      | 2024   | 300   |
    Harrow    | Authority | {NUMBER} | {FOSTERED} | 2024   | 90    |
    Harrow    | Authority | {NUMBER} | {ALL}      | 2024   | 100   |
    Brent     | Authority | {NUMBER} | {FOSTERED} | 2025   | 200   |
    Brent     | Authority | {NUMBER} | {ALL}      | 2025   | 300   |
    Harrow    | Authority | {NUMBER} | {FOSTERED} | 2025   | 80    |
    Harrow    | Authority | {NUMBER} | {ALL}      | 2025   | 100   |
"""


def test_counts_have_no_median_of_neighbours_who_are_of_other_sizes():
    text = "authority|level|measure|period|value\nEngland|England|LACnum|2025|81770\nEaling|Authority|LACnum|2025|275"
    found = benchmarks("children_looked_after", given(published=text, neighbours=NEIGHBOURS), "Brent", NOW)
    assert found["series"].to_list() == ["England"]


def test_spending_years_are_named_by_their_end_and_budgets_are_no_outturn():
    text = """
        authority | level   | measure    | period       | value
        England   | England | LACFinance | 2023-24 (OT) | 1950
        England   | England | LACFinance | 2024-25 (OT) | 2100
        England   | England | LACFinance | 2025-26 (Bud)| 2500
    """
    found = benchmarks("unit_cost_children", given(published=text), "Brent", NOW)
    same(found, "series | period_end | value\nEngland | 2025-03-31 | 2100")
    assert "section 251" in found["note"].item()


def test_of_two_publications_a_figure_comes_before_a_symbol():
    text = """
        authority | level   | measure | period | value | symbol | publication
        England   | England | LAC     | 2025   | 67    |        | A
        England   | England | LAC     | 2025   |       | x      | B
    """
    same(published("rate_per_10000", given(published=text), ("England",), NOW), "value | mark\n67 | ")


def test_nothing_where_no_twin_is_loaded_or_there_is_none():
    empty = given()
    for slug in ("foster", "weekly_cost"):
        assert benchmarks(slug, empty, "Brent", NOW).is_empty()
        assert benchmarks(slug, empty, None, NOW).is_empty()
        assert published(slug, empty, ("Brent",), NOW).is_empty()
    assert "weekly_cost" not in TWINS
