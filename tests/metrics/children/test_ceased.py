"""Who leaves care."""

from tests.metrics.asked import figures, same

EPISODES = """
    borough | child | started    | ended      | closes_care | is_short_break | reason_ended
    Brent   | 1     | 2024-01-01 | 2024-03-31 | true        | false          | Returned home, planned
    Brent   | 2     | 2024-01-01 | 2024-04-01 | true        | false          | Returned home, planned
    Brent   | 2     | 2024-06-01 | 2024-07-01 | false       | false          | New episode begins
    Brent   | 2     | 2024-07-01 | 2025-03-31 | true        | false          | Adopted, unopposed
    Ealing  | 3     | 2024-01-01 |            | false       | false          |
    Ealing  | 4     | 2024-01-01 | 2024-08-01 | true        | true           | Other reason
    Ealing  | 5     | 2024-01-01 | 2025-04-01 | true        | false          | Other reason
"""


def test_a_child_who_ceases_twice_counts_once_as_at_the_last_time():
    found = figures("ceased", by=("borough", "reason_ended"), episodes=EPISODES)
    same(found, "borough | reason_ended | value\nBrent | Adopted, unopposed | 1")


def test_short_breaks_and_changes_of_placement_are_no_ends():
    same(figures("ceased", episodes=EPISODES), "value | n\n1 | 1")
