"""How far on average."""

from tests.metrics.asked import figures, same

EPISODES = """
    child | started    | distance_miles
    1     | 2024-01-01 | 1.5
    2     | 2024-01-01 | 2.5
    3     | 2024-01-01 | 32.0
    4     | 2024-01-01 |
"""


def test_an_unknown_distance_is_left_out():
    same(figures("distance_mean", episodes=EPISODES), "numerator | denominator | value | n\n36 | 3 | 12 | 3")


def test_bands_of_distance():
    same(
        figures("children_looked_after", by=("distance_band",), episodes=EPISODES),
        """
        distance_band | value
        Up to 5 miles | 2
        Over 20 miles | 1
        Not known     | 1
        """,
    )
