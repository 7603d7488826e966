"""Rows that several figures are made of are put together once, and are the same rows."""

from datetime import date
from typing import Final
from unittest.mock import patch

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from metrics import METRICS, Metric, When, measure
from metrics.engine import population_cache
from metrics.engine.groupings import groupings
from metrics.engine.population_cache import Shared
from metrics.engine.table_cache import Held
from tests.conftest import Tables

YEAR: Final = When.year_to(date(2025, 3, 31))


class Found:
    """A query of three rows, and how often it was run."""

    def __init__(self) -> None:
        self.times = 0
        self.query = pl.LazyFrame({"child": [1, 2, 3]}).map_batches(self._run)

    def _run(self, rows: pl.DataFrame) -> pl.DataFrame:
        self.times += 1
        return rows


def times_asked(found: Found, of: Shared, many: int) -> int:
    for _ in range(many):
        assert of.rows("looked after", lambda: found.query).collect()["child"].to_list() == [1, 2, 3]
    return found.times


def test_from_the_second_question_on_rows_are_there():
    assert times_asked(Found(), Shared(), 5) == 2


def test_what_is_too_large_is_found_every_time():
    with patch.object(population_cache, "MOST_EACH", 1):
        assert times_asked(Found(), Shared(), 5) == 5


def test_the_longest_not_asked_for_go_first():
    with patch.object(population_cache, "MOST_BYTES", 3 * population_cache.MENTIONED):
        of, found = Shared(), Found()
        times_asked(found, of, 3)
        for other in ("missing", "needs", "costs"):
            of.rows(other, lambda: found.query)
        assert times_asked(found, of, 2) == 4


def test_what_is_forgotten_is_found_again():
    of, found = Shared(), Found()
    times_asked(found, of, 3)
    of.forget()
    assert times_asked(found, of, 3) == 4


@pytest.mark.parametrize("metric", METRICS.values(), ids=lambda metric: metric.slug)
def test_figures_of_shared_rows_are_the_same(metric: Metric, made_up_tables: Tables):
    ways = groupings(metric, made_up_tables)[:3]
    alone, together = Held(made_up_tables), Held(made_up_tables)
    for by in [(), *((name,) for name in ways), ()]:
        alone.coded.shared.forget()
        assert_frame_equal(measure(metric, together, by=by, when=YEAR), measure(metric, alone, by=by, when=YEAR))


def test_rows_of_three_years_are_not_those_of_the_last(made_up_tables: Tables):
    years, tables = When(date(2022, 4, 1), YEAR.end), Held(made_up_tables)
    for slug in ("spend", "spend", "unit_cost_fostering"):
        told = measure(METRICS[slug], tables, when=years)
        assert_frame_equal(told, measure(METRICS[slug], Held(made_up_tables), when=years))
