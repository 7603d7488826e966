"""Why children live in other areas."""

from tests.metrics.asked import figures, same

EPISODES = """
    child | started    | is_out_of_area | distance_reason
    1     | 2024-01-01 | true           | Specialist provision
    2     | 2024-01-01 | true           | Specialist provision
    3     | 2024-01-01 | true           | Not recorded
    4     | 2024-01-01 | true           |
    5     | 2024-01-01 | false          | Sibling placement
    6     | 2024-01-01 |                | Sibling placement
"""


def test_those_outside_by_reason_and_those_without_one():
    same(
        figures("distance_reasons", by=("distance_reason",), episodes=EPISODES),
        """
        distance_reason      | value
        Specialist provision | 2
        Not recorded         | 2
        """,
    )
