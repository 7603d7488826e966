"""One measure of every borough: who differs, who changed; of totals nothing is claimed beside the consortium."""

import pytest

from dashboard.data.compared import Figure
from dashboard.findings import compare
from dashboard.findings.standing import standing
from metrics import METRICS
from tests.table import table

OUTSIDE, SPEND = METRICS["outside_borough"], METRICS["spend"]


def figure(who: str, value: float | None, half: float | None = 2.0) -> Figure:
    if value is None or half is None:
        return Figure(who, value, None, None, 100.0, None if value is not None else "[c]")
    return Figure(who, value, value - half, value + half, 100.0, None)


@pytest.mark.parametrize(
    ("mine", "other", "line"),
    [
        (figure("Brent", 71), figure("Rest of consortium", 64), "Rest of consortium 64%: higher, which is worse"),
        (figure("Brent", 57), figure("Rest of consortium", 64), "Rest of consortium 64%: lower, which is better"),
        (figure("Brent", 65), figure("Rest of consortium", 64), "Rest of consortium 64%: no clear difference"),
        (figure("Brent", 71, None), figure("Rest of consortium", 64, None), "Rest of consortium 64%"),
        (figure("Brent", 71), figure("Rest of consortium", None), "Rest of consortium: [c]"),
    ],
)
def test_a_figure_beside_another(mine: Figure, other: Figure, line: str):
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
    assert compare.apart(OUTSIDE, now, whole) == "Placed outside the borough: Brent higher, Ealing lower"
    assert compare.apart(SPEND, now, figure("Consortium", 2_000_000, None)) == "Spend on placements: £2.0m in all"


@pytest.mark.parametrize(
    ("brent", "ealing", "words"),
    [
        ((71, 64), (60, 60), "Brent up on a year before"),
        ((71, 64), (50, 60), "Brent up, Ealing down on a year before"),
        ((64, 64), (60, 60), "No borough clearly changed on a year before"),
    ],
)
def test_who_changed_in_a_year(brent: tuple[float, float], ealing: tuple[float, float], words: str):
    pairs = {
        who: (figure(who, now), figure("a year before", before))
        for who, (now, before) in {"Brent": brent, "Ealing": ealing, "Consortium": (90, 10)}.items()
    }
    assert compare.changed(compare.changes(OUTSIDE, pairs)) == words


def test_without_ranges_no_change_is_claimed():
    pairs = {"Brent": (figure("Brent", 71, None), figure("a year before", 64, None))}
    assert compare.changed(compare.changes(SPEND, pairs)) == "This period and the same a year before"


def test_what_is_hidden_is_not_said_to_be_unchanged():
    pairs = {
        "Brent": (figure("Brent", 64), figure("a year before", 64)),
        "Ealing": (figure("Ealing", None), figure("a year before", 64)),
    }
    words = "No clear change on a year before where figures are shown"
    assert compare.changed(compare.changes(OUTSIDE, pairs)) == words
