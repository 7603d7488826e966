"""Five years in words, from months."""

from datetime import date

import polars as pl
import pytest

from dashboard.filters.selection import month_ends
from dashboard.pages.curve.yearly_trends import over_years
from metrics import METRICS

MONTHS = month_ends(date(2021, 10, 31), date(2026, 9, 30))


def months(*years: float | None, half: float | None = 1.0) -> pl.DataFrame:
    """Sixty months whose Septembers are the years given, and whose other months are not to be looked at."""
    values = [years[at // 12] if day.month == 9 else 999.0 for at, day in enumerate(MONTHS)]
    ends = [[None if value is None or half is None else value + side * half for value in values] for side in (-1, 1)]
    columns = {"month": MONTHS, "value": values, "lower": ends[0], "upper": ends[1]}
    return pl.DataFrame(columns, schema_overrides={"value": pl.Float64, "lower": pl.Float64, "upper": pl.Float64})


@pytest.mark.parametrize(
    ("slug", "years", "words"),
    [
        ("outside_borough", (50, 52, 54, 56, 58), "Over 5 years: rising, which is worse."),
        ("outside_borough", (58, 56, 54, 52, 50), "Over 5 years: falling, which is better."),
        ("outside_borough", (50, 50.2, 50, 50.3, 50.1), "Over 5 years: no significant change."),
        ("rate_per_10000", (50, 52, 54, 56, 58), "Over 5 years: rising."),
        ("missing_share", (8, 9, 10, 11, 12), "Over 5 years: rising, which is worse."),
        ("outside_borough", (50, None, 54, 56, 58), ""),
        ("incidents", (50, 52, 54, 56, 58), ""),
        ("supported_accommodation", (50, 52, 54, 56, 58), ""),
    ],
)
def test_years_in_words(slug: str, years: tuple[float | None, ...], words: str) -> None:
    assert over_years(METRICS[slug], months(*years)) == words


def test_nothing_is_said_where_a_release_keeps_ranges_back() -> None:
    assert over_years(METRICS["outside_borough"], months(50, 52, 54, 56, 58, half=None)) == ""
    assert over_years(METRICS["outside_borough"], months(1, 2, 3, 4, 5).clear()) == ""
