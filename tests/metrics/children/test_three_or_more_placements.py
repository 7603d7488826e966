"""Children who move too often."""

from tests.metrics.asked import at, figures, same

EPISODES = """
    borough | child | started    | ended      | placement_started | is_temporary
    Brent   | 1     | 2023-01-01 | 2024-04-02 | 2023-01-01        | false
    Brent   | 1     | 2024-04-02 | 2025-03-31 | 2024-04-02        | false
    Brent   | 1     | 2025-03-31 |            | 2025-03-31        | false
    Brent   | 2     | 2023-01-01 | 2024-04-01 | 2023-01-01        | false
    Brent   | 2     | 2024-04-01 | 2024-06-01 | 2024-04-01        | false
    Brent   | 2     | 2024-06-01 |            | 2024-06-01        | false
    Ealing  | 3     | 2024-05-01 | 2024-06-01 | 2024-05-01        | false
    Ealing  | 3     | 2024-06-01 | 2024-06-10 | 2024-06-01        | true
    Ealing  | 3     | 2024-06-10 | 2024-09-01 | 2024-05-01        | false
    Ealing  | 3     | 2024-09-01 |            | 2024-09-01        | false
    Ealing  | 4     | 2024-05-01 | 2024-06-01 | 2024-05-01        | false
    Ealing  | 4     | 2024-06-01 | 2024-07-01 | 2024-06-01        | false
    Ealing  | 4     | 2024-07-01 | 2025-03-01 | 2024-07-01        | false
"""


def test_placements_open_at_either_end_of_the_year_count():
    found = figures("three_or_more_placements", by=("borough",), episodes=EPISODES)
    same(
        found,
        """
        borough | numerator | denominator | value
        Brent   | 1         | 2           | 50
        Ealing  | 0         | 1           | 0
        """,
    )


def test_a_date_alone_looks_back_a_year():
    same(
        figures("three_or_more_placements", when=at("2025-03-31"), episodes=EPISODES), "numerator | denominator\n1 | 3"
    )


def test_a_filter_keeps_children_and_counts_all_their_placements():
    episodes = """
        child | started    | ended      | placement_type
        1     | 2024-05-01 | 2024-06-01 | Children's home
        1     | 2024-06-01 | 2024-07-01 | Children's home
        1     | 2024-07-01 |            | IFA foster
        2     | 2024-07-01 |            | Children's home
    """
    found = figures("three_or_more_placements", where={"placement_type": ("IFA foster",)}, episodes=episodes)
    same(found, "numerator | denominator\n1 | 1")
