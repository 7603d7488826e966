"""Questions that make no sense are refused in words a person can act on."""

import polars as pl
import pytest

from metrics import METRICS
from metrics.engine.query import ask
from metrics.engine.return_periods import data_date
from tests.metrics.asked import YEAR, given

TABLES = given()


@pytest.mark.parametrize(
    ("slug", "by", "where", "message"),
    [
        ("foster", ("burough",), {}, "There is no dimension burough. Did you mean borough"),
        ("foster", ("child",), {}, "There is no dimension child. There are month"),
        ("foster", (), {"child": ("BRE-1",)}, "There is no dimension child"),
        ("foster", ("sex", "sex"), {}, "grouped by sex twice"),
        ("foster", ("month", "year"), {}, "one of month, quarter and year"),
        ("rate_per_10000", ("sex",), {}, "cannot be grouped by sex. It can be by borough"),
    ],
)
def test_refused(slug: str, by: tuple[str, ...], where: dict[str, tuple[str, ...]], message: str):
    with pytest.raises(ValueError, match=message):
        ask(METRICS[slug], TABLES, by, where, YEAR)


def test_without_dates_it_is_the_twelve_months_to_the_data_date():
    loaded = """
        borough | source           | as_at
        Brent   | ssda903_episodes | 2026-03-31
        Brent   | ssda903_episodes | 2026-09-30
        Ealing  | ssda903_xml      | 2026-06-30
        Harrow  | costs            | 2020-01-01
    """
    tables = given(loaded=loaded)
    assert data_date(tables).isoformat() == "2026-06-30"
    question = ask(METRICS["foster"], tables, (), None, None)
    assert (question.when.start.isoformat(), question.when.end.isoformat()) == ("2025-07-01", "2026-06-30")


@pytest.mark.parametrize("source", ["costs", "needs", "incidents", "ssda903_header", "contracts"])
def test_without_episodes_the_data_date_is_the_last_day_that_every_borough_speaks_of(source: str):
    loaded = f"""
        borough | source   | as_at
        Brent   | {source} | 2026-03-31
        Brent   | {source} | 2026-09-30
        Ealing  | {source} | 2026-06-30
    """
    assert data_date(given(loaded=loaded)).isoformat() == "2026-06-30"


def test_what_all_boroughs_share_has_no_data_date():
    tables = given(loaded="borough | source\nEvery borough | population")
    shared = tables["loaded"].with_columns(return_year=pl.lit(None, pl.Int16), as_at=pl.lit(None, pl.Date))
    assert data_date({**tables, "loaded": shared}).isoformat() == "2025-03-31"
