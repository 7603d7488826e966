"""What no return speaks of is marked, and never shown as zero."""

from datetime import date
from functools import partial

import pytest

from metrics import METRICS, When, measure
from metrics.engine.coverage import NOT_AVAILABLE, PROVISIONAL
from metrics.engine.return_periods import data_date
from metrics.populations import POPULATIONS
from tests.metrics.asked import at, figures, given, same
from tests.metrics.cost.like_care import LIKE_CARE

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
    assert found["value"].to_list() == [0, 0, 0, 0, 0, 0, None, None]  # without Brent's child of May 2025


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
    apart = {name for name, each in POPULATIONS.items() if not each.sources}
    assert apart == {"residents", "published"} == {name for name, each in POPULATIONS.items() if each.shared_table}


def test_a_source_that_speaks_once_a_year_is_enough_for_the_twelve_months_around_it():
    loaded = of_year("ssda903_oc2", "ssda903_episodes", "ssda903_header") + of_year("incidents", year=2026, as_at=DEC)
    strengths = """
        child | birth_month | date       | sdq_score | is_year_in_care
        1     | 2015-06-01  | 2025-03-31 | 10        | true
    """
    when = When(When.return_year(2025).end, When.return_year(2026).end)
    found = figures("sdq_mean", by=("quarter",), when=when, strengths=strengths, loaded=LISTED + loaded)
    assert found["value"].to_list() == [10, 10, 10, 10, None]
    assert found["mark"].to_list() == ["[u]"] * 4 + [NOT_AVAILABLE]


DEC = "2025-12-31"
LISTED = "borough | source | return_year | as_at\n"


def of_year(*sources: str, year: int = 2025, as_at: str = "", borough: str = "Brent") -> str:
    """Rows of what is loaded: some sources of one return year."""
    return "".join(f"{borough} | {source} | {year} | {as_at or f'{year}-03-31'}\n" for source in sources)


def test_a_score_of_last_year_is_provisional_after_the_day_that_the_borough_speaks_of():
    loaded = of_year("ssda903_oc2", "ssda903_episodes", "ssda903_header")
    strengths = """
        child | birth_month | date       | sdq_score | is_year_in_care
        1     | 2015-06-01  | 2025-03-31 | 10        | true
    """
    found = figures("sdq_mean", when=When.year_to(date(2025, 12, 31)), strengths=strengths, loaded=LISTED + loaded)
    assert found.select("value", "mark").row(0) == (10, PROVISIONAL)


BOTH = (
    LISTED
    + of_year("ssda903_episodes", "ssda903_uasc", "ssda903_header", "costs")
    + of_year("ssda903_episodes", borough="Ealing")
)
OF_BOTH = """
    borough | child | is_uasc | started    | birth_month | placement_type | care_started | carer_started
    Brent   | 1     | true    | 2020-01-01 | 2012-01-01  | IFA foster     | 2020-01-01   | 2020-01-01
    Brent   | 2     | false   | 2020-01-01 | 2012-01-01  | IFA foster     | 2020-01-01   | 2024-01-01
    Ealing  | 3     | false   | 2020-01-01 |             | IFA foster     | 2020-01-01   | 2020-01-01
    Ealing  | 4     | false   | 2020-01-01 |             | IFA foster     | 2020-01-01   | 2020-01-01
"""
COSTS = """
    borough | child | placement_type | started    | weekly_cost
    Brent   | 1     | IFA foster     | 2020-01-01 | 700
    Brent   | 2     | IFA foster     | 2020-01-01 | 700
"""


@pytest.mark.parametrize(
    ("slug", "value"),
    [("uasc_share", 50), ("long_term_stability", 50), ("unit_cost_children", 700), ("cost_coverage", 100)],
)
def test_a_borough_without_a_table_that_the_figure_reads_is_out_of_both_of_its_parts(slug: str, value: float):
    tables = {"episodes": OF_BOTH, "costs": COSTS, "loaded": BOTH}
    assert figures(slug, **tables).select("value", "mark").row(0) == (pytest.approx(value), PROVISIONAL)
    each = figures(slug, by=("borough",), **tables).select("borough", "value", "mark").rows()
    assert each == [("Brent", pytest.approx(value), "[u]"), ("Ealing", None, NOT_AVAILABLE)]


def test_months_leave_out_who_is_silent_in_each_and_a_group_that_nobody_else_is_in():
    loaded = LISTED + of_year("ssda903_episodes") + of_year("ssda903_episodes", borough="Ealing", as_at="2024-12-31")
    episodes = OF_BOTH + "Ealing | 5 | false | 2020-01-01 | | Children's home | 2020-01-01 | 2020-01-01\n"
    found = figures("children_looked_after", by=("month",), episodes=episodes, loaded=loaded)
    assert found["value"].to_list() == [5] * 9 + [2] * 3
    assert found["mark"].to_list() == ["[u]"] * 9 + [PROVISIONAL] * 3
    after = When(date(2025, 1, 1), date(2025, 3, 31))
    by_type = figures(
        "children_looked_after", by=("placement_type", "month"), when=after, episodes=episodes, loaded=loaded
    )
    assert by_type["placement_type"].unique().to_list() == ["IFA foster"]


def test_a_filter_by_what_a_table_tells_leaves_out_who_has_none():
    young = {"age_band": ("10 to 15",)}
    found = figures("children_looked_after", where=young, by=("borough",), episodes=OF_BOTH, loaded=BOTH)
    assert found.select("borough", "value", "mark").rows() == [("Brent", 2, "[u]"), ("Ealing", None, NOT_AVAILABLE)]
    unknown = figures("children_looked_after", where={"age_band": ("",)}, episodes=OF_BOTH, loaded=BOTH)
    assert unknown["value"].to_list() == [2]


