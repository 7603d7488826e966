"""Incidents over the young people who had them."""

from tests.metrics.asked import figures, same
from tests.metrics.missing.incidents_of_a_year import INCIDENTS


def test_by_borough():
    same(
        figures("incidents_per_young_person", by=("borough",), incidents=INCIDENTS),
        """
        borough | numerator | denominator | value
        Brent   | 6         | 4           | 1.5
        Ealing  | 1         | 1           | 1
        """,
    )


def test_by_cohort_only_its_own_incidents_count():
    found = figures("incidents_per_young_person", where={"cohort": ("In care",)}, incidents=INCIDENTS)
    same(found, "numerator | denominator | value\n2 | 1 | 2")


def test_nobody_missing_has_no_mean():
    same(figures("incidents_per_young_person"), "value | mark\n | [z]")
