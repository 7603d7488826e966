"""Spend over that on the same days a year before, less one."""

from datetime import date

from metrics import When
from tests.metrics.asked import figures, same


def test_this_year_over_last():
    costs = """
        borough | child | placement_type | started    | ended      | weekly_cost
        Brent   | 1     | IFA foster     | 2023-04-01 | 2023-04-11 | 700
        Brent   | 1     | IFA foster     | 2024-04-01 | 2024-04-16 | 700
        Ealing  | 2     | IFA foster     | 2024-04-01 | 2024-04-16 | 700
    """
    same(
        figures("spend_change", by=("borough",), costs=costs),
        """
        borough | numerator | denominator | value | mark | n
        Brent   | 500       | 1000        | 50    | [u]  | 1
        Ealing  | 1500      | 0           |       | [z]  | 1
        """,
    )


def test_the_end_of_february_is_set_against_the_end_of_february():
    costs = """
        child | placement_type | started    | weekly_cost
        1     | IFA foster     | 2020-01-01 | 700
    """
    leap = When(date(2024, 2, 1), date(2024, 2, 29))
    same(figures("spend_change", when=leap, costs=costs), "numerator | denominator\n100 | 2800")
    after = When(date(2025, 2, 1), date(2025, 2, 28))
    same(figures("spend_change", when=after, costs=costs), "numerator | denominator\n-100 | 2900")
