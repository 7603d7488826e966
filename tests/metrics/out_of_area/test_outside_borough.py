"""Whose area children live in."""

from tests.metrics.asked import figures, same

EPISODES = """
    child | started    | is_out_of_area
    1     | 2024-01-01 | true
    2     | 2024-01-01 | false
    3     | 2024-01-01 | true
    4     | 2024-01-01 |
"""


def test_an_area_that_is_not_known_counts_below_the_line_alone():
    same(figures("outside_borough", episodes=EPISODES), "numerator | denominator | value\n2 | 4 | 50")


def test_not_known_is_a_group_of_its_own():
    same(
        figures("outside_borough", by=("is_out_of_area",), episodes=EPISODES),
        """
        is_out_of_area | numerator | denominator
        true           | 2         | 2
        false          | 0         | 1
                       | 0         | 1
        """,
    )
    unknown = figures("outside_borough", where={"is_out_of_area": ("",)}, episodes=EPISODES)
    same(unknown, "numerator | denominator\n0 | 1")
