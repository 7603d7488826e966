"""Cared for by a private company."""

from tests.metrics.asked import figures, same

EPISODES = """
    borough | child | started    | provider_sector
    Brent   | 1     | 2024-01-01 | Private
    Brent   | 2     | 2024-01-01 | Own provision
    Brent   | 3     | 2024-01-01 | Not reported
    Brent   | 4     | 2024-01-01 | Private
    Ealing  | 5     | 2024-01-01 | Own provision
"""


def test_over_all_children_at_the_date():
    same(
        figures("private_provision", by=("borough",), episodes=EPISODES),
        """
        borough | numerator | denominator | value
        Brent   | 2         | 4           | 50
        Ealing  | 0         | 1           | 0
        """,
    )


def test_the_sector_alone_is_all_of_it():
    only = {"provider_sector": ("Private",)}
    same(figures("private_provision", where=only, episodes=EPISODES), "numerator | denominator | value\n2 | 2 | 100")
