"""What the missing-from-home service costs, shared over its incidents."""

from datetime import date

import pytest

from metrics import When
from tests.metrics.asked import figures, same
from tests.metrics.missing.incidents_of_a_year import INCIDENTS, SERVICES


def test_a_price_change_in_the_year_and_an_equal_share_for_each_incident():
    found = figures("missing_service_cost", by=("borough", "cohort"), incidents=INCIDENTS, services=SERVICES)
    same(
        found.with_columns(found["value"].round(4)),
        """
        borough | cohort       | value | n
        Brent   | In care      | 6000  | 1
        Brent   | At home      | 6000  | 2
        Brent   | Not recorded | 6000  | 2
        """,
    )


def test_a_filter_does_not_change_the_share_of_an_incident():
    found = figures("missing_service_cost", where={"cohort": ("In care",)}, incidents=INCIDENTS, services=SERVICES)
    assert found["value"].item() == pytest.approx(6000)


@pytest.mark.parametrize(
    ("when", "price"),
    [
        (When(date(2024, 6, 1), date(2024, 6, 30)), 1000),
        (When(date(2024, 6, 1), date(2024, 6, 15)), 500),
        (When(date(2023, 10, 1), date(2024, 9, 30)), 12000),
        (When(date(2024, 9, 16), date(2024, 10, 31)), 2500),
    ],
)
def test_a_month_costs_a_twelfth_whatever_its_length(when: When, price: float):
    incident = f"borough | child | date | cohort\nBrent | 1 | {when.start} | In care"
    found = figures("missing_service_cost", when=when, incidents=incident, services=SERVICES)
    assert found["value"].item() == pytest.approx(price)
