"""Single placements for a chart: in the working release only, and never by name."""

import pytest

from metrics import METRICS, Release
from metrics.engine.single_rows import points
from tests.metrics.asked import YEAR, given, same

COSTS = "\n".join(
    ["borough | child | placement_type | started | need_score | weekly_cost"]
    + [f"{'Brent' if i % 2 else 'Ealing'} | {i} | IFA foster | 2024-04-01 | {i} | {500 + 10 * i}" for i in range(10)]
)
UNEXPLAINED = METRICS["unexplained_cost"]


def test_each_placement_stands_at_its_need_and_cost():
    found = points(
        UNEXPLAINED, given(costs=COSTS), ("borough", "need_score", "weekly_cost", "expected_cost"), when=YEAR
    )
    same(
        found.head(2).with_columns(found.head(2)["expected_cost"].round(6)),
        """
        borough | need_score | weekly_cost | expected_cost
        Brent   | 1          | 510         | 510
        Brent   | 3          | 530         | 530
        """,
    )
    assert found.height == 10


def test_a_filter_narrows_them():
    found = points(UNEXPLAINED, given(costs=COSTS), ("weekly_cost",), where={"borough": ("Brent",)}, when=YEAR)
    assert found["weekly_cost"].to_list() == [510, 530, 550, 570, 590]


@pytest.mark.parametrize("column", ["child", "birth_month", "urn", "placement_postcode_sector"])
def test_nothing_that_tells_who_the_child_is(column: str):
    with pytest.raises(ValueError, match=f"{column} cannot be drawn"):
        points(UNEXPLAINED, given(costs=COSTS), (column,), when=YEAR)


@pytest.mark.parametrize("release", [Release.BOARD, Release.EVENT])
def test_no_other_release_has_them(release: Release):
    with pytest.raises(ValueError, match="working release only"):
        points(UNEXPLAINED, given(costs=COSTS), ("weekly_cost",), when=YEAR, release=release)


def test_a_column_that_the_figure_lacks_is_named():
    with pytest.raises(ValueError, match="has no expected_cost"):
        points(METRICS["weekly_cost"], given(costs=COSTS), ("expected_cost",), when=YEAR)


def test_of_very_many_some_are_drawn_and_always_the_same():
    rows = [f"Brent | {i} | IFA foster | 2024-04-01 | 1 | {i}" for i in range(1, 6001)]
    costs = "\n".join(["borough | child | placement_type | started | need_score | weekly_cost", *rows])
    once, again = (points(METRICS["spend"], given(costs=costs), ("weekly_cost",), when=YEAR) for _ in range(2))
    assert once.height == 5000
    assert once.equals(again)
