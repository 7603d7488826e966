"""The share of children looked after whose price is known."""

from tests.metrics.asked import at, figures, same

EPISODES = """
    child | started    | sourcing  | is_short_break
    1     | 2024-01-01 | Framework | false
    2     | 2024-01-01 |           | false
    3     | 2024-01-01 |           | false
    4     | 2024-01-01 |           | true
"""
COSTS = """
    child | placement_type | started    | ended      | weekly_cost
    1     | IFA foster     | 2024-01-01 |            | 700
    2     | IFA foster     | 2024-01-01 | 2025-03-31 | 700
    3     |                | 2024-01-01 |            | 700
    4     | IFA foster     | 2024-01-01 |            | 700
"""


def test_a_price_must_be_in_force_at_the_date():
    same(
        figures("cost_coverage", when=at("2025-03-31"), episodes=EPISODES, costs=COSTS),
        """
        numerator | denominator
        1         | 3
        """,
    )


def test_two_prices_do_not_make_two_children():
    twice = COSTS + "    1 | IFA foster | 2024-06-01 | | 800\n"
    same(figures("cost_coverage", when=at("2025-03-31"), episodes=EPISODES, costs=twice), "numerator\n1")


def test_a_filter_narrows_the_children():
    found = figures(
        "cost_coverage", when=at("2025-03-31"), where={"sourcing": ("Framework",)}, episodes=EPISODES, costs=COSTS
    )
    same(found, "numerator | denominator\n1 | 1")
