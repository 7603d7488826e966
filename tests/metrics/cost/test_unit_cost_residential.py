"""Spend on residential care over its days, x 7."""

from tests.metrics.asked import figures, same

EPISODES = """
    child | started    | ended      | placement_type         | is_short_break
    1     | 2024-04-01 | 2024-04-11 | Children's home        | false
    2     | 2024-04-01 | 2024-04-11 | Secure home            | false
    3     | 2024-04-01 | 2024-04-11 | Residential care home  | false
    4     | 2024-04-01 | 2024-04-11 | Residential school     | false
    5     | 2024-04-01 | 2024-04-11 | Supported accommodation | false
    6     | 2024-04-01 | 2024-04-11 | Children's home        | true
"""


def test_days_in_the_four_kinds_of_home_count_priced_or_not():
    costs = """
        child | started    | ended      | placement_type          | weekly_cost
        1     | 2024-04-01 | 2024-04-11 | Children's home         | 8000
        5     | 2024-04-01 | 2024-04-11 | Supported accommodation | 900
    """
    found = figures("unit_cost_residential", episodes=EPISODES, costs=costs)
    same(found.with_columns(found["value"].round(6)), "denominator | value | n\n40 | 2000 | 4")


def test_children_are_told_apart_by_kind():
    found = figures("unit_cost_residential", by=("placement_type",), episodes=EPISODES)
    same(
        found,
        """
        placement_type        | denominator
        Children's home       | 10
        Secure home           | 10
        Residential school    | 10
        Residential care home | 10
        """,
    )
