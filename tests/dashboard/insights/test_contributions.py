"""Who moved a figure: parts add up to the change as shown, the largest named, what is not shown said as such."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.data.comparisons import Estimate
from dashboard.insights.contributions import by_whom
from metrics import METRICS, Metric
from metrics.statistics.apportionment import shared
from metrics.statistics.contributions import NOT_SHOWN, UNTOLD, Part
from tests.table import table

OUTSIDE, COST, SPEND, CHILDREN = (
    METRICS[slug] for slug in ("outside_borough", "weekly_cost", "annualised_spend", "children_looked_after")
)

BOROUGHS = """
    name    | amount
    Brent   | 2.6
    Ealing  | 1.2
    Harrow  | -0.9
    Hounslow| 0.3
    Camden  | 0.2
"""


TOLD = re.compile(r"( fell by| rose by)? (\d+)(?: points?)?(?= by|,| in all|\.)")
"""Amounts in a sentence, the whole first, and whether each goes against it."""


def figure(value: float, n: float = 300.0) -> Estimate:
    return Estimate("Consortium", value, None, None, n, None)


def parts(text: str) -> list[Part]:
    return [Part(row["name"], row["amount"]) for row in table(text).iter_rows(named=True)]


def test_the_largest_parts_are_named_and_the_others_put_together():
    words = by_whom(OUTSIDE, figure(64.0), figure(60.6), {"borough": parts(BOROUGHS)})
    told = "Brent 3, Ealing 1, Harrow fell by 1, the other 2 boroughs 0 in all"
    assert words == f"The rise of 3 points by borough: {told}."


def test_of_a_fall_parts_that_fell_are_said_without_a_sign():
    mirrored = [Part(part.name, -part.amount) for part in parts(BOROUGHS)]
    words = by_whom(OUTSIDE, figure(60.6, 3_000), figure(64.0, 3_000), {"borough": mirrored})
    assert words.startswith("The fall of 3 points by borough: Brent 3, Ealing 1, Harrow rose by 1")


@pytest.mark.parametrize(
    ("left", "words"),
    [(NOT_SHOWN, "Brent 2, what is not shown 1."), (UNTOLD, "Brent 2, rounding 1.")],
)
def test_what_is_hidden_and_what_is_rounded_are_said(left: str, words: str):
    assert by_whom(OUTSIDE, figure(63), figure(60), {"borough": [Part("Brent", 2.0), Part(left, 1.0)]}).endswith(words)


def test_where_most_is_not_shown_or_no_change_is_seen_nothing_is_said():
    assert not by_whom(OUTSIDE, figure(63), figure(60), {"borough": [Part("Brent", 1.0), Part(NOT_SHOWN, 2.0)]})
    assert not by_whom(OUTSIDE, figure(60.2), figure(59.8), {"borough": [Part("Brent", 0.4)]})


@pytest.mark.parametrize(
    ("card", "now", "before", "amounts", "words"),
    [
        (COST, 1_821.4, 1_664.2, (100.2, 57.0), "The rise of £157 by borough: Brent £100, Ealing £57."),
        (SPEND, 177.1e6, 166.2e6, (6e6, 4.9e6), "The rise of £10.9m by borough: Brent £6.0m, Ealing £4.9m."),
        (CHILDREN, 296.0, 300.0, (-3.0, -1.0), "The fall of 4 by borough: Brent 3, Ealing 1."),
    ],
)
def test_amounts_are_in_the_unit(card: Metric, now: float, before: float, amounts: tuple[float, float], words: str):
    found = {"borough": [Part("Brent", amounts[0]), Part("Ealing", amounts[1])]}
    assert by_whom(card, figure(now), figure(before), found) == words


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=9), st.integers(-2, 2))
def test_rounded_parts_add_up_to_the_whole_and_stay_near_their_own(amounts: list[float], beside: int):
    whole = round(sum(amounts)) + beside
    steps = shared(amounts, whole, 1.0)
    assert sum(steps) == whole
    assert all(abs(step - own) < 2 + abs(beside) for step, own in zip(steps, amounts, strict=True))


@given(st.lists(st.floats(-5, 5), min_size=2, max_size=8))
def test_amounts_in_a_sentence_add_up_to_its_whole(amounts: list[float]):
    found = [Part(f"B{at}", amount) for at, amount in enumerate(amounts)]
    words = by_whom(OUTSIDE, figure(50 + sum(amounts)), figure(50), {"borough": found})
    amounts_told = [int(count) * (-1 if against else 1) for against, count in TOLD.findall(words)]
    assert not words or sum(amounts_told[1:]) == amounts_told[0]
