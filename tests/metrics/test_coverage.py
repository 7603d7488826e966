"""What no return speaks of is marked, and never shown as nought."""

from metrics import METRICS, When, measure
from metrics.coverage import NOT_AVAILABLE, PROVISIONAL
from metrics.populations import POPULATIONS
from metrics.returns import SPOKEN_OF_BY
from tests.metrics.asked import figures, given, same

EPISODES = """
    borough | child | started    | opens_care
    Brent   | 1     | 2020-01-01 | true
    Brent   | 2     | 2025-05-01 | true
    Ealing  | 3     | 2020-01-01 | true
"""

LOADED = """
    borough | source           | return_year | as_at
    Brent   | ssda903_episodes | 2024        | 2024-03-31
    Brent   | ssda903_episodes | 2025        | 2025-03-31
    Ealing  | ssda903_xml      | 2025        | 2025-03-31
    Ealing  | ssda903_xml      | 2026        | 2025-09-30
    Harrow  | costs            | 2025        | 2025-03-31
"""


def test_a_borough_is_silent_before_its_first_return_and_after_its_last():
    found = figures(
        "children_looked_after",
        by=("borough", "year"),
        when=When(When.return_year(2023).start, When.return_year(2025).end),
        where={"borough": ("Brent", "Ealing")},
        episodes=EPISODES,
        loaded=LOADED,
    )
    same(
        found,
        """
        borough | year | value | mark
        Brent   | 2023 |       | [x]
        Brent   | 2024 | 1     | [u]
        Brent   | 2025 | 1     | [u]
        Ealing  | 2023 |       | [x]
        Ealing  | 2024 |       | [x]
        Ealing  | 2025 | 1     | [u]
        """,
    )


def test_a_total_that_lacks_some_boroughs_is_provisional_and_one_that_lacks_all_is_not_available():
    found = figures(
        "started",
        by=("quarter",),
        when=When(When.return_year(2025).start, When.return_year(2026).end),
        where={"borough": ("Brent", "Ealing")},
        episodes=EPISODES,
        loaded=LOADED,
    )
    assert found["mark"].to_list() == [None] * 4 + [PROVISIONAL] * 2 + [NOT_AVAILABLE] * 2
    assert found["value"].to_list() == [0, 0, 0, 0, 1, 0, None, None]


def test_a_borough_that_has_handed_in_and_has_none_shows_a_nought():
    found = figures("children_looked_after", by=("borough",), loaded=LOADED)
    same(
        found,
        """
        borough | value | mark
        Brent   | 0     |
        Ealing  | 0     |
        Harrow  |       | [x]
        """,
    )


def test_every_source_that_a_metric_needs_must_speak():
    loaded = LOADED + "    Brent   | ssda903_missing  | 2025        | 2025-03-31\n"
    found = figures("missing_share", by=("borough",), episodes=EPISODES, loaded=loaded)
    assert dict(found.select("borough", "mark").iter_rows()) == {
        "Brent": "[u]",
        "Ealing": "[u]",
        "Harrow": NOT_AVAILABLE,
    }


def test_a_year_before_must_be_spoken_of_too():
    loaded = (
        "borough | source | return_year\nBrent | incidents | 2025\nEaling | incidents | 2024\nEaling | incidents | 2025"
    )
    found = figures("missing_change", by=("borough",), loaded=loaded)
    assert found["mark"].to_list() == [NOT_AVAILABLE, "[z]"]


def test_where_nothing_is_loaded_everything_counts_as_spoken_of():
    assert measure(METRICS["children_looked_after"], given())["value"].to_list() == [0]


def test_every_population_says_who_speaks_of_it_or_stands_apart():
    assert POPULATIONS.keys() - SPOKEN_OF_BY.keys() == {"residents", "published"}
    assert SPOKEN_OF_BY.keys() <= POPULATIONS.keys()


def test_a_source_that_speaks_once_a_year_is_enough_for_the_twelve_months_around_it():
    loaded = """
        borough | source      | return_year | as_at
        Brent   | ssda903_oc2 | 2025        | 2025-03-31
    """
    strengths = """
        child | birth_month | date       | sdq_score | is_year_in_care
        1     | 2015-06-01  | 2025-03-31 | 10        | true
    """
    when = When(When.return_year(2025).end, When.return_year(2026).end)
    found = figures("sdq_mean", by=("quarter",), when=when, strengths=strengths, loaded=loaded)
    assert found["value"].to_list() == [10, 10, 10, 10, None]
    assert found["mark"].to_list() == ["[u]"] * 4 + [NOT_AVAILABLE]
