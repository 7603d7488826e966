"""What is forecast comes from what is shown; beating it is a success; a target is held to the forecast."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboard.filters.selection import month_ends, months_before
from dashboard.insights.wording import LONGEST
from dashboard.pages.curve import curve_insights as finding
from dashboard.pages.curve import target_insights as targets
from dashboard.pages.curve.curve_data import Curve, curved
from metrics import METRICS
from store.plans.targets import Goal

OUTSIDE = METRICS["outside_borough"]
CHILDREN = METRICS["children_looked_after"]
LAST = date(2026, 9, 30)
STEADY = "60 61 59 60 62 60 59 61 60 60 61 59 60 61 59 60 62 60 59 61 60 60 61 60"
APRIL = date(2026, 4, 1)


def months(values: str) -> pl.DataFrame:
    """Months to September 2026; `-` is a hidden month, `x` one without a figure."""
    cells = values.split()
    days = month_ends(months_before(LAST, len(cells)), LAST)
    numbers = [None if cell in "-x" else float(cell) for cell in cells]
    marks = [{"-": "[c]", "x": "[x]"}.get(cell) for cell in cells]
    near = [[None if number is None else number + half for number in numbers] for half in (-2.0, 2.0)]
    return pl.DataFrame(
        {"month": days, "value": numbers, "lower": near[0], "upper": near[1], "mark": marks, "n": 100.0},
        schema_overrides={"value": pl.Float64, "lower": pl.Float64, "upper": pl.Float64, "mark": pl.String},
    )


def curve_of(values: str, *goals: Goal, start: date | None = None, slug: str = "outside_borough") -> Curve:
    return curved(METRICS[slug], "Brent", months(values), goals, start)


def test_without_action_the_title_says_what_is_expected_a_year_on():
    assert finding.title(curve_of(STEADY)).startswith("If nothing changes: 6")
    assert " in Sep 2027 (" in finding.title(curve_of(STEADY))
    assert curve_of(STEADY).coming["month"].to_list() == month_ends(date(2026, 10, 31), date(2027, 9, 30))


@pytest.mark.parametrize(
    ("since", "slug", "title"),
    [
        ("59 60 61 60 59 40 40", "outside_borough", "Beating the forecast, a success: 40% where "),
        ("59 60 61 60 59 80 80", "outside_borough", "Worse than the forecast: 80% where "),
        ("59 60 61 60 59 60 40", "outside_borough", "No clear difference from the forecast: 40%, and "),
        ("59 60 61 60 59 60 60", "outside_borough", "No clear difference from the forecast: 60%, and "),
        ("59 60 61 60 59 - 40", "outside_borough", "No clear difference from the forecast: 40%, and "),
        ("59 60 61 60 59 20 20", "children_looked_after", "Lower than the forecast: 20 where "),
    ],
)
def test_two_months_in_a_row_beyond_the_forecast_are_said(since: str, slug: str, title: str):
    assert finding.title(curve_of(f"{STEADY} {since}", start=APRIL, slug=slug)).startswith(title)


def test_slowing_what_gets_worse_is_a_success():
    rising = " ".join(str(20 + at) for at in range(30))
    found = curve_of(f"{rising} 49 49 49 49 49 49", start=APRIL)
    assert finding.since(found) is not None
    assert "Worse" not in finding.title(found)


def test_one_month_is_too_early():
    assert finding.title(curve_of(f"{STEADY} 20", start=date(2026, 9, 1))).startswith("Too early to say")


def test_what_has_not_begun_or_began_before_there_was_a_year_of_months_changes_nothing():
    for start in (date(2027, 1, 1), date(2025, 1, 1)):
        assert finding.title(curve_of(STEADY, start=start)).startswith("If nothing changes")


def test_hidden_months_take_no_part_and_that_is_said():
    found = curve_of(f"{STEADY} - -")
    assert "2 hidden months take no part in it." in finding.note(found)
    assert found.coming["month"].min() == date(2026, 8, 31)
    few = curve_of("x x - 60 61 60 60")
    assert finding.title(few) == "Placed outside the borough: too few months for a forecast"
    assert few.coming.is_empty()


@given(some.integers(0, 23), some.floats(0, 100))
def test_nothing_told_depends_on_a_month_that_is_hidden(at: int, value: float):
    cells = STEADY.split()
    hidden = months(" ".join("-" if place == at else cell for place, cell in enumerate(cells)))
    below = hidden.with_columns(n=pl.when(pl.col("mark") == "[c]").then(value).otherwise("n"))
    first, second = (curved(OUTSIDE, "Brent", rows, (), None) for rows in (hidden, below))
    assert (finding.title(first), finding.note(first)) == (finding.title(second), finding.note(second))
    assert first.coming.equals(second.coming)


def test_where_many_months_are_hidden_the_larger_ones_that_are_shown_do_not_speak_for_them():
    found = curve_of("60 - 60 61 - 60 " * 5, Goal(50, APRIL), start=APRIL)
    assert finding.title(found) == "Placed outside the borough: too many hidden months for a forecast"
    assert finding.note(found) == "10 months are hidden: those that are shown cannot speak for them."
    assert (found.coming.height, found.expected.height) == (0, 0)
    assert targets.title(found) == "Target 50%: not judged"


def test_a_forecast_begins_anew_after_a_break_in_series():
    found = curve_of(f"{'10 ' * 14}{'40 ' * 36}", slug="supported_accommodation")
    assert "95% range, from 36 months since the break in series." in finding.note(found)
    assert found.coming["lower"].is_between(38, 39.7).all()
    assert found.breaks[0][0] == date(2023, 10, 31)


def test_the_back_test_is_said_in_the_unit_of_the_measure():
    assert "a year ahead it was off by 0.0 points on average" in finding.note(curve_of("60 " * 48))
    assert "Too few months to test it" in finding.note(curve_of("60 " * 30))


@pytest.mark.parametrize(
    ("value", "slug", "title"),
    [
        (70, "outside_borough", "Target 70%: likely by Sep 2027 if nothing changes"),
        (60, "outside_borough", "Target 60%: possible by Sep 2027 if nothing changes"),
        (50, "outside_borough", "Target 50%: unlikely by Sep 2027 if nothing changes"),
        (70, "children_looked_after", "Target 70: not judged"),
    ],
)
def test_a_target_is_held_to_the_forecast(value: float, slug: str, title: str):
    found = curve_of(STEADY, Goal(value, date(2026, 4, 1)), slug=slug)
    assert targets.title(found) == title
    assert targets.lines_of(found)[0] == "From 1 April 2026."


@pytest.mark.parametrize(
    ("goal", "title"),
    [
        (Goal(50, date(2027, 3, 1)), "Target 50%: unlikely by Mar 2027 if nothing changes"),
        (Goal(70, APRIL, date(2026, 12, 31)), "Target 70%: likely by Dec 2026 if nothing changes"),
        (Goal(70, APRIL, date(2029, 12, 31)), "Target 70%: likely by Sep 2027 if nothing changes"),
        (Goal(70, date(2030, 1, 1)), "Target 70%: not judged"),
    ],
)
def test_a_target_is_judged_at_its_own_day(goal: Goal, title: str):
    assert targets.title(curve_of(STEADY, goal)) == title


def test_a_possible_target_says_its_chance_and_what_is_forecast():
    told = targets.lines_of(curve_of(STEADY, Goal(61, APRIL)))
    assert told[1].startswith("Last 60%, Sep 2026; forecast for Sep 2027 if nothing changes: 5")
    assert told[2].startswith("Chance of meeting it: about ")
    assert "too far" in targets.lines_of(curve_of(STEADY, Goal(70, date(2030, 1, 1))))[-1]


@pytest.mark.parametrize(
    ("values", "target", "word"),
    [
        ("5 1 3 -1 2 0 -2 1 -1 -3 0 -2 -5 -6 -5 -4 -6 -5 -5 -6 -4 -5 -6 -5", -5.0, "possible"),
        ("9 10 8 9 10 8 9 10 9 8 9 10 9 8 9 10 9 8 9 10 9 8 9 10", -20.0, "unlikely"),
        ("-30 -31 -29 -30 -31 -29 -30 -31 -29 -30 -31 -29 -30 -31 -29 -30", 0.0, "likely"),
    ],
)
def test_a_target_on_what_can_be_negative_has_no_floor(values: str, target: float, word: str):
    found = curve_of(values, Goal(target, APRIL), slug="missing_change")
    assert targets.title(found).partition(": ")[2].startswith(word)


def test_the_target_of_the_last_month_counts_and_each_is_drawn_while_it_holds():
    found = curve_of(STEADY, Goal(60, date(2026, 1, 1), date(2026, 3, 31)), Goal(50, APRIL))
    assert found.goal == Goal(50, APRIL)
    drawn = found.drawn().filter(series="Target").select("month", "value").rows()
    assert drawn[:4] == [
        (date(2026, 1, 31), 60),
        (date(2026, 2, 28), 60),
        (date(2026, 3, 31), 60),
        (date(2026, 4, 30), 50),
    ]
    assert drawn[-1][0] == date(2027, 9, 30)


@given(some.lists(some.floats(0, 100), min_size=1, max_size=40), some.booleans())
def test_every_title_is_short_and_every_range_possible(values: list[float], has_begun: bool):
    found = curve_of(" ".join(map(str, values)), Goal(50, APRIL), start=APRIL if has_begun else None)
    assert all(len(title.split()) <= LONGEST for title in (finding.title(found), targets.title(found)))
    assert found.coming.filter((pl.col("lower") < 0) | (pl.col("upper") > 100)).is_empty()
