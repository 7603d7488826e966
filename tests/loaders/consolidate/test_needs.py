"""Needs: scores, totals, levels, and the need in force at a date."""

import polars as pl
import pytest

from loaders import labels, need_scale
from loaders.consolidate.needs import assessments, indicators, with_assessment, with_need, with_need_in_force
from loaders.tables import Needs
from tests.table import table


def assessed(text: str) -> pl.DataFrame:
    """Indicator rows of assessments given as child, day and one score for all twelve indicators."""
    days = table(text)
    names = pl.DataFrame({"indicator": labels.INDICATORS, "domain": list(labels.NEEDS.values())})
    rows = days.rename({"day": "assessed"}).join(names, how="cross")
    wide = rows.with_columns(borough=pl.lit("Brent"), return_year=pl.lit(2025), row=pl.lit(None))
    return Needs.cast(wide.select(list(Needs.columns())))


@pytest.mark.parametrize(
    ("score", "level"),
    [
        (0, "Low"),
        (11, "Low"),
        (12, "Medium"),
        (23, "Medium"),
        (24, "High"),
        (35, "High"),
        (36, "Very high"),
        (72, "Very high"),
        (None, "Not assessed"),
    ],
)
def test_level_of_a_need_score(score: int | None, level: str):
    assert pl.select(need_scale.level(pl.lit(score, pl.Int16))).item() == level


def test_a_very_high_need_weighs_as_much_as_six_of_some():
    weights = pl.select(need_scale.weighted(pl.Series([0, 1, 2, 3], dtype=pl.Int8))).to_series()
    assert weights.to_list() == [0, 1, 3, 6]
    assert need_scale.HIGHEST == 72


def test_an_assessment_knows_the_first_and_the_next():
    scores = indicators(assessed("child | day | score\nB-1 | 2024-05-01 | 1\nB-1 | 2024-11-01 | 3"))
    totals = assessments(scores)
    assert totals["need_score"].to_list() == [12, 72]
    assert totals["need_level"].to_list() == ["Medium", "Very high"]
    assert totals["first_score"].to_list() == [12, 12]
    assert [str(day) for day in totals["first_assessed"]] == ["2024-05-01", "2024-05-01"]
    assert [str(day) for day in totals["next_assessed"]] == ["2024-11-01", "None"]


def test_an_indicator_knows_its_first_score_and_its_assessment():
    scores = indicators(assessed("child | day | score\nB-1 | 2024-05-01 | 1\nB-1 | 2024-11-01 | 3"))
    second = with_assessment(scores, assessments(scores)).filter(score=3)
    assert second.height == 12
    assert set(second["first_score"]) == {1}
    assert set(second["need_level"]) == {"Very high"}


def test_need_at_a_date_is_that_of_the_latest_assessment_on_or_before_it():
    totals = assessments(indicators(assessed("child | day | score\nB-1 | 2024-05-01 | 1\nB-1 | 2024-11-01 | 3")))
    events = table("""
        child | date
        B-1   | 2024-04-30
        B-1   | 2024-05-01
        B-1   | 2024-12-01
        B-2   | 2024-12-01
    """)
    found = with_need(events, totals, on="date").sort("child", "date")
    assert found["need_level"].to_list() == ["Not assessed", "Medium", "Very high", "Not assessed"]


def test_a_spell_is_cut_where_the_need_changes_and_has_none_before_the_first_assessment():
    scores = assessed("""
        child | day        | score
        B-1   | 2024-05-01 | 1
        B-1   | 2024-08-01 | 1
        B-1   | 2024-11-01 | 3
        B-2   | 2024-05-01 | 1
    """)
    prices = table("""
        child | started    | ended      | weekly_cost
        B-1   | 2024-04-01 |            | 900
        B-2   | 2024-05-01 | 2024-06-01 | 700
        B-3   | 2024-05-01 |            | 800
    """)
    found = with_need_in_force(prices, assessments(indicators(scores))).sort("child", "started")
    told = found.select("child", pl.col("started", "ended").cast(pl.String), "weekly_cost", "need_score", "need_level")
    assert told.rows() == [
        ("B-1", "2024-04-01", "2024-05-01", 900, None, "Not assessed"),
        ("B-1", "2024-05-01", "2024-11-01", 900, 12, "Medium"),
        ("B-1", "2024-11-01", None, 900, 72, "Very high"),
        ("B-2", "2024-05-01", "2024-06-01", 700, 12, "Medium"),
        ("B-3", "2024-05-01", None, 800, None, "Not assessed"),
    ]
