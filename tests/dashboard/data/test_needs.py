"""Needs shaped for charts."""

from datetime import date
from unittest.mock import Mock

import polars as pl
import pytest

from dashboard.data import needs
from dashboard.data.needs import largest, peaks, scored_year
from dashboard.filters.selection import Selection
from metrics import When
from tests.metrics.asked import YEAR
from tests.table import table

pytestmark = pytest.mark.usefixtures("nothing_stored")


def by_age(scores: str) -> pl.DataFrame:
    """Ages from nought with the mean scores given (`.` hidden), forty children each, half a range of two points."""
    values = [None if score == "." else float(score) for score in scores.split()]
    rows = pl.DataFrame({"age": range(len(values)), "value": values}, schema={"age": pl.Int16, "value": pl.Float64})
    seen = pl.col("value").is_not_null()
    return rows.with_columns(
        numerator=pl.col("value") * 40, denominator=pl.when(seen).then(40.0), lower=pl.col("value") - 2
    )


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        pytest.param("10 10 10 10 10 10 10 10 10", [], id="level"),
        pytest.param("10 11 10 9 10 16 10 11 10", [5], id="one age above those around it"),
        pytest.param("10 11 10 9 15 16 10 11 10", [4, 5], id="the age beside it is high too"),
        pytest.param("10 11 10 9 10 12 10 11 10", [], id="higher, but not beyond its range"),
        pytest.param("10 10 15 10 10 10 10 18 10 10", [2, 7], id="two"),
        pytest.param("10 11 . 9 . 16 10 11 10", [5], id="beside hidden ages"),
        pytest.param("10 11 12 13 14 15 16 17 18", [], id="a steady rise"),
        pytest.param(". . .", [], id="all hidden"),
    ],
)
def test_a_peak_lies_above_the_ages_around_it_by_more_than_its_range(scores: str, expected: list[int]):
    rows = by_age(scores)
    assert [age for age, is_peak in zip(rows["age"], peaks(rows), strict=True) if is_peak] == expected


def test_the_groups_with_the_most_children_stand_in_their_usual_order():
    types = pl.Enum(list("ABCDEFGHIJ"))
    rows = table("""
        kind | children
        J    | 90
        A    | 12
        C    | 40
        B    |
    """).with_columns(pl.col("kind").cast(types))
    assert largest(rows, "kind") == ["A", "B", "C", "J"]


@pytest.mark.parametrize(
    ("end", "year"),
    [(date(2026, 3, 31), 2026), (date(2026, 9, 30), 2026), (date(2026, 2, 28), 2025)],
)
def test_scores_are_those_of_the_last_return_year_that_has_ended(end: date, year: int):
    chosen = Selection(boroughs=("Brent",), start=date(2025, 4, 1), end=end, first=date(2020, 4, 1))
    assert scored_year(chosen) == When.return_year(year)


def test_where_one_band_is_hidden_its_whole_line_is(monkeypatch: pytest.MonkeyPatch):
    told = """
        series | sdq_band   | n  | mark
        Brent  | Normal     | 30 |
        Brent  | Borderline | 10 |
        Ealing | Normal     | 16 |
        Ealing | Borderline |    | [c]
    """
    like = pl.Schema({"series": pl.String, "sdq_band": pl.String, "n": pl.Int64, "mark": pl.String})
    monkeypatch.setattr(needs, "compared", lambda *_: table(told).cast(like))
    monkeypatch.setattr(needs, "scored_year", lambda _: YEAR)
    found = needs.bands(Mock(spec=Selection))
    assert found.select("value", "mark", "n").rows() == [
        (75.0, None, 30),
        (25.0, None, 10),
        (None, "[c]", None),
        (None, "[c]", None),
    ]
