"""Children looked after for every 10,000 who live here."""

import pytest

from metrics import When
from tests.metrics.asked import figures, same

POPULATION = """
    authority | mid_year | children
    Brent     | 2022     | 10000
    Brent     | 2023     | 20000
    Brent     | 2024     | 25000
    Ealing    | 2023     | 40000
    Camden    | 2023     | 99999
"""

EPISODES = """
    borough | child | sex    | started    | ended
    Brent   | 1     | Male   | 2023-01-01 |
    Brent   | 2     | Female | 2024-03-31 |
    Ealing  | 3     | Female | 2024-01-01 | 2024-06-01
    Ealing  | 4     | Female | 2024-04-01 |
"""


def test_a_return_year_is_rated_against_the_mid_year_before_it():
    found = figures(
        "rate_per_10000", by=("year",), when=When.return_year(2024), episodes=EPISODES, population=POPULATION
    )
    same(found, "year | numerator | denominator | value\n2024 | 3 | 60000 | 0.5")


def test_the_latest_estimate_stands_in_until_the_next_is_out():
    found = figures(
        "rate_per_10000", by=("borough",), when=When.return_year(2026), episodes=EPISODES, population=POPULATION
    )
    same(
        found,
        """
        borough | denominator
        Brent   | 25000
        Ealing  | 40000
        """,
    )


def test_a_filter_narrows_the_children_and_not_the_population():
    found = figures(
        "rate_per_10000",
        where={"sex": ("Male",)},
        when=When.return_year(2024),
        episodes=EPISODES,
        population=POPULATION,
    )
    same(found, "numerator | denominator\n1 | 60000")


def test_where_no_population_is_known_there_is_no_rate():
    found = figures("rate_per_10000", when=When.return_year(2024), episodes=EPISODES)
    same(found, "value | mark\n | [x]")


LOADED = """
    borough | source           | return_year | as_at
    Brent   | ssda903_episodes | 2023        | 2023-03-31
    Brent   | ssda903_episodes | 2024        | 2024-03-31
    Ealing  | ssda903_episodes | 2024        | 2024-03-31
    Harrow  | ssda903_episodes | 2024        | 2024-03-31
    Hounslow| costs            | 2024        | 2024-03-31
"""

MORE = EPISODES + "    Harrow  | 5     | Male   | 2023-01-01 |\n"
PEOPLE = POPULATION + "    Hounslow  | 2023     | 70000\n"


@pytest.mark.parametrize("slug", ["rate_per_10000", "started_per_10000", "ceased_per_10000"])
def test_a_rate_adds_up_only_the_boroughs_that_have_both_parts(slug: str):
    found = figures(slug, when=When.return_year(2024), episodes=MORE, population=PEOPLE, loaded=LOADED)
    same(found, "denominator | mark\n60000 | [p]")
    total = figures(slug, when=When.return_year(2024), episodes=EPISODES, population=POPULATION, loaded=BOTH)
    assert found["numerator"].to_list() == total["numerator"].to_list()


BOTH = "\n".join(line for line in LOADED.splitlines() if "Harrow" not in line and "Hounslow" not in line)


def test_borough_by_borough_the_one_without_a_population_is_not_available():
    found = figures(
        "rate_per_10000",
        by=("borough",),
        when=When.return_year(2024),
        episodes=MORE,
        population=PEOPLE,
        loaded=LOADED,
    )
    same(
        found,
        """
        borough  | numerator | denominator | value | mark
        Brent    | 2         | 20000       | 1.0   | [u]
        Ealing   | 1         | 40000       | 0.25  | [u]
        Harrow   |           |             |       | [x]
        Hounslow |           |             |       | [x]
        """,
    )


def test_a_year_that_only_one_borough_speaks_of_is_its_rate_alone():
    when = When(When.return_year(2023).start, When.return_year(2024).end)
    found = figures("rate_per_10000", by=("year",), when=when, episodes=EPISODES, population=POPULATION, loaded=BOTH)
    same(found, "year | numerator | denominator | mark\n2023 | 1 | 10000 | [p]\n2024 | 3 | 60000 | [u]")
