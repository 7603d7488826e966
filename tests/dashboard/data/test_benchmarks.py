"""What others published beside local figures: which is offered, of when, and how it is put into a chart's rows."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from dashboard.charts.chart_style import ENGLAND, LONDON, NEIGHBOURS
from dashboard.data import benchmarks, local_and_published
from dashboard.data.comparisons import Estimate
from dashboard.filters.selection import Selection
from metrics import When
from tests.conftest import Tables
from tests.dashboard.conftest import forget
from tests.metrics.asked import given, same
from tests.metrics.benchmarks.given import episodes_of
from tests.table import table

pytestmark = pytest.mark.usefixtures("nothing_stored")

SLUG = "three_or_more_placements"
CHOSEN = Selection(
    ("Brent", "Harrow"),
    date(2025, 10, 1),
    date(2026, 9, 30),
    date(2020, 4, 1),
    focus="Brent",
    benchmarks=(ENGLAND, NEIGHBOURS),
)
PUBLISHED = """
    authority | level     | measure          | period | value | symbol | publication
    England   | England   | LACStable_2016on | 2023   | 10    |        | LAIT
    England   | England   | LACStable_2016on | 2024   | 11    |        | LAIT
    England   | England   | LACStable_2016on | 2025   | 12    |        | LAIT
    London    | Region    | LACStable_2016on | 2025   | 9     |        | LAIT
    Brent     | Authority | LACStable_2016on | 2025   |       | c      | LAIT
    Harrow    | Authority | LACStable_2016on | 2025   | 14    |        | LAIT
    England   | England   | LACnum           | 2025   | 80000 |        | LAIT
    Brent     | Authority | LACnum           | 2025   | 300   |        | LAIT
"""
NEIGHBOURS_OF = """
    authority | place | neighbour
    Brent     | 1     | Harrow
"""
LOCAL = Estimate("Brent", 13.0, 10.0, 17.0, 300.0, None)


def tables_of(tables: Tables) -> Callable[[str], Tables]:
    """What gives these tables whatever the data version."""
    return lambda version: tables if version else {}


@pytest.fixture(autouse=True)
def loaded(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[Selection, When | None]]]:
    """Published figures of a few areas; gives what local figures are asked for."""
    tables = given(published=PUBLISHED, neighbours=NEIGHBOURS_OF, episodes=episodes_of("Brent", "Harrow"))
    asked: list[tuple[Selection, When | None]] = []

    def told_then(_: str, chosen: Selection, day: date) -> Estimate:
        asked.append((chosen, When.return_year(day.year)))
        return LOCAL

    for module in (benchmarks, local_and_published):
        monkeypatch.setattr(module, "tables_of", tables_of(tables))
        monkeypatch.setattr(module, "version", lambda: "as in this test")
    monkeypatch.setattr(benchmarks, "told_then", told_then)
    forget()
    yield asked
    forget()


def test_what_is_loaded_is_offered():
    assert benchmarks.offered() == (ENGLAND, LONDON, NEIGHBOURS)


def test_nothing_is_offered_where_nothing_is_published(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(benchmarks, "tables_of", tables_of(given(neighbours=NEIGHBOURS_OF)))
    assert benchmarks.offered() == ()


def test_months_get_one_point_a_year_at_its_end_and_none_before_the_trend():
    months = table("""
        month      | series | value | lower | upper | mark | n
        2026-08-31 | Brent  | 13.5  | 10.0  | 17.0  |      | 300
        2026-09-30 | Brent  | 13.0  | 10.0  | 17.0  |      | 300
    """)
    same(
        benchmarks.joined(SLUG, months, CHOSEN),
        """
        month      | series                 | value | lower | mark
        2026-08-31 | Brent                  | 13.5  | 10.0  |
        2026-09-30 | Brent                  | 13.0  | 10.0  |
        2024-03-31 | England                | 11.0  |       |
        2025-03-31 | England                | 12.0  |       |
        2025-03-31 | Statistical neighbours | 14.0  |       |
        """,
    )


def test_figures_of_one_date_get_the_latest_year_with_its_date_in_the_name():
    now = table("series | value | mark\nBrent | 13.0 |")
    same(
        benchmarks.joined(SLUG, now, CHOSEN),
        """
        series                           | value | mark
        Brent                            | 13.0  |
        England, Mar 2025                | 12.0  |
        Statistical neighbours, Mar 2025 | 14.0  |
        """,
    )


@pytest.mark.parametrize(
    ("slug", "chosen"),
    [
        pytest.param("weekly_cost", CHOSEN, id="nothing published of it"),
        pytest.param("children_looked_after", CHOSEN, id="a total"),
        pytest.param(SLUG, replace(CHOSEN, benchmarks=()), id="none asked for"),
    ],
)
def test_a_chart_without_a_benchmark_is_as_it_was(slug: str, chosen: Selection):
    now = table("series | value | mark\nBrent | 13.0 |")
    assert benchmarks.joined(slug, now, chosen).equals(now)


def test_the_local_figure_beside_is_of_the_published_date_and_of_all_children(
    loaded: list[tuple[Selection, When | None]],
):
    filtered = replace(CHOSEN, kept=(("sex", ("Female",)),))
    found = benchmarks.beside(SLUG, filtered)
    assert found is not None
    assert found.day == date(2025, 3, 31)
    assert [(figure.series, figure.value) for figure in found.others] == [(ENGLAND, 12.0), (NEIGHBOURS, 14.0)]
    assert found.own is not None
    assert (found.own.value, found.own.mark) == (None, "[c]")
    assert loaded == [(CHOSEN, When.return_year(2025))]


def test_of_a_total_only_the_focus_itself_stands_beside():
    found = benchmarks.beside("children_looked_after", CHOSEN)
    assert found is not None
    assert found.others == ()
    assert found.own is not None
    assert found.own.value == 300


def test_the_local_and_published_figures_of_every_borough_then_the_areas_around(monkeypatch: pytest.MonkeyPatch):
    local = table("""
        series     | value | mark | n
        Brent      | 13.0  |      | 300
        Harrow     |       | [c]  |
        Consortium | 13.5  |      | 400
    """)
    periods: list[When] = []

    def by_borough(slug: str, chosen: Selection, *, when: When) -> pl.DataFrame:
        periods.append(when)
        return local

    monkeypatch.setattr(local_and_published, "local_by_borough", by_borough)
    both = local_and_published.by_borough(SLUG, CHOSEN)
    assert both is not None
    assert periods == [When.return_year(2025)]
    neighbours = "Statistical neighbours (median of 1)"
    assert both.names == ["Brent", "Harrow", "Consortium", ENGLAND, LONDON, neighbours]
    assert (both.local["Harrow"].mark, both.published["Brent"].mark) == ("[c]", "[c]")
    assert local_and_published.by_borough("weekly_cost", CHOSEN) is None
