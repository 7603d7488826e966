"""Whatever the returns say: what holds of repaired episodes."""

from datetime import date

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from loaders.consolidate import consolidate
from loaders.consolidate.repairs import REPAIRS
from loaders.consolidate.repairs.episodes import repaired
from loaders.consolidate.rulings import Rulings
from loaders.consolidated import Loaded
from loaders.tables import Episodes
from metrics.periods import When, calendar
from metrics.populations.care import census
from tests.conftest import examples
from tests.loaders.consolidate.histories import HISTORIES, returns_of
from tests.loaders.consolidate.invariants import counted_twice

NOTHING_LOADED = Loaded.create_empty()
NOTHING_REPAIRED = Rulings(repairs_off=frozenset(REPAIRS))
QUARTERS = calendar(When(date(2020, 1, 1), date(2027, 1, 1)), "quarter").lazy()
ROW = ["borough", "return_year", "row"]
Rows = list[tuple[object, ...]]


@given(HISTORIES)
@settings(max_examples=examples(60))
def test_no_child_is_counted_twice_at_any_date(rows: Rows):
    made = consolidate({"episodes": returns_of(rows)}, NOTHING_LOADED)
    assert counted_twice(made["episodes"]).is_empty()


@given(HISTORIES)
@settings(max_examples=examples(150))
def test_no_row_is_lost_but_one_told_again_unless_a_repair_names_it(rows: Rows):
    given_rows = returns_of(rows)
    bench = repaired(given_rows, NOTHING_LOADED)
    left_out = [code for code, repair in REPAIRS.items() if repair.leaves_out]
    named = bench.told().filter(pl.col("code").is_in(left_out))
    gone = given_rows.join(bench.rows, on=ROW, how="anti")
    assert named.join(gone, on=ROW, how="anti").is_empty()
    unnamed = gone.join(named, on=ROW, how="anti")
    assert unnamed.join(_told_again(given_rows), on=ROW, how="anti").is_empty()


def _told_again(rows: pl.DataFrame) -> pl.DataFrame:
    """Rows that another tells again: the same, or how an open episode has ended since."""
    key, facts = ["child", "started"], ["reason_started", "urn", "is_short_break"]
    pairs = rows.join(rows, on=[*key, *facts], suffix="_other").filter(
        (pl.col("return_year") < pl.col("return_year_other"))
        | ((pl.col("return_year") == pl.col("return_year_other")) & (pl.col("row") != pl.col("row_other")))
    )
    same_end = pl.col("ended").is_null() | pl.col("ended").eq(pl.col("ended_other"))
    return pairs.filter(same_end)


@given(HISTORIES)
@settings(max_examples=examples(100))
def test_what_is_repaired_needs_no_repair(rows: Rows):
    once = repaired(returns_of(rows), NOTHING_LOADED).rows.select(list(Episodes.columns()))
    again = repaired(once, NOTHING_LOADED)
    assert again.told().is_empty()
    assert_frame_equal(again.rows.select(once.columns), once)


@given(HISTORIES)
@settings(max_examples=examples(25))
def test_the_order_of_files_and_rows_changes_nothing(rows: Rows):
    given_rows = returns_of(rows)
    made = consolidate({"episodes": given_rows}, NOTHING_LOADED)
    again = consolidate({"episodes": given_rows.sample(fraction=1, shuffle=True, seed=1)}, NOTHING_LOADED)
    for name in ("episodes", "repairs"):
        assert_frame_equal(made[name], again[name])


@given(HISTORIES)
@settings(max_examples=examples(40))
def test_with_nothing_repaired_the_tables_hold_together_and_a_child_counts_once_at_a_date(rows: Rows):
    made = consolidate({"episodes": returns_of(rows)}, NOTHING_LOADED, NOTHING_REPAIRED)
    assert made["repairs"].is_empty()
    tables = {name: frame.lazy() for name, frame in made.items()}
    counted = census(tables, QUARTERS).collect()
    assert not counted.select("child", "period_end").is_duplicated().any()


@given(HISTORIES, st.sets(st.sampled_from(list(REPAIRS))))
@settings(max_examples=examples(100))
def test_repairs_switched_off_are_not_done(rows: Rows, off: set[str]):
    bench = repaired(returns_of(rows), NOTHING_LOADED, Rulings(repairs_off=frozenset(off)))
    assert not off & set(bench.told()["code"])
