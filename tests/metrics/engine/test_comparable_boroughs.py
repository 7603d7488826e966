"""Who is compared over time: boroughs that returns speak of at both ends, by measure."""

import pytest

from metrics import METRICS, When
from metrics.engine.comparable_boroughs import left_out
from metrics.engine.return_periods import spans
from metrics.engine.sources import EVERY_BOROUGH
from store.uploads import accepted
from tests.metrics.asked import given

LOADED = """
    borough | source           | return_year | as_at
    Brent   | ssda903_episodes | 2024        | 2024-03-31
    Brent   | ssda903_episodes | 2025        | 2025-03-31
    Brent   | costs            | 2025        | 2025-03-31
    Ealing  | ssda903_episodes | 2025        | 2025-03-31
    Ealing  | costs            | 2024        | 2024-03-31
    Ealing  | costs            | 2025        | 2025-03-31
    Harrow  | ssda903_episodes | 2024        | 2024-03-31
    Hounslow | costs           | 2025        | 2025-03-31
"""
"""Ealing joins a year later, Harrow leaves, Hounslow has given no return of children at all."""

YEARS = (When.return_year(2025), When.return_year(2024))


@pytest.mark.parametrize(
    ("slug", "where", "expected"),
    [
        ("children_looked_after", {}, ("Ealing", "Harrow", "Hounslow")),
        ("started", {}, ("Ealing", "Harrow", "Hounslow")),
        ("children_looked_after", {"borough": ("Brent", "Ealing")}, ("Ealing",)),
        ("children_looked_after", {"borough": ("Ealing",)}, ()),
        ("children_looked_after", {"sourcing": ("Planned",)}, ()),
    ],
)
def test_who_is_left_out_of_both_ends(slug: str, where: dict[str, tuple[str, ...]], expected: tuple[str, ...]):
    assert left_out(METRICS[slug], given(loaded=LOADED), where, YEARS) == expected


def test_nobody_is_left_out_where_one_end_is_of_nobody_or_nothing_is_loaded():
    early = (When.return_year(2025), When.return_year(2020))
    assert left_out(METRICS["started"], given(loaded=LOADED), {}, early) == ()
    assert left_out(METRICS["started"], given(), {}, YEARS) == ()


def test_at_one_time_those_are_left_out_of_whom_nothing_is_known_then():
    assert left_out(METRICS["started"], given(loaded=LOADED), {}, YEARS[:1]) == ("Harrow", "Hounslow")


def test_files_that_all_share_are_of_no_borough_that_could_be_left_out():
    shared = f"{LOADED.rstrip()}\n    {EVERY_BOROUGH} | population | 2025 | 2025-03-31\n"
    assert EVERY_BOROUGH == accepted.EVERY_BOROUGH
    assert left_out(METRICS["started"], given(loaded=shared), {}, YEARS) == ("Ealing", "Harrow", "Hounslow")
    assert spans(given(loaded=shared))["borough"].unique().sort().to_list() == ["Brent", "Ealing", "Harrow", "Hounslow"]
