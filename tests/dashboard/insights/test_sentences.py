"""Findings say what the statistics say, in twelve words at most."""

import pytest

from dashboard.data.comparisons import Estimate
from dashboard.insights import sentences, wording
from metrics import METRICS
from tests.table import table

OUTSIDE = METRICS["outside_borough"]
CHILDREN = METRICS["children_looked_after"]


def figure(
    series: str, value: float | None, lower: float | None, upper: float | None, mark: str | None = None
) -> Estimate:
    return Estimate(series, value, lower, upper, 296.0, mark)


HIGH = figure("Hounslow", 72.0, 67.0, 77.0)
REST = figure("Rest of consortium", 64.0, 62.0, 66.0)
NEAR = figure("Hounslow", 66.0, 60.0, 71.0)
HIDDEN = figure("Hounslow", None, None, None, "[c]")


@pytest.mark.parametrize(
    ("mine", "other", "way"),
    [
        (HIGH, REST, 1),
        (REST, HIGH, -1),
        (NEAR, REST, 0),
        (figure("Hounslow", 70.9, 66.0, 76.0), REST, 0),
        (figure("Hounslow", 72.0, 67.0, 77.0, "[u]"), REST, 0),
        (figure("Hounslow", 72.0, 67.0, 77.0, "[p]"), REST, 0),
        (HIDDEN, REST, 0),
        (HIGH, HIDDEN, 0),
        (figure("a", 5.0, None, None), figure("b", 9.0, None, None), 0),
    ],
)
def test_a_difference_is_claimed_only_beyond_its_99_per_cent_interval_and_never_of_weak_figures(
    mine: Estimate, other: Estimate, way: int
):
    assert wording.direction(mine, other) == way


MONTHS = """
    month      | value | lower | upper | mark | n
    2026-07-31 | 71.0  | 66.0  | 76.0  |      | 296
    2026-08-31 |       |       |       | [c]  |
    2026-09-30 | {last} | {low} | {high} |    | 300
"""


def test_no_change_is_said_as_no_change():
    months = table(MONTHS.format(last="69.5", low="64.0", high="74.0"))
    assert sentences.over_time(OUTSIDE, "Hounslow", months) == "Placed outside the borough: no clear change (70%)"


def test_a_change_is_said_with_both_ends():
    months = table(MONTHS.format(last="59.5", low="54.0", high="64.0"))
    assert sentences.over_time(OUTSIDE, "Hounslow", months) == "Placed outside the borough down from 71% to 60%"


def test_one_month_says_nothing():
    months = table(MONTHS.format(last="59.5", low="54.0", high="64.0")).head(1)
    assert sentences.over_time(OUTSIDE, "Hounslow", months) == "Placed outside the borough: too few months to say"


def test_boroughs_that_differ_are_named():
    rows = table("""
        series   | value | lower | upper | mark | n
        Brent    | 55.0  | 50.0  | 60.0  |      | 300
        Harrow   |       |       |       | [c]  |
        Ealing   | 63.0  | 58.0  | 68.0  |      | 275
        Hounslow | 71.0  | 66.0  | 76.0  |      | 296
    """)
    centre = figure("Consortium", 64.0, 62.0, 66.0)
    assert (
        sentences.farthest(OUTSIDE, rows, centre, {"Brent": -1, "Hounslow": 1})
        == "Placed outside the borough: Hounslow higher, Brent lower"
    )
    none = sentences.farthest(OUTSIDE, rows.filter(rows["series"] == "Ealing"), centre, {})
    assert none == "Placed outside the borough: no borough clearly differs from the consortium"


def test_without_a_range_no_borough_is_compared():
    rows = table("""
        series   | value | lower | upper | mark | n
        Harrow   |       |       |       | [c]  |
        Hounslow | 71.0  |       |       |      | 295
    """)
    said = sentences.farthest(OUTSIDE, rows, figure("Consortium", 64.0, None, None), {})
    assert said == "Placed outside the borough: boroughs not compared, no ranges given"


def test_titles_have_twelve_words_at_most():
    assert len(wording.short("one " * 13, "two " * 20).split()) == 12
    assert wording.short("one " * 13, "two words") == "two words"
