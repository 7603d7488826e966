"""Out of London."""

from tests.metrics.asked import figures, same

EPISODES = """
    child | started    | host_region
    1     | 2024-01-01 | London
    2     | 2024-01-01 | South East
    3     | 2024-01-01 | Wales
    4     | 2024-01-01 |
"""


def test_other_regions_and_nations_are_outside_and_the_unknown_is_not():
    same(figures("outside_london", episodes=EPISODES), "numerator | denominator | value\n2 | 4 | 50")


def test_the_groups_of_inside_outside_and_unknown():
    same(
        figures("outside_london", by=("is_out_of_london",), episodes=EPISODES),
        """
        is_out_of_london | numerator | denominator
        true             | 2         | 2
        false            | 0         | 1
                         | 0         | 1
        """,
    )
