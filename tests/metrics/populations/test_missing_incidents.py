"""Local incidents and the SSDA903's own."""

import pytest

from metrics.periods import calendar
from metrics.populations.missing_incidents import costed_incidents, incidents, incidents_year_before, went_missing
from tests.metrics.asked import YEAR, given, same
from tests.metrics.missing.incidents_of_a_year import INCIDENTS, SERVICES
from tests.metrics.missing.returns import MISSING

PERIODS = calendar(YEAR, None).lazy()


def test_each_incident_without_detail_is_of_somebody_else_and_always_of_the_same():
    tables = given(incidents=INCIDENTS)
    once, again = (incidents(tables, PERIODS).collect()["runner"].sort().to_list() for _ in range(2))
    assert once == again
    assert once == [
        "B1",
        "B1",
        "B1",
        "B2",
        "Brent no detail 2024-06-01 no detail 0",
        "Brent no detail 2024-06-01 no detail 1",
        "E1",
    ]


def test_a_borough_without_a_service_has_no_cost_rather_than_nought():
    found = costed_incidents(given(incidents=INCIDENTS, services=SERVICES), PERIODS).collect()
    costs = {borough: set(found.filter(found["borough"] == borough)["service_cost"]) for borough in ("Brent", "Ealing")}
    assert costs["Brent"].pop() == pytest.approx(3000)
    assert costs["Ealing"] == {None}
    assert set(found["police_cost"]) == {1000.0}


def test_two_services_at_once_are_paid_for_both():
    services = """
        borough | service    | category          | started    | ended | annual_price
        Brent   | Interviews | Missing from home | 2020-04-01 |       | 12000
        Brent   | Mentors    | Missing from home | 2024-10-01 |       | 6000
    """
    found = costed_incidents(given(incidents=INCIDENTS, services=services), PERIODS).collect()
    assert found["service_cost"].sum() == pytest.approx(15000)


def test_incidents_of_the_year_before():
    same(
        incidents_year_before(given(incidents=INCIDENTS), PERIODS).collect(),
        "runner | date\nB1 | 2024-03-31\nE1 | 2023-07-01",
    )


def test_an_incident_counts_to_the_day_on_which_the_child_comes_back_and_only_in_care():
    same(
        went_missing(given(missing=MISSING), PERIODS).collect(),
        """
        child | times_missing | times_away
        1     | 2             | 1
        2     | 1             | 0
        3     | 1             | 0
        6     | 0             | 1
        """,
    )
