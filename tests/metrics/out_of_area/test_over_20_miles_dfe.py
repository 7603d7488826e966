"""Far from home, wherever: the Department for Education's dashboard's way."""

from tests.metrics.asked import figures, same

EPISODES = """
    child | started    | distance_miles | is_out_of_area
    1     | 2024-01-01 | 20.0           | true
    2     | 2024-01-01 | 20.1           | true
    3     | 2024-01-01 | 35.5           | false
    4     | 2024-01-01 | 35.5           |
    5     | 2024-01-01 |                | true
"""
ISLANDS = """
    child | started    | distance_miles | is_out_of_area | host_region
    1     | 2024-01-01 | 20.0           | true           | Wales
    2     | 2024-01-01 | 317.0          | true           | Northern Ireland
    3     | 2024-01-01 |                | true           | Channel Islands
    4     | 2024-01-01 |                | true           | Isle of Man
    5     | 2024-01-01 |                |                |
"""


def test_more_than_twenty_miles_over_all_children():
    same(figures("over_20_miles_dfe", episodes=EPISODES), "numerator | denominator | value\n3 | 5 | 60")


def test_the_islands_are_farther_than_that_from_any_home():
    same(figures("over_20_miles_dfe", episodes=ISLANDS), "numerator | denominator | value\n3 | 5 | 60")
