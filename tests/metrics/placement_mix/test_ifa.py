"""Fostered through an independent agency."""

from tests.metrics.asked import figures, same

EPISODES = """
    borough | child | started    | placement_type
    Brent   | 1     | 2024-01-01 | IFA foster
    Brent   | 2     | 2024-01-01 | In-house foster
    Brent   | 3     | 2024-01-01 | Relative or friend foster
    Brent   | 4     | 2024-01-01 | IFA foster
    Ealing  | 5     | 2024-01-01 | In-house foster
"""


def test_over_all_children_at_the_date():
    same(
        figures("ifa", by=("borough",), episodes=EPISODES),
        """
        borough | numerator | denominator | value
        Brent   | 2         | 4           | 50
        Ealing  | 0         | 1           | 0
        """,
    )


def test_the_type_alone_is_all_of_it():
    only = {"placement_type": ("IFA foster",)}
    same(figures("ifa", where=only, episodes=EPISODES), "numerator | denominator | value\n2 | 2 | 100")
