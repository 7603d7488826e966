"""The share of prices in force that have no episode."""

from tests.metrics.asked import at, figures, same

COSTS = """
    child | placement_type | is_episode_known | started    | ended
    1     | IFA foster     | true             | 2024-01-01 |
    2     |                | false            | 2024-01-01 |
    3     |                | false            | 2024-01-01 | 2025-03-31
    4     |                | true             | 2024-01-01 |
    5     |                | false            | 2025-04-01 |
"""


def test_of_the_prices_in_force_those_without_an_episode():
    found = figures("priced_without_episode_share", when=at("2025-03-31"), costs=COSTS)
    same(found, "numerator | denominator\n1 | 3")
