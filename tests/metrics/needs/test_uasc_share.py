"""The share of children who are unaccompanied asylum seekers."""

from metrics import METRICS, measure
from metrics.engine.table_cache import Held
from tests.metrics.asked import YEAR, at, figures, given, same


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


def test_a_child_is_none_from_the_day_on_which_the_status_ceased_though_the_episode_goes_on():
    episodes = """
        child | started    | ended      | is_uasc | uasc_until
        1     | 2023-06-05 |            | true    | 2024-09-01
        2     | 2023-06-05 |            | false   |
        3     | 2023-06-05 | 2024-12-01 | true    | 2025-02-01
    """
    for day, count, whole in (("2024-08-31", 2, 3), ("2024-09-01", 1, 3), ("2025-03-31", 0, 2)):
        found = figures("uasc_share", when=at(day), episodes=episodes)
        same(found, f"numerator | denominator\n{count} | {whole}")
    by_month = figures("uasc_share", by=("month",), when=YEAR, episodes=episodes)
    assert by_month["numerator"].to_list() == [2] * 5 + [1] * 3 + [0] * 4


def test_who_is_one_is_asked_as_at_each_date_held_in_memory_or_not_and_where_episodes_overlap():
    text = """
        child | started    | ended      | is_uasc | uasc_until | closes_care
        1     | 2023-06-05 | 2024-12-01 | true    | 2024-09-01 | true
        2     | 2023-06-05 |            | true    |            | false
    """
    twice = text + "        2     | 2023-07-05 |            | true    |            | false\n"
    for tables in (given(episodes=text), given(episodes=twice), Held(given(episodes=text))):
        for by in ((), ("is_uasc",), ("month", "is_uasc")):
            when = YEAR if "month" in by else at("2024-10-01")
            found = measure(METRICS["children_looked_after"], tables, by=by, where={"is_uasc": ("true",)}, when=when)
            assert found["value"].max() == (2 if "month" in by else 1)
        gone = measure(METRICS["ceased"], tables, by=("is_uasc",), when=YEAR)
        assert gone.select("is_uasc", "value").rows() == [(False, 1.0)]
