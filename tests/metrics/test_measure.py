"""The one exit: groups, sums, values, intervals and marks."""

import random

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from metrics import METRICS, Release, When, measure
from metrics.engine.query import ask
from metrics.engine.values import FIGURES
from metrics.measure import rows_behind
from tests.metrics.asked import YEAR, at, figures, given, same

EPISODES = """
    borough | child | started    | ended      | sex    | is_out_of_area | birth_month
    Brent   | 1     | 2020-01-01 |            | Male   | true           | 2015-01-01
    Brent   | 2     | 2020-01-01 |            | Female | false          | 2015-01-01
    Brent   | 3     | 2020-01-01 | 2024-05-15 | Female | true           | 2015-01-01
    Ealing  | 4     | 2024-07-01 |            |        | true           |
"""

COSTS = """
    borough | child | placement_type | started    | ended      | weekly_cost | provider
    Brent   | 1     | IFA foster     | 2020-01-01 |            | 700         | Oak
    Brent   | 2     | IFA foster     | 2020-01-01 |            | 900         | Elm
    Ealing  | 4     | IFA foster     | 2020-01-01 |            | 1400        |
"""


def test_the_columns_are_the_groupings_and_then_the_figures():
    found = figures("outside_borough", by=("sex", "borough"), episodes=EPISODES)
    assert found.columns == ["sex", "borough", *FIGURES]


def test_groups_are_in_order_and_the_unknown_comes_last():
    found = figures("outside_borough", by=("sex",), when=at("2024-08-01"), episodes=EPISODES)
    assert found["sex"].to_list() == ["Female", "Male", None]


def test_no_grouping_gives_one_row():
    same(
        figures("outside_borough", when=at("2024-04-30"), episodes=EPISODES),
        "numerator | denominator | mark | n\n2 | 3 | [u] | 3",
    )


def test_nobody_gives_one_row_too():
    found = figures("outside_borough")
    same(found, "numerator | denominator | n | mark\n0 | 0 | 0 | [z]")
    assert found["value"].item() is None
    same(figures("children_looked_after"), "value | n | mark\n0 | 0 |")


def test_by_month_every_month_is_there_with_noughts():
    found = figures(
        "children_looked_after",
        by=("borough", "month"),
        when=When(YEAR.start, at("2024-07-31").end),
        episodes=EPISODES,
    )
    same(
        found,
        """
        borough | month      | value
        Brent   | 2024-04-30 | 3
        Brent   | 2024-05-31 | 2
        Brent   | 2024-06-30 | 2
        Brent   | 2024-07-31 | 2
        Ealing  | 2024-04-30 | 0
        Ealing  | 2024-05-31 | 0
        Ealing  | 2024-06-30 | 0
        Ealing  | 2024-07-31 | 1
        """,
    )


def test_by_month_without_anything_else_and_without_anybody():
    found = figures("children_looked_after", by=("quarter",))
    assert found["value"].to_list() == [0, 0, 0, 0]


def test_values_of_one_filter_are_alternatives_and_filters_add_up():
    both = {"sex": ("Male", "Female"), "borough": ("Brent",)}
    same(figures("children_looked_after", where=both, episodes=EPISODES), "value\n2")
    unknown = {"sex": ("",)}
    same(figures("children_looked_after", where=unknown, episodes=EPISODES), "value\n1")


def test_a_child_whose_age_is_not_known_is_a_group_and_a_filter():
    found = figures("children_looked_after", by=("age_band",), episodes=EPISODES)
    same(found, "age_band | value\n10 to 15 | 2\n | 1")
    same(figures("children_looked_after", where={"age_band": ("",)}, episodes=EPISODES), "value\n1")


def test_a_grouping_that_these_rows_lack_is_said():
    with pytest.raises(ValueError, match="Children looked after cannot be grouped by indicator"):
        figures("children_looked_after", by=("indicator",), episodes=EPISODES)


def test_a_filter_that_these_rows_lack_is_said():
    with pytest.raises(ValueError, match="cannot be filtered by indicator"):
        figures("children_looked_after", where={"indicator": ("Goals",)}, episodes=EPISODES)


def test_the_order_of_rows_does_not_matter():
    tables = given(episodes=EPISODES, costs=COSTS)
    mixed = {name: rows.collect().sample(fraction=1, shuffle=True, seed=7).lazy() for name, rows in tables.items()}
    for slug in ("outside_borough", "weekly_cost", "three_or_more_placements"):
        one, other = (measure(METRICS[slug], given, by=("borough",), when=YEAR) for given in (tables, mixed))
        assert_frame_equal(one, other)


def test_the_same_question_has_the_same_answer_to_the_last_digit(made_up_tables: dict[str, pl.LazyFrame]):
    def ask_again() -> str:
        slugs = ("weekly_cost", "spend", "distance_mean", "spend_change")
        return "".join(measure(METRICS[slug], made_up_tables, by=("borough",)).write_json() for slug in slugs)

    assert len({ask_again() for _ in range(10)}) == 1


def test_the_release_is_part_of_the_question():
    working, board = (
        measure(METRICS["foster"], given(episodes=EPISODES), when=YEAR, release=release)
        for release in (Release.WORKING, Release.BOARD)
    )
    assert working["n"].item() == 3
    assert board.select("n", "mark").row(0) == (None, "[c]")


def test_the_rows_behind_a_figure_carry_every_dimension_and_add_up_to_it():
    tables = given(episodes=EPISODES)
    question = ask(METRICS["outside_borough"], tables, (), {"borough": ("Brent",)}, YEAR)
    rows = rows_behind(question, tables).collect()
    assert {"age", "age_band", "need_level", "distance_band", "is_out_of_london", "child"} <= set(rows.columns)
    assert rows.select(pl.col("numerator", "denominator").sum()).row(0) == (1, 2)
    assert random.Random(1).choice(rows["borough"].to_list()) == "Brent"
