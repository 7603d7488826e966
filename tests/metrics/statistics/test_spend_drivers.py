"""What drove a change in spend: the parts of the bridge, named only where neither chance nor the order makes them."""

from datetime import date

import numpy as np
import polars as pl
import pytest

from metrics import METRICS, Release, When, measure
from metrics.statistics.spend_drivers import Cells, Drivers, drivers, resampled
from tests.conftest import Tables

CHANGE = METRICS["change_in_spend"]
YEAR = When.year_to(date(2026, 9, 30))
YEARS = When(date(2024, 4, 1), date(2026, 3, 31))
BOROUGHS = (None, "Brent", "Harrow", "Hounslow")
TYPES = 4


def asked(borough: str | None) -> dict[str, tuple[str, ...]]:
    return {"borough": (borough,)} if borough else {}


def two_years(seed: int, children: int = 250, dearer: float = 1.0) -> Drivers:
    """Children who come and go by the same chances in both years, at the same prices but for what is planted."""
    dice = np.random.default_rng(seed)
    sums = np.zeros((2 * children, 2, TYPES, 4))
    kinds, price = dice.integers(0, TYPES, 2 * children), np.array([90.0, 180.0, 300.0, 700.0])
    for child, kind in enumerate(kinds):
        days = np.array([365.0, 365.0]) if child % 2 else np.eye(2)[dice.integers(2)] * dice.integers(30, 365)
        daily = price[kind] * dice.lognormal(0, 0.2) * np.array([1.0, dearer])
        sums[child, :, kind] = np.stack([days, days * daily, days * dice.integers(5, 20), days], axis=1)
    return resampled(Cells(sums, np.zeros(TYPES, np.int64), np.array([1.0, 2.0, 3.0, 4.0])))


@pytest.mark.parametrize("release", [Release.WORKING, Release.BOARD])
@pytest.mark.parametrize("borough", BOROUGHS)
def test_parts_are_those_of_the_measure_and_every_range_holds_them(
    sample_tables: Tables, borough: str | None, release: Release
):
    found = drivers(sample_tables, asked(borough), YEAR, release)
    told = measure(CHANGE, sample_tables, by=("component",), where=asked(borough), when=YEAR, release=release)
    assert found is not None
    assert [part.amount for part in found.parts] == pytest.approx(told["value"].to_list(), abs=1)
    for part in found.parts:
        assert part.lower < part.amount < part.upper
        assert part.least - 1 <= part.amount <= part.most + 1


@pytest.mark.parametrize("borough", BOROUGHS)
def test_a_release_names_no_driver_that_its_protection_made(sample_tables: Tables, borough: str | None):
    working = drivers(sample_tables, asked(borough), YEAR)
    assert working is not None
    truth = {part.name: part.amount for part in working.parts}
    for release in (Release.BOARD, Release.EVENT):
        told = drivers(sample_tables, asked(borough), YEAR, release)
        assert told is not None
        assert all(part.lower <= truth[part.name] <= part.upper for part in told.clear)


@pytest.mark.parametrize("borough", BOROUGHS)
@pytest.mark.parametrize(("by", "when"), [((), YEAR), (("year",), YEARS)])
def test_in_the_event_release_parts_add_up_to_the_whole(
    sample_tables: Tables, borough: str | None, by: tuple[str, ...], when: When
):
    parts, whole = (
        measure(CHANGE, sample_tables, by=each, where=asked(borough), when=when, release=Release.EVENT)
        for each in ((*by, "component"), by)
    )
    assert not parts["value"].has_nulls()
    sums = parts.group_by(by).agg(pl.col("value").sum()).sort(by) if by else parts.select(pl.col("value").sum())
    assert sums["value"].to_list() == pytest.approx(whole["value"].to_list())


def test_two_like_years_seldom_have_a_driver():
    named = [two_years(seed).clear for seed in range(60)]
    assert sum(bool(each) for each in named) <= 6


def test_a_rise_of_prices_is_named():
    found = [two_years(seed, dearer=1.2).clear for seed in range(20)]
    assert all("price" in {part.name for part in each} for each in found)


def test_without_a_year_before_there_is_nothing_to_drive(sample_tables: Tables):
    assert drivers(sample_tables, {}, When.year_to(date(2010, 3, 31))) is None
