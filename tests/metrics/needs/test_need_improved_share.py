"""The share of children whose need has fallen."""

from tests.metrics.asked import at, figures, same

EPISODES = """
    child | started
    1     | 2023-01-01
    2     | 2023-01-01
    3     | 2023-01-01
    4     | 2023-01-01
"""
ASSESSMENTS = """
    child | date       | need_score | first_score | first_assessed | next_assessed
    1     | 2024-02-01 | 14         | 20          | 2023-02-01     |
    2     | 2024-02-01 | 20         | 20          | 2023-02-01     |
    3     | 2024-02-01 | 21         | 20          | 2023-02-01     |
    4     | 2023-02-01 | 20         | 20          | 2023-02-01     |
"""


def test_the_same_score_is_no_improvement():
    found = figures("need_improved_share", when=at("2025-03-31"), episodes=EPISODES, assessments=ASSESSMENTS)
    same(found, "numerator | denominator\n1 | 3")
