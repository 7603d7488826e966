"""Children with a price in force and no episode."""

from tests.metrics.asked import at, figures, same

COSTS = """
    child | placement_type | is_episode_known | started    | ended
    1     | IFA foster     | true             | 2024-01-01 |
    2     |                | false            | 2024-01-01 |
    3     |                | false            | 2024-01-01 | 2025-03-31
    4     |                | true             | 2024-01-01 |
    5     |                | false            | 2025-04-01 |
"""


def test_a_price_in_force_whose_child_has_no_episode_counts():
    same(figures("priced_without_episode", when=at("2025-03-31"), costs=COSTS), "value\n1")


def test_it_counts_by_borough():
    same(
        figures("priced_without_episode", by=("borough",), when=at("2025-03-31"), costs=COSTS), "borough|value\nBrent|1"
    )
