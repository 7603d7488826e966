"""Tables held in memory: the same figures to the digit; what is found out is found once, and goes with them."""

import gc
import weakref
from datetime import date

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from metrics import METRICS, Release, When, measure
from metrics.engine.table_cache import MOST, Held
from metrics.populations import Tables
from tests.metrics.asked import given

SPAN = When(date(2025, 10, 1), date(2026, 9, 30))
SLUGS = sorted(METRICS)


@pytest.fixture(scope="module")
def held(made_up_tables: Tables) -> Held:
    """Give the random tables as the product holds them."""
    return Held(made_up_tables)


@pytest.mark.parametrize(
    ("slug", "release"), [*((slug, Release.WORKING) for slug in SLUGS), *((slug, Release.BOARD) for slug in SLUGS[::9])]
)
def test_figures_are_the_same_however_tables_are_held(slug: str, release: Release, held: Held, made_up_tables: Tables):
    metric = METRICS[slug]
    dims = ("borough", "year") if release is Release.WORKING else ("borough",)
    by = tuple(name for name in dims if metric.only_by is None or name in metric.only_by)
    theirs, ours = (measure(metric, of, by=by, when=SPAN, release=release) for of in (made_up_tables, held))
    assert_frame_equal(ours, theirs, check_exact=True)


@pytest.mark.parametrize("place", ["provider", "host_authority", "host_region", "nearness", "is_out_of_london"])
@pytest.mark.parametrize("slug", ["children_looked_after", "placement_share", "weekly_cost", "started"])
def test_places_and_providers_are_told_by_name(slug: str, place: str, held: Held, made_up_tables: Tables):
    where = {"borough": ("Brent", "Nowhere"), "provider": ("", "Provider A", "Nobody")}
    for by, kept in ((("month", place), None), ((place,), where)):
        both = [measure(METRICS[slug], of, by=by, where=kept, when=SPAN) for of in (made_up_tables, held)]
        assert_frame_equal(*both, check_exact=True)


def test_tables_are_given_as_they_are(held: Held, made_up_tables: Tables):
    assert list(held) == list(made_up_tables)
    assert all(held[name] is table for name, table in made_up_tables.items())


def test_what_is_remembered_is_found_once_bounded_and_goes_with_the_tables():
    tables, found = Held(given()), list[int]()
    for number in [*range(MOST), 0]:
        tables.remember(number, lambda: found.append(0))
    assert len(found) == MOST
    measure(METRICS["children_looked_after"], tables, by=("borough",), when=SPAN)
    gone = weakref.ref(tables)
    del tables
    gc.collect()
    assert gone() is None


def test_a_table_that_is_not_in_memory_is_not_read(tmp_path_factory: pytest.TempPathFactory):
    path = tmp_path_factory.mktemp("held") / "episodes.parquet"
    given()["episodes"].collect().write_parquet(path)
    scanned = pl.scan_parquet(path)
    assert Held({"episodes": scanned}).coded["episodes"] is scanned
