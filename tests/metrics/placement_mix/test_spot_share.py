"""Bought one placement at a time."""

from tests.metrics.asked import figures, same

EPISODES = """
    borough | child | started    | sourcing
    Brent   | 1     | 2024-01-01 | Spot
    Brent   | 2     | 2024-01-01 | Framework
    Brent   | 3     | 2024-01-01 | In-house
    Brent   | 4     | 2024-01-01 | Not recorded
    Ealing  | 5     | 2024-01-01 |
"""


def test_among_the_recorded_alone():
    same(
        figures("spot_share", episodes=EPISODES),
        "numerator | denominator | n\n1 | 3 | 3",
    )


def test_a_borough_that_records_nothing_has_no_share():
    found = figures("spot_share", where={"borough": ("Ealing",)}, episodes=EPISODES)
    same(found, "denominator | mark\n0 | [z]")
    assert found["value"].item() is None


def test_a_placement_without_a_price_is_not_recorded():
    only = {"sourcing": ("Not recorded",)}
    same(figures("children_looked_after", where=only, episodes=EPISODES), "value\n2")
