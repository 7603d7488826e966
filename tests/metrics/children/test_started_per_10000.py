"""Children who start for every 10,000 who live here."""

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
    borough | child | sex    | started    | opens_care
    Brent   | 1     | Male   | 2023-04-01 | true
    Brent   | 2     | Female | 2024-03-31 | true
    Ealing  | 3     | Female | 2024-01-01 | true
    Ealing  | 3     | Female | 2024-02-01 | false
    Ealing  | 4     | Female | 2024-04-01 | true
"""


def test_a_return_year_is_rated_against_the_mid_year_before_it():
    found = figures(
        "started_per_10000", by=("year",), when=When.return_year(2024), episodes=EPISODES, population=POPULATION
    )
    same(found, "year | numerator | denominator | value\n2024 | 3 | 60000 | 0.5")


def test_the_latest_estimate_stands_in_until_the_next_is_out():
    found = figures(
        "started_per_10000", by=("borough",), when=When.return_year(2026), episodes=EPISODES, population=POPULATION
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
        "started_per_10000",
        where={"sex": ("Male",)},
        when=When.return_year(2024),
        episodes=EPISODES,
        population=POPULATION,
    )
    same(found, "numerator | denominator\n1 | 60000")


def test_a_borough_without_a_known_population_has_no_rate():
    found = figures("started_per_10000", when=When.return_year(2024), episodes=EPISODES)
    same(found, "value | mark\n | [x]")
    assert found["value"].item() is None
