"""Money, incidents and scores of the parts that are shown do not tell how many children are in one that is not."""

from datetime import date
from typing import Final

import pytest

from metrics import METRICS, Release, When, measure
from tests.attacker.amounts import told_by_amounts
from tests.attacker.attack import broken
from tests.attacker.pages import Asked
from tests.attacker.test_attacker import keyed
from tests.metrics.made_up import made_up

SLUGS: Final = ("annualised_spend", "weekly_cost", "missing_total_cost")
CUTS: Final = (("placement_type",), ("borough", "placement_type"), ("borough", "placement_group"))
YEAR: Final = When.year_to(date(2024, 3, 31))
QUESTIONS: Final = [Asked(slug, cut, (), YEAR) for slug in SLUGS for cut in CUTS]


@pytest.mark.parametrize("release", [Release.BOARD, Release.EVENT])
def test_amounts_as_moved_give_no_hidden_count_away_and_exact_ones_would(release: Release):
    tables = keyed(made_up(3, children=120), 3)
    worked = told_by_amounts(tables, release, QUESTIONS)
    assert len(worked) > 10, "There is something to attack."
    assert broken(worked) == []
    assert broken(told_by_amounts(tables, release, QUESTIONS, moved=False)) != []


def test_what_incidents_cost_tells_no_more_than_their_number_does():
    tables = keyed(made_up(3, children=120), 3)
    asked = {"by": ("borough", "age_band"), "when": YEAR}
    exact = [measure(METRICS[slug], tables, **asked)["value"] for slug in ("missing_police_cost", "incidents")]
    price = (exact[0] / exact[1]).drop_nans().unique().item()
    asked = asked | {"release": Release.BOARD}
    cost, number = (measure(METRICS[slug], tables, **asked)["value"] for slug in ("missing_police_cost", "incidents"))
    assert number.drop_nulls().sum() > 0
    assert (cost / price).to_list() == number.to_list()
