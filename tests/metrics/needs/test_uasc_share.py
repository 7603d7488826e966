"""The share of children who are unaccompanied asylum seekers."""

from tests.metrics.asked import at, figures, same


def test_of_children_looked_after_at_the_date():
    episodes = """
        child | started    | ended      | is_uasc | is_short_break
        1     | 2024-01-01 |            | true    | false
        2     | 2024-01-01 |            | false   | false
        3     | 2024-01-01 |            | false   | false
        4     | 2024-01-01 | 2025-03-31 | true    | false
        5     | 2024-01-01 |            | true    | true
    """
    same(figures("uasc_share", when=at("2025-03-31"), episodes=episodes), "numerator | denominator\n1 | 3")
