"""Who is looked after at a date."""

from tests.metrics.asked import at, figures, same

EPISODES = """
    borough | child | started    | ended      | is_short_break
    Brent   | 1     | 2020-01-01 |            | false
    Brent   | 2     | 2025-03-31 |            | false
    Brent   | 3     | 2025-04-01 |            | false
    Brent   | 4     | 2024-01-01 | 2025-03-31 | false
    Ealing  | 5     | 2024-01-01 | 2025-04-01 | false
    Ealing  | 6     | 2024-01-01 |            | true
"""


def test_open_on_the_date_is_started_by_then_and_not_ended_by_then():
    found = figures("children_looked_after", by=("borough",), when=at("2025-03-31"), episodes=EPISODES)
    same(
        found,
        """
        borough | value | n
        Brent   | 2     | 2
        Ealing  | 1     | 1
        """,
    )


def test_short_breaks_are_left_out():
    same(figures("children_looked_after", when=at("2025-03-31"), episodes=EPISODES), "value\n3")
    found = figures("children_looked_after", by=("borough",), when=at("2024-06-30"), episodes=EPISODES)
    same(
        found,
        """
        borough | value
        Brent   | 2
        Ealing  | 1
        """,
    )


def test_a_move_on_the_date_counts_the_child_once_in_the_new_placement():
    episodes = """
        child | started    | ended      | placement_type
        1     | 2024-01-01 | 2025-03-31 | IFA foster
        1     | 2025-03-31 |            | Children's home
    """
    found = figures("children_looked_after", by=("placement_type",), when=at("2025-03-31"), episodes=episodes)
    same(found, "placement_type | value\nChildren's home | 1")


def test_where_children_live_is_a_grouping_like_any_other():
    episodes = """
        borough | child | started    | host_authority
        Brent   | 1     | 2024-01-01 | Brent
        Brent   | 2     | 2024-01-01 | Kent
        Ealing  | 3     | 2024-01-01 |
    """
    found = figures("children_looked_after", by=("borough", "host_authority"), episodes=episodes)
    same(
        found,
        """
        borough | host_authority | value
        Brent   | Brent          | 1
        Brent   | Kent           | 1
        Ealing  |                | 1
        """,
    )
