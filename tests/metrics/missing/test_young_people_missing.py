"""Young people who went missing."""

from tests.metrics.asked import figures, same
from tests.metrics.missing.incidents_of_a_year import INCIDENTS


def test_a_young_person_counts_once_and_each_incident_without_detail_as_one():
    same(
        figures("young_people_missing", by=("borough",), incidents=INCIDENTS),
        "borough | value | n\nBrent | 4 | 4\nEaling | 1 | 1",
    )


def test_a_young_person_of_two_cohorts_counts_under_each_and_once_in_total():
    same(
        figures("young_people_missing", by=("cohort",), where={"borough": ("Brent",)}, incidents=INCIDENTS),
        """
        cohort       | value
        In care      | 1
        At home      | 2
        Not recorded | 2
        """,
    )
    same(figures("young_people_missing", where={"borough": ("Brent",)}, incidents=INCIDENTS), "value\n4")