def test_by_asylum_nobody_is_taken_for_no_asylum_seeker_where_no_table_says_so():
    found = figures("children_looked_after", by=("is_uasc",), episodes=OF_BOTH, loaded=BOTH)
    assert found.select("is_uasc", "value", "mark").rows() == [(False, 1, PROVISIONAL), (True, 1, PROVISIONAL)]


def test_a_file_of_headings_without_rows_tells_that_there_is_nobody():
    loaded = BOTH + of_year("ssda903_uasc", borough="Ealing")
    found = figures("uasc_share", by=("borough",), episodes=OF_BOTH, loaded=loaded)
    assert found["value"].to_list() == [50, 0]


def test_a_part_of_a_period_is_provisional_and_what_lies_after_it_is_not_available():
    loaded = LISTED + of_year("ssda903_episodes", "costs", year=2025, as_at="2024-09-30")
    costs = COSTS.replace("2020-01-01", "2024-04-01")
    found = figures("spend", by=("quarter",), costs=costs, loaded=loaded)
    assert found["mark"].to_list() == ["[u]", "[u]", NOT_AVAILABLE, NOT_AVAILABLE]
    year = figures("started", when=When.return_year(2025), episodes=EPISODES, loaded=loaded)
    assert year.select("value", "mark").row(0) == (0, PROVISIONAL)
    dated = figures("children_looked_after", when=When.return_year(2025), episodes=EPISODES, loaded=loaded)
    assert dated.select("value", "mark").row(0) == (None, NOT_AVAILABLE)


def test_a_year_that_is_cut_short_is_provisional_however_it_is_asked_for():
    loaded = LISTED + of_year("ssda903_episodes") + of_year("ssda903_episodes", year=2026, as_at="2025-09-30")
    asked = When(date(2024, 4, 1), date(2025, 9, 30))
    for slug in ("started", "children_looked_after"):
        found = figures(slug, by=("year",), when=asked, episodes=EPISODES, loaded=loaded, where={"borough": ("Brent",)})
        assert [mark == PROVISIONAL for mark in found["mark"]] == [False, True]


def test_no_file_speaks_of_a_day_after_the_one_on_which_it_was_loaded():
    loaded = """
        borough | source           | return_year | as_at      | loaded_at
        Brent   | ssda903_episodes | 2027        | 2027-03-31 | 2026-11-29
    """
    for day, mark in (("2027-03-31", NOT_AVAILABLE), ("2026-11-30", NOT_AVAILABLE), ("2026-11-29", "[u]")):
        found = figures("children_looked_after", when=at(day), episodes=EPISODES, loaded=loaded)
        assert found["mark"].to_list() == [mark]
    year = figures("started", when=When.return_year(2027), episodes=EPISODES, loaded=loaded)
    assert year["mark"].to_list() == [PROVISIONAL]
    assert data_date(given(loaded=loaded)) == date(2026, 11, 29)


def test_a_return_year_that_was_left_out_is_not_spoken_of():
    loaded = LISTED + of_year("ssda903_episodes", year=2023) + of_year("ssda903_episodes", year=2025)
    asked = When(When.return_year(2023).start, When.return_year(2025).end)
    found = figures("started", by=("year",), when=asked, episodes=EPISODES, loaded=loaded)
    assert found["mark"].to_list() == [None, NOT_AVAILABLE, None]


def test_like_care_is_not_set_against_the_prices_of_a_borough_that_is_silent():
    sources = ("ssda903_episodes", "costs", "needs")
    loaded = LISTED + "".join(of_year(*sources, borough=name) for name in ("Brent", "Ealing", "Harrow"))
    assert figures("same_provider_spread", costs=LIKE_CARE, loaded=loaded)["value"].to_list() == [250]
    without = loaded.replace("Harrow | needs", "Harrow | incidents")
    found = figures("same_provider_spread", costs=LIKE_CARE, loaded=without)
    assert found.select("value", "mark").row(0) == (400, PROVISIONAL)
    by_month = figures("same_provider_spread", by=("month",), costs=LIKE_CARE, loaded=without)
    assert by_month["value"].to_list() == [400] * 12


def test_what_crosses_between_boroughs_leaves_out_the_silent_on_both_sides():
    episodes = """
        borough | child | started    | host_authority
        Brent   | 1     | 2024-01-01 | Ealing
        Ealing  | 2     | 2024-01-01 | Brent
        Harrow  | 3     | 2024-01-01 | Ealing
    """
    loaded = LISTED + of_year("ssda903_episodes") + of_year("ssda903_episodes", borough="Ealing")
    loaded += of_year("costs", borough="Harrow")
    found = figures("net_import", by=("borough",), episodes=episodes, loaded=loaded)
    assert found.select("borough", "value", "mark").rows() == [
        ("Brent", 0, PROVISIONAL),
        ("Ealing", 0, PROVISIONAL),
        ("Harrow", None, NOT_AVAILABLE),
    ]


def test_a_file_that_tells_no_day_of_its_own_speaks_as_far_as_the_episodes_beside_it():
    loaded = LISTED + of_year("ssda903_episodes", as_at="2024-10-01") + of_year("ssda903_header", as_at="2024-04-01")
    when, where = at("2024-10-01"), {"age_band": ("10 to 15",), "borough": ("Brent",)}
    asked = partial(figures, "children_looked_after", when=when, where=where, episodes=OF_BOTH)
    assert asked(loaded=loaded)["value"].to_list() == [2]
    dated = loaded.replace("2024-04-01", "2024-06-30")
    assert asked(loaded=dated)["mark"].to_list() == [NOT_AVAILABLE]
