"""What the other figures on area do not know."""

from tests.metrics.asked import figures, same

EPISODES = """
    child | started    | is_out_of_area
    1     | 2024-01-01 | true
    2     | 2024-01-01 | false
    3     | 2024-01-01 |
"""


def test_over_all_children():
    same(figures("location_not_known", episodes=EPISODES), "numerator | denominator\n1 | 3")
