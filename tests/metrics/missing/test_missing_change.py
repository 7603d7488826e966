"""Incidents over those on the same days a year before, less one."""

from datetime import date

from metrics import When
from tests.metrics.asked import figures, same
from tests.metrics.missing.incidents_of_a_year import INCIDENTS


def test_the_difference_over_the_year_before():
    same(
        figures("missing_change", by=("borough",), incidents=INCIDENTS),
        """
        borough | numerator | denominator | value
        Brent   | 5         | 1           | 500
        Ealing  | 0         | 1           | 0
        """,
    )


def test_nothing_before_has_no_change():
    same(figures("missing_change", when=When.return_year(2023), incidents=INCIDENTS), "value | mark\n | [z]")


def test_the_last_day_of_february_is_set_against_the_last_day_of_february():
    incidents = """
        child | date       | cohort
        1     | 2024-02-29 | In care
        1     | 2023-02-28 | In care
        1     | 2025-02-28 | In care
    """
    leap, after = When(date(2024, 2, 1), date(2024, 2, 29)), When(date(2025, 2, 1), date(2025, 2, 28))
    same(figures("missing_change", when=leap, incidents=incidents), "numerator | denominator\n0 | 1")
    same(figures("missing_change", when=after, incidents=incidents), "numerator | denominator\n0 | 1")
