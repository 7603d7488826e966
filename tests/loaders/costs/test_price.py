"""What one price of the cost pro forma becomes."""

from datetime import date

import pytest

from loaders.costs import CHECKS, REPAIRS
from loaders.costs.advice import ADVICE
from tests.loaders.costs.price import COST, cost
from tests.loaders.files import read_rows


def test_a_price_becomes_labels_and_flags():
    row, findings = cost()
    assert findings == []
    assert row == {
        "borough": "Brent",
        "return_year": 2025,
        "row": 2,
        "child": "BRE-1042",
        "started": date(2023, 9, 5),
        "ended": None,
        "provider_name": "Bright Homes Ltd",
        "urn": "SC012345",
        "provision": "IFA",
        "weekly_cost": 1000.0,
        "social_care": 700.0,
        "education": 200.0,
        "health": 100.0,
        "packages": None,
        "sourcing": "Framework",
        "arrangement": "Planned",
        "distance_reason": "No local placement available",
        "includes_packages": False,
        "is_solo": True,
        "is_deprived_of_liberty": None,
        "has_ehc_plan": True,
        "is_by_year": False,
    }


@pytest.mark.parametrize(
    ("written", "sourcing"),
    [
        ("F", "Framework"),
        ("framework lot", "Framework"),
        ("Block - local", "Block"),
        ("Direct award/spot", "Spot"),
        ("in house", "In-house"),
        ("", "Not recorded"),
    ],
)
def test_how_it_was_bought_by_letter_or_name(written: str, sourcing: str):
    assert cost(How_sourced=written)[0]["sourcing"] == sourcing


def test_a_total_left_blank_is_the_sum_of_its_parts_and_the_repair_is_told():
    row, findings = cost(Total_weekly_cost="")
    assert row["weekly_cost"] == 1000.0
    assert findings == [("Total weekly cost", "total-from-parts", "warning")]


def test_a_repaired_row_is_counted_as_accepted_and_repaired():
    repaired, other = COST | {"Total weekly cost": ""}, COST | {"Child ID": "7"}
    reading = read_rows([list(COST), list(repaired.values()), list(other.values())], "BRE/2025/costs.csv")
    assert (reading.rows, reading.accepted, reading.repaired, reading.set_aside) == (2, 2, 1, 0)


def test_no_split_at_all_is_all_social_care():
    row, findings = cost(Social_care="", Education="", Health="")
    assert (row["social_care"], row["education"], row["health"], findings) == (1000.0, 0.0, 0.0, [])


def test_prices_that_cannot_be():
    no_price = cost(Total_weekly_cost="", Social_care="", Education="", Health="")
    assert no_price == ({}, [("Total weekly cost", "no-cost", "error")])
    assert cost(Total_weekly_cost="-5", Social_care="", Education="", Health="")[1] == [
        ("Total weekly cost", "below-nothing", "error")
    ]
    assert cost(Price_to="01/01/2023")[1] == [("Price to", "ended-first", "error")]


def test_there_is_advice_for_whatever_is_particular_to_costs():
    codes = {each.code for each in (*REPAIRS, *CHECKS)}
    assert codes - ADVICE.keys() == {"no-cost", "below-nothing", "ended-first"}
    assert ADVICE.keys() <= codes
