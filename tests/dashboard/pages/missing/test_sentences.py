"""What is said about children who go missing: a step and a blip are told apart."""

from datetime import date

import numpy as np
import polars as pl
import pytest

from dashboard.data.comparisons import Estimate
from dashboard.data.control_limits import rebased, step_in
from dashboard.pages.missing.by_month import over_months, signals
from dashboard.pages.missing.costs import cost_title as cost
from dashboard.pages.missing.week import busiest
from dashboard.pages.missing.year_before import on_the_year_before
from dashboard.pages.missing.young_people import counted

USUAL = [38, 42, 36, 40, 39, 41, 37, 40, 38, 43, 39, 41]
LOWER = [24, 26, 22, 25, 23, 27, 24, 28, 22, 26, 25, 23]


def months(values: list[int | None]) -> pl.DataFrame:
    """Months from October 2023 with the incidents given, their means and limits."""
    days = [date(2023 + (9 + at) // 12, (9 + at) % 12 + 1, 28) for at in range(len(values))]
    run = pl.DataFrame({"month": days, "value": values}, schema={"month": pl.Date, "value": pl.Float64})
    return rebased(run, step_in(run))


def test_a_step_is_a_change_of_level_with_limits_of_its_own():
    stepped = months([*USUAL, *LOWER])
    assert over_months("Hounslow", stepped) == "Hounslow: lower since Oct 2024, 25 a month, 40 before"
    assert signals(stepped) == "No month is marked."
    assert stepped["mean"].n_unique() == 2


def test_a_blip_is_one_month_and_no_change_of_level():
    blip = months([*USUAL[:7], 90, *USUAL[7:], *USUAL[:6]])
    assert over_months("Ealing", blip) == "Ealing: May 2024 far from usual; no clear lasting change"
    assert "May 2024 (outside the limits)" in signals(blip)
    assert blip["mean"].n_unique() == 1


def test_no_title_names_a_month_that_the_chart_does_not_mark():
    """The lower limit of counts with a tail is further from the mean, by chance, than the upper one."""
    wide = [20, 140] * 12
    low = months([*wide, 0, *wide])
    assert signals(low) == "No month is marked."
    assert "usual variation" in over_months("Brent", low)


def test_an_unusual_latest_month_is_said_first():
    assert over_months("Brent", months([*USUAL, 90])) == "Brent: latest month far above usual"


def test_usual_variation_is_said_with_its_level():
    assert over_months("Brent", months(list(USUAL))) == "Brent: usual variation, about 40 incidents a month"


def test_where_nothing_changed_few_titles_name_a_month():
    """By the rules of a control chart alone six in ten would."""
    chance, named, times = np.random.default_rng(5), 0, 300
    for _ in range(times):
        named += "usual variation" not in over_months("Brent", months(list(chance.poisson(40, 24))))
    assert named / times < 0.09


def test_months_in_a_row_are_told_together():
    falling = months([*USUAL[:6], 44, 43, 42, 41, 40, 39, 38])
    assert "Apr 2024 to Oct 2024 (seven rising or falling)" in signals(falling)


def test_limits_of_fewer_than_twelve_months_are_trial():
    assert signals(months(list(USUAL[:11]))) == "Trial limits: fewer than twelve months. No month is marked."
    assert signals(months([None, None])) == "No month is marked."
    assert over_months("Brent", months([None, 38, None, 40])) == "Too few months to say"


def figure(value: float | None, half: float | None = 20.0, mark: str | None = None) -> Estimate:
    ends = (None, None) if value is None or half is None else (value - half, value + half)
    return Estimate("", value, *ends, 9.0, mark)


@pytest.mark.parametrize(
    ("now", "before", "finding"),
    [
        (figure(106), figure(155), "106 runners, fewer than 155 the year before"),
        (figure(106), figure(110), "106 runners, no clear difference from 110 the year before"),
        (figure(106, None), figure(155, None), "106 runners, 155 the year before"),
        (figure(106), figure(None, mark="[c]"), "106 runners"),
        (figure(None, mark="[c]"), figure(155), "Runners: [c]"),
    ],
)
def test_counts_of_young_people_differ_only_beyond_their_ranges(now: Estimate, before: Estimate, finding: str):
    assert counted(now, before, "runners") == finding


@pytest.mark.parametrize(
    ("before", "change", "way", "finding"),
    [
        (figure(369), "5% fewer", 0, "350 incidents, no clear change from 369 a year before"),
        (figure(499), "30% fewer", -1, "350 incidents, 30% fewer than a year before (499)"),
        (figure(350), "as before", 0, "350 incidents, as many as a year before (350)"),
        (figure(None, mark="[x]"), "", 0, "350 incidents; a year before [x]"),
    ],
)
def test_incidents_beside_a_year_before(before: Estimate, change: str, way: int, finding: str):
    assert on_the_year_before(figure(350), before, change, way) == finding


def test_cost_says_what_is_assumed():
    whole = cost(figure(90_000), figure(885_000), figure(975_000))
    assert whole == "Going missing cost £975,000: service £90,000, police £885,000 (assumed)"
    assert cost(figure(None), figure(None), figure(None, mark="[c]")) == "Missing from home, cost: [c]"


def test_the_busiest_eight_hours():
    parts = {
        "Midnight to 4am": 5.0,
        "4am to 8am": 5.0,
        "4pm to 8pm": 40.0,
        "8pm to midnight": 50.0,
        "Not recorded": 9.0,
    }
    assert busiest(parts | {"Not recorded": 9.0}) == "90% of incidents start between 4pm and midnight"
    assert busiest(parts | {"4pm to 8pm": None}) == "When in the week incidents start"
