"""A figure described: which children it is of, and what may stand beside them."""

from dataclasses import replace
from datetime import date
from unittest.mock import Mock

import polars as pl
import pytest

from dashboard.charts.bars import bars
from dashboard.figure import Figure
from dashboard.filters.selection import Selection
from dashboard.insights import description
from dashboard.insights.description import OF_ALL, described, with_benchmarks
from metrics import METRICS
from tests.table import table

EVERYONE = Selection(("Brent",), date(2025, 10, 1), date(2026, 9, 30), date(2020, 4, 1), "Brent", (), ("England",))
ROWS = table("series | value | lower | upper | mark | n\nBrent | 61 | 55 | 66 | | 309")
WITH_ENGLAND = pl.concat([ROWS, ROWS.with_columns(series=pl.lit("England, Mar 2025"))])


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(description, "left_out", lambda _, where: sorted({"need_level"} & where.keys()))
    monkeypatch.setattr(description, "_lack", lambda _: "")
    monkeypatch.setattr(description, "words", Mock(return_value="Published: England 44%."))
    monkeypatch.setattr(description.benchmarks, "joined", Mock(return_value=WITH_ENGLAND))
    monkeypatch.setattr(description, "about", lambda *given: given[-1])


def figure(*kept: tuple[str, tuple[str, ...]]) -> Figure:
    selection = replace(EVERYONE, kept=kept)
    card = METRICS["outside_borough"]
    return Figure(metric=card, rows=ROWS, chart=bars, selection=selection, title="Brent: 61%")


def test_of_all_children_what_others_published_stands_beside():
    found = described(with_benchmarks(figure()))
    assert (found.title, found.rows.height, found.caption) == ("Brent: 61%", 2, "Published: England 44%.")


def test_of_a_part_of_them_it_does_not_and_the_title_says_which_part():
    found = described(with_benchmarks(figure(("type", ("Children's home",)), ("sex", ("Girls",)))))
    assert (found.title, found.rows.height, found.caption) == ("Brent: 61% (Children's home, Girls)", 1, OF_ALL)


def test_a_filter_that_the_measure_cannot_take_changes_nothing():
    found = described(with_benchmarks(figure(("need", ("High",)))))
    assert (found.title, found.rows.height) == ("Brent: 61%", 2)


def test_many_filters_are_said_in_one_word():
    found = described(figure(("type", ("Children's home", "Residential school", "Secure children's home"))))
    assert found.title == "Brent: 61% (filtered)"


def test_a_title_that_says_it_already_does_not_say_it_twice():
    named = replace(figure(("type", ("Children's home",))), title="Children's home: 61%")
    assert described(named).title == "Children's home: 61%"
