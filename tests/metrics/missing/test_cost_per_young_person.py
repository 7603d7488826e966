"""What the service costs for each young person."""

from tests.metrics.asked import figures, same
from tests.metrics.missing.incidents_of_a_year import INCIDENTS, SERVICES


def test_over_the_young_people_of_a_borough_with_a_service():
    found = figures("cost_per_young_person", incidents=INCIDENTS, services=SERVICES)
    same(found.with_columns(found["value"].round(4)), "denominator | value | n\n4 | 4500 | 4")


def test_by_cohort_with_the_cohorts_own_share_of_the_cost():
    found = figures("cost_per_young_person", by=("cohort",), incidents=INCIDENTS, services=SERVICES)
    same(
        found.with_columns(found["value"].round(4)),
        """
        cohort       | denominator | value
        In care      | 1           | 6000
        At home      | 2           | 3000
        Not recorded | 2           | 3000
        """,
    )
