"""One measure of every borough: who differs, who changed; of totals nothing is claimed beside the consortium."""

import pytest

from dashboard.data.comparisons import Estimate
from dashboard.insights.boroughs import apart
from dashboard.insights.position import standing
from dashboard.pages.compare import insights as compare
from metrics import METRICS
from tests.table import table

OUTSIDE, SPEND = METRICS["outside_borough"], METRICS["spend"]


def figure(who: str, value: float | None, half: float | None = 2.0) -> Estimate:
    if value is None or half is None:
        return Estimate(who, value, None, None, 100.0, None if value is not None else "[c]")
    return Estimate(who, value, value - half, value + half, 100.0, None)


@pytest.mark.parametrize(
    ("mine", "other", "line"),
    [
        (figure("Brent", 71, 1.5), figure("Rest of consortium", 64), "Rest of consortium 64%: higher, which is worse"),
        (figure("Brent", 57, 1.5), figure("Rest of consortium", 64), "Rest of consortium 64%: lower, which is better"),
        (figure("Brent", 65), figure("Rest of consortium", 64), "Rest of consortium 64%: no clear difference"),
        (figure("Brent", 71, None), figure("Rest of consortium", 64, None), "Rest of consortium 64%"),
        (figure("Brent", 71), figure("Rest of consortium", None), "Rest of consortium: [c]"),
    ],
)
def test_a_figure_beside_another(mine: Estimate, other: Estimate, line: str):
    assert standing(OUTSIDE, mine, other).line == line


def test_boroughs_that_differ_are_named():
    now = table(
        """
        series     | value | lower | upper | n   | mark
        Brent      | 71.0  | 68.0  | 74.0  | 300 |
        Ealing     | 60.0  | 57.0  | 63.0  | 300 |
        Consortium | 65.0  | 64.0  | 66.0  | 600 |
        """
    )
    whole = figure("Consortium", 65, 1)
    assert (
        apart(OUTSIDE, now, whole, {"Brent": 1, "Ealing": -1})
        == "Placed outside the borough: Brent higher, Ealing lower"
    )
    nobody = "Placed outside the borough: no borough clearly differs from the consortium"
    assert apart(OUTSIDE, now, whole, {}) == nobody
    assert apart(SPEND, now, figure("Consortium", 2_000_000, None), {}) == "Spend on placements: £2.0m in all"


@pytest.mark.parametrize(
    ("ways", "words"),
    [
        ({"Brent": 1}, "Brent up on a year before"),
        ({"Brent": 1, "Ealing": -1, "Consortium": 1}, "Brent up, Ealing down on a year before"),
        ({}, "No borough clearly changed on a year before"),
    ],
)
def test_who_is_claimed_to_have_changed_in_a_year(ways: dict[str, int], words: str):
    pairs = {
        who: (figure(who, now), figure("a year before", before))
        for who, (now, before) in {"Brent": (71, 64), "Ealing": (50, 60), "Consortium": (90, 10)}.items()
    }
    assert compare.changed(compare.changes(OUTSIDE, pairs, ways)) == words


def test_where_nothing_is_known_of_a_year_before_no_change_is_claimed():
    pairs = {"Brent": (figure("Brent", 71, None), figure("a year before", None))}
    assert compare.changed(compare.changes(SPEND, pairs, {})) == "This period and the same a year before"


def test_what_is_hidden_is_not_said_to_be_unchanged():
    pairs = {
        "Brent": (figure("Brent", 64), figure("a year before", 64)),
        "Ealing": (figure("Ealing", None), figure("a year before", 64)),
    }
    words = "No clear change on a year before where figures are shown"
    assert compare.changed(compare.changes(OUTSIDE, pairs, {})) == words
