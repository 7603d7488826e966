"""Needs shaped for charts."""

from datetime import date
from unittest.mock import Mock

import polars as pl
import pytest

from dashboard.filters.selection import Selection
from dashboard.pages.needs import strengths
from dashboard.pages.needs.indicators import largest
from dashboard.pages.needs.strengths import scored_year
from metrics import When
from tests.metrics.asked import YEAR
from tests.table import table

pytestmark = pytest.mark.usefixtures("nothing_stored")


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
    monkeypatch.setattr(strengths, "compared", lambda *_: table(told).cast(like))
    monkeypatch.setattr(strengths, "scored_year", lambda _: YEAR)
    found = strengths.bands(Mock(spec=Selection))
    assert found.select("value", "mark", "n").rows() == [
        (75.0, None, 30),
        (25.0, None, 10),
        (None, "[c]", None),
        (None, "[c]", None),
    ]
