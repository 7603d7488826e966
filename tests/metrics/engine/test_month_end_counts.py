"""What is counted from what opened and closed is the same as row by row, of every metric that may be."""

from datetime import date
from importlib import import_module
from typing import Final

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from metrics import METRICS, Metric, When, measure
from metrics.engine import month_end_counts
from metrics.engine.month_end_counts import is_stock
from metrics.engine.query import ask
from metrics.engine.table_cache import Held
from tests.conftest import Tables
from tests.metrics.asked import figures

SPAN: Final = When(date(2024, 4, 15), date(2026, 9, 13))
Cut = tuple[tuple[str, ...], dict[str, tuple[str, ...]]]
"""Groupings and filters."""

YEARLY: Final = [each for each in METRICS.values() if each.only_by is None or "year" in each.only_by]
STOCKS: Final = [each.slug for each in YEARLY if is_stock(ask(each, {}, ("year",), None, SPAN))]
CUTS: Final[list[Cut]] = [
    (("month",), {}),
    (("month", "borough"), {"placement_group": ("Foster care",)}),
    (("quarter", "sex", "provider"), {"borough": ("Brent", "Ealing")}),
    (("year", "age_band"), {}),
    (("year", "is_out_of_area", "placement_type"), {"sex": ("Male",)}),
]


def test_most_counts_at_dates_are_stocks():
    assert {"children_looked_after", "placement_share", "outside_borough", "priced_without_episode_share"} <= {*STOCKS}


@pytest.mark.parametrize("slug", STOCKS)
@pytest.mark.parametrize(("tables", "cuts"), [("sample_tables", CUTS[1:2]), ("made_up_tables", CUTS)])
def test_it_is_as_row_by_row(
    slug: str, tables: str, cuts: list[Cut], request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
):
    of = Held(request.getfixturevalue(tables))
    metric = METRICS[slug]
    able = [(by, where) for by, where in cuts if metric.only_by is None or {*by} <= {*metric.only_by}]
    short = [measure(metric, of, by=by, where=where, when=SPAN) for by, where in able]
    monkeypatch.setattr(import_module("metrics.measure"), "is_stock", never)
    for (by, where), frame in zip(able, short, strict=True):
        assert_frame_equal(frame, measure(metric, of, by=by, where=where, when=SPAN), check_exact=True)


@pytest.mark.parametrize("slug", STOCKS)
def test_it_is_as_row_by_row_where_some_boroughs_are_silent(
    slug: str, made_up_tables: Tables, monkeypatch: pytest.MonkeyPatch
):
    last = pl.col("borough").replace_strict({"Brent": date(2025, 3, 31), "Ealing": date(2025, 11, 10)}, default=None)
    heard = made_up_tables["loaded"].filter(pl.col("as_at") <= pl.coalesce(last, "as_at"))
    metric, of = METRICS[slug], Held({**made_up_tables, "loaded": heard})
    able = [by for by in (("month",), ("provider", "month"), ("year", "is_out_of_area")) if set(by) <= able_by(metric)]
    short = [measure(metric, of, by=by, when=SPAN) for by in able]
    monkeypatch.setattr(import_module("metrics.measure"), "is_stock", never)
    for by, frame in zip(able, short, strict=True):
        assert_frame_equal(frame, measure(metric, of, by=by, when=SPAN), check_exact=True)
    assert {"[p]"} <= {*short[0]["mark"]}


def able_by(metric: Metric) -> set[str]:
    """What a metric may be grouped by here."""
    return {*(metric.only_by or ("month", "year", "provider", "is_out_of_area"))}


def never(_: object) -> bool:
    """Say of no figure that it is a stock."""
    return False


def test_a_month_without_a_child_is_nought_and_one_that_ends_on_the_day_is_not_counted():
    rows = "borough | child | started | ended\nBrent | 1 | 2024-05-31 | 2024-07-31\nBrent | 2 | 2024-09-01 |"
    counts = figures("children_looked_after", by=("month",), episodes=rows)
    assert counts["value"].to_list() == [0, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1]


@pytest.mark.parametrize("slug", ["children_looked_after", "outside_borough"])
def test_it_does_not_matter_in_how_many_blocks_rows_are_counted(
    slug: str, made_up_tables: Tables, monkeypatch: pytest.MonkeyPatch
):
    asked = [measure(METRICS[slug], made_up_tables, by=by, when=SPAN) for by in (("year",), ("sex", "year"))]
    monkeypatch.setattr(month_end_counts, "BLOCK", 1)
    for by, frame in zip((("year",), ("sex", "year")), asked, strict=True):
        assert_frame_equal(measure(METRICS[slug], made_up_tables, by=by, when=SPAN), frame, check_exact=True)
