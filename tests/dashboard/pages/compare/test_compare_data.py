"""Period against period: any earlier one of the same length that the data speak of, named in words."""

from datetime import date
from unittest.mock import Mock

import polars as pl
import pytest

from dashboard.data import headlines
from dashboard.data.comparisons import Estimate
from dashboard.filters.selection import Selection
from dashboard.pages.compare import compare_data as compare_page
from metrics import When
from tests.table import table

CHOSEN = Selection(("Brent", "Harrow"), date(2025, 10, 1), date(2026, 9, 30), date(2022, 4, 1))
TO_MARCH_2025 = When(date(2024, 4, 1), date(2025, 3, 31))


@pytest.mark.parametrize(
    ("slug", "latest", "first"),
    [
        ("outside_borough", "Aug 2026", "Apr 2022"),
        ("missing_share", "Sep 2025", "Mar 2023"),
        ("incidents", "Sep 2025", "Mar 2023"),
    ],
    ids=["at a date", "of the year to a date", "over a period"],
)
def test_periods_that_the_data_speak_of_and_that_do_not_overlap(slug: str, latest: str, first: str):
    spans = compare_page.earlier(slug, CHOSEN)
    assert (next(iter(spans)), next(reversed(spans))) == (latest, first)
    assert spans["Mar 2025"] == TO_MARCH_2025


@pytest.mark.parametrize(
    ("slug", "then", "words"),
    [
        ("outside_borough", CHOSEN.when.before(), "a year before"),
        ("outside_borough", TO_MARCH_2025, "Mar 2025"),
        ("incidents", TO_MARCH_2025, "the period to Mar 2025"),
    ],
)
def test_an_earlier_period_has_a_name(slug: str, then: When, words: str):
    assert compare_page.named(slug, CHOSEN, then) == words


def test_each_borough_stands_beside_its_earlier_figure_and_one_without_says_so(monkeypatch: pytest.MonkeyPatch):
    earlier = table("""
        series     | value | lower | upper | n   | mark | denominator
        Brent      | 61.0  | 55.0  | 66.0  | 290 |      | 290
        Consortium | 66.0  | 63.0  | 69.0  | 500 |      | 500
    """)
    now = earlier.with_columns(value=pl.lit(66.0)).vstack(earlier.head(1).with_columns(series=pl.lit("Harrow")))
    whole = tuple(Estimate(name, 66.0, 63.0, 69.0, 500.0, None) for name in ("Consortium", "Mar 2025"))
    both = dict.fromkeys(("Brent", "Harrow", "Consortium"), whole)
    monkeypatch.setattr(headlines, "pairs", Mock(return_value=both))
    monkeypatch.setattr(headlines, "by_borough", Mock(side_effect=[now, earlier]))
    monkeypatch.setattr(headlines, "over_time", Mock(return_value=whole))
    found = compare_page.pairs("outside_borough", CHOSEN, TO_MARCH_2025)
    told = {who: (then.series, then.value, then.mark) for who, (_, then) in found.items()}
    assert told == {
        "Brent": ("Mar 2025", 61.0, None),
        "Harrow": ("Mar 2025", None, "[x]"),
        "Consortium": ("Mar 2025", 66.0, None),
    }
    assert compare_page.pairs("outside_borough", CHOSEN, CHOSEN.when.before()) == both


def test_small_boroughs_are_expected_nearer_to_all_and_large_ones_stand(monkeypatch: pytest.MonkeyPatch):
    rows = table("""
        series     | value | denominator | mark
        Brent      | 70.0  | 20          |
        Ealing     | 52.0  | 310         |
        Harrow     | 55.0  | 150         |
        Hounslow   | 48.0  | 280         |
        Kensington |       |             | [c]
        Consortium | 52.0  | 760         |
    """)
    monkeypatch.setattr(compare_page, "by_borough", Mock(return_value=rows))
    whole = Estimate("Consortium", 52.0, 50.0, 54.0, 760.0, None)
    monkeypatch.setattr(compare_page, "consortium", Mock(return_value=whole))
    found = compare_page.expected("outside_borough", CHOSEN)
    assert found.keys() == {"Brent"}
    assert 52 <= found["Brent"] < 60
    assert compare_page.expected("weekly_cost", CHOSEN) == compare_page.expected("rate_per_10000", CHOSEN) == {}
