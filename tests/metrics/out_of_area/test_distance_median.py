"""How far the child in the middle lives."""

from tests.metrics.asked import figures, same

EPISODES = """
    child | started    | distance_miles
    1     | 2024-01-01 | 1.5
    2     | 2024-01-01 | 2.5
    3     | 2024-01-01 | 32.0
    4     | 2024-01-01 |
"""


def test_half_live_nearer():
    same(figures("distance_median", episodes=EPISODES), "denominator | value | n\n3 | 2.5 | 3")


def test_between_the_two_in_the_middle():
    only = {"distance_band": ("Up to 5 miles",)}
    same(figures("distance_median", where=only, episodes=EPISODES), "denominator | value\n2 | 2")


def test_nobody_has_no_median():
    found = figures("distance_median", where={"sex": ("Male",)}, episodes=EPISODES)
    same(found, "denominator | mark\n0 | [z]")
    assert found["value"].item() is None
