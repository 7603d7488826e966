"""Who comes into care."""

from metrics import When
from tests.metrics.asked import figures, same

EPISODES = """
    borough | child | started    | ended      | opens_care | is_short_break | placement_type  | birth_month
    Brent   | 1     | 2024-03-31 |            | true       | false          | IFA foster      | 2015-01-01
    Brent   | 2     | 2024-04-01 | 2024-05-01 | true       | false          | IFA foster      | 2014-06-01
    Brent   | 2     | 2024-05-01 | 2024-06-01 | false      | false          | Children's home | 2014-06-01
    Brent   | 2     | 2024-09-01 |            | true       | false          | Children's home | 2014-06-01
    Ealing  | 3     | 2025-03-31 |            | true       | false          | IFA foster      | 2015-01-01
    Ealing  | 4     | 2024-06-01 |            | true       | true           | IFA foster      | 2015-01-01
    Ealing  | 5     | 2025-04-01 |            | true       | false          | IFA foster      | 2015-01-01
"""


def test_the_first_and_the_last_day_of_the_period_count():
    same(figures("started", by=("borough",), episodes=EPISODES), "borough | value\nBrent | 1\nEaling | 1")


def test_a_child_who_starts_twice_counts_once_as_at_the_latest_start():
    found = figures("started", by=("placement_type", "age"), where={"borough": ("Brent",)}, episodes=EPISODES)
    same(found, "placement_type | age | value\nChildren's home | 10 | 1")


def test_each_month_counts_its_own_starts():
    found = figures(
        "started",
        by=("month",),
        where={"borough": ("Brent",)},
        when=When.year_to(When.return_year(2025).end),
        episodes=EPISODES,
    )
    assert found["value"].sum() == 2
