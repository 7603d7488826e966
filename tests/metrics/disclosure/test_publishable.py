"""Which questions the board and event releases answer."""

from datetime import date

import polars as pl
import pytest

from metrics import METRICS, Release, When, measure
from metrics.disclosure import RULES, why_not
from metrics.question import ask
from tests.metrics.asked import YEAR, given

BOROUGHS = ("Brent", "Ealing", "Harrow")
ROWS = [f"{borough} | {borough}{i} | 2020-01-01" for borough in BOROUGHS for i in range(20)]
TABLES = given(episodes="\n".join(["borough | child | started", *ROWS]))


def answered(
    slug: str = "children_looked_after",
    by: tuple[str, ...] = (),
    where: dict[str, tuple[str, ...]] | None = None,
    when: When = YEAR,
    release: Release = Release.BOARD,
) -> bool:
    return why_not(ask(METRICS[slug], TABLES, by, where, when), RULES[release], len(BOROUGHS)) is None


@pytest.mark.parametrize(
    ("where", "is_answered"),
    [
        ({}, True),
        ({"borough": ("Brent",)}, True),
        ({"borough": ("Ealing", "Harrow")}, True),
        ({"borough": BOROUGHS}, True),
        ({"sex": ("Male",)}, True),
        ({"age_band": ("Under 1", "1 to 4")}, False),
        ({"sex": ("Male",), "age_band": ("Under 1",), "borough": ("Brent",)}, True),
        ({"sex": ("Male",), "age_band": ("Under 1",), "borough": ("Brent",), "is_uasc": ("true",)}, False),
    ],
)
def test_filters_keep_one_value_and_cuts_are_three_at_most(where: dict[str, tuple[str, ...]], is_answered: bool):
    assert answered(where=where) is is_answered


@pytest.mark.parametrize(
    ("slug", "by", "start", "end", "is_answered"),
    [
        ("started", (), date(2024, 4, 1), date(2025, 3, 31), True),
        ("started", (), date(2024, 7, 1), date(2025, 6, 30), True),
        ("started", (), date(2024, 5, 1), date(2025, 3, 31), False),
        ("started", ("month",), date(2024, 5, 1), date(2025, 3, 31), True),
        ("started", ("month",), date(2024, 5, 2), date(2025, 3, 31), False),
        ("children_looked_after", (), date(2024, 5, 1), date(2025, 3, 31), True),
        ("children_looked_after", (), date(2024, 5, 1), date(2025, 3, 30), False),
    ],
)
def test_periods_are_years_to_a_month_s_end_or_months(
    slug: str, by: tuple[str, ...], start: date, end: date, is_answered: bool
):
    assert answered(slug, by, when=When(start, end)) is is_answered


def test_the_event_does_not_tell_providers_apart():
    assert answered(by=("provider",))
    assert not answered(by=("provider",), release=Release.EVENT)
    assert not answered(where={"provider": ("Oak",)}, release=Release.EVENT)


def test_what_is_not_answered_is_all_hidden():
    found = measure(
        METRICS["children_looked_after"],
        TABLES,
        by=("borough",),
        where={"age_band": ("Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over", "")},
        when=YEAR,
        release=Release.BOARD,
    )
    assert found["value"].is_null().all()
    assert (found["mark"] == "[c]").all()
    assert isinstance(found, pl.DataFrame)
