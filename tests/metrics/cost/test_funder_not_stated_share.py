"""What of the cost has no funder."""

from tests.metrics.asked import figures, same

COSTS = """
    child | placement_type     | started    | ended      | weekly_cost | social_care | education | health
    1     | Residential school | 2024-04-01 | 2024-04-11 | 2000        | 1000        | 400       | 200
    2     | IFA foster         | 2024-04-01 | 2024-04-21 | 1000        | 1000        | 0         | 0
"""


def test_what_the_parts_leave_by_cost_and_by_days():
    same(figures("funder_not_stated_share", costs=COSTS), "value | n\n10 | 2")


def test_the_four_shares_make_a_hundred():
    shares = ("social_care_share", "education_share", "health_share", "funder_not_stated_share")
    assert sum(figures(slug, costs=COSTS)["value"].item() for slug in shares) == 100


def test_a_pound_too_much_is_not_less_than_nothing():
    costs = """
        child | placement_type | started    | weekly_cost | social_care | education | health
        1     | IFA foster     | 2024-04-01 | 1000        | 1001        | 0         | 0
    """
    same(figures("funder_not_stated_share", costs=costs), "value\n0")
