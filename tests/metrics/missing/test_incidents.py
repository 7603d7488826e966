"""Missing-from-home incidents."""

from tests.metrics.asked import figures, same
from tests.metrics.missing.incidents_of_a_year import INCIDENTS


def test_every_incident_that_starts_in_the_period_counts_both_of_one_day_too():
    same(
        figures("incidents", by=("borough",), incidents=INCIDENTS),
        """
        borough | value | n
        Brent   | 6     | 4
        Ealing  | 1     | 1
        """,
    )


def test_by_cohort():
    same(
        figures("incidents", by=("cohort",), incidents=INCIDENTS),
        """
        cohort                  | value | n
        In care                 | 2     | 1
        At home                 | 2     | 2
        Other authority's child | 1     | 1
        Not recorded            | 2     | 2
        """,
    )


def test_a_month_without_incidents_has_none():
    months = figures("incidents", by=("month",), incidents=INCIDENTS)
    assert months["value"].to_list() == [2, 0, 2, 1, 0, 0, 0, 0, 1, 0, 0, 1]
