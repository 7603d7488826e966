"""Residential settings of no other group."""

from tests.metrics.asked import figures, same

EPISODES = """
    borough | child | started    | placement_group
    Brent   | 1     | 2024-01-01 | Other residential
    Brent   | 2     | 2024-01-01 | Foster care
    Brent   | 3     | 2024-01-01 | Residential school
    Brent   | 4     | 2024-01-01 | Other residential
    Ealing  | 5     | 2024-01-01 | Foster care
"""


def test_over_all_children_at_the_date():
    same(
        figures("other_residential", by=("borough",), episodes=EPISODES),
        """
        borough | numerator | denominator | value
        Brent   | 2         | 4           | 50
        Ealing  | 0         | 1           | 0
        """,
    )


def test_the_group_alone_is_all_of_it():
    only = {"placement_group": ("Other residential",)}
    same(figures("other_residential", where=only, episodes=EPISODES), "numerator | denominator | value\n2 | 2 | 100")
