"""The part of the cost that one funder pays."""

from tests.metrics.asked import figures, same


def test_shares_go_by_cost_and_by_days():
    costs = """
        child | placement_type     | started    | ended      | weekly_cost | social_care | education | health
        1     | Residential school | 2024-04-01 | 2024-04-11 | 2000        | 1000        | 800       | 200
        2     | IFA foster         | 2024-04-01 | 2024-04-21 | 1000        | 1000        | 0         | 0
    """
    same(figures("education_share", costs=costs), "value | n\n20 | 2")


def test_nothing_spent_has_no_share():
    same(figures("education_share"), "value | mark\n | [z]")
