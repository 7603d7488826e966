"""Days of care."""

from metrics.periods import calendar
from metrics.populations.days import care_days
from tests.metrics.asked import YEAR, given, same


def test_days_in_the_period_short_breaks_left_out():
    episodes = """
        child | started    | ended      | is_short_break
        1     | 2020-01-01 | 2024-04-11 | false
        1     | 2024-04-11 |            | false
        2     | 2024-04-11 |            | true
    """
    found = care_days(given(episodes=episodes), calendar(YEAR, None).lazy()).collect()
    same(found, "child | days\n1 | 10\n1 | 355")
