"""The questions of the metric suite, each asked of the product, of DuckDB in SQL and of pandas; same figures in all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import duckdb
import pandas as pd
import polars as pl
from polars.testing import assert_frame_equal

from bench.in_pandas import (
    THREE,
    Pandas,
    by_borough,
    by_placement,
    by_sex,
    filtered,
    incidents,
    needs,
    outside,
    spend,
)
from bench.in_sql import DAYS, OPEN, stock
from metrics import METRICS, When, measure
from metrics.engine.table_cache import Held
from metrics.periods import calendar
from metrics.populations import Tables

COLUMNS: Final = {
    "episodes": ["borough", "child", "started", "ended", "placement_group", "sex", "is_out_of_area", "is_short_break"],
    "costs": ["child", "provider", "placement_type", "started", "ended", "weekly_cost"],
    "needs": ["borough", "child", "date", "next_assessed", "indicator", "score"],
    "incidents": ["borough", "child", "date"],
}
"""What the peers are given: no more than the questions need."""


@dataclass(frozen=True)
class Query:
    """One question: the metric, how it is grouped and filtered, whether by month, and its SQL and pandas."""

    name: str
    metric: str
    by: tuple[str, ...]
    sql: str
    panda: Callable[["Pandas"], pd.DataFrame]
    where: dict[str, tuple[str, ...]] | None = None


class Peers:
    """The same tables in all three, over the same span."""

    def __init__(self, tables: Tables, when: When) -> None:
        self.tables, self.when = Held(tables), when
        self.months = calendar(when, "month")
        self.duck = duckdb.connect()
        frames = {name: tables[name].select(columns).collect() for name, columns in COLUMNS.items()}
        for name, frame in frames.items():
            plain = frame.with_columns(pl.col(pl.Enum).cast(pl.String))
            self.duck.register("given", plain.to_arrow())
            self.duck.execute(f"create table {name} as select * from given")
        self.duck.register("given", self.months.to_arrow())
        self.duck.execute("create table months as select *, row_number() over (order by month) - 1 as i from given")
        self.pandas = Pandas(frames, when, self.months)

    def product(self, query: Query) -> pl.DataFrame:
        """Ask the product, as one that nothing like it was asked before: its peers keep no rows for a next question."""
        self.tables.coded.shared.forget()
        return measure(METRICS[query.metric], self.tables, by=query.by, where=query.where, when=self.when)

    def sql(self, query: Query) -> pl.DataFrame:
        """Ask DuckDB."""
        given = {"since": self.when.start, "until": self.when.end, "months": self.months.height}
        used = {name: value for name, value in given.items() if f"${name}" in query.sql}
        return pl.DataFrame(self.duck.sql(query.sql, params=used).to_arrow_table())

    def panda(self, query: Query) -> pl.DataFrame:
        """Ask pandas."""
        return pl.from_pandas(query.panda(self.pandas))

    def agree(self, query: Query) -> None:
        """Stop where the three do not give the same numerators."""
        ours = _plain(self.product(query), query.by)
        for theirs in (self.sql(query), self.panda(query)):
            assert_frame_equal(ours, _plain(theirs, query.by), check_dtypes=False, rel_tol=1e-9)


def _plain(figures: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    texts = [pl.col(name).cast(pl.Date) if name == "month" else pl.col(name).cast(pl.String) for name in by]
    return figures.select(*texts, pl.col("numerator").cast(pl.Float64)).filter(pl.col("numerator") != 0).sort(by)


SUITE: Final = (
    Query(
        "children by borough and month",
        "children_looked_after",
        ("borough", "month"),
        stock("borough"),
        by_borough,
    ),
    Query(
        "children by placement and month",
        "children_looked_after",
        ("placement_group", "month"),
        stock("placement_group"),
        by_placement,
    ),
    Query(
        "share outside the borough, by borough and month",
        "outside_borough",
        ("borough", "month"),
        stock("borough", "is_out_of_area::int"),
        outside,
    ),
    Query(
        "three boroughs' foster care by month",
        "children_looked_after",
        ("borough", "month"),
        stock("borough", where=f"borough in {THREE} and placement_group = 'Foster care'"),
        filtered,
        {"borough": THREE, "placement_group": ("Foster care",)},
    ),
    Query(
        "children at a date by borough and sex",
        "children_looked_after",
        ("borough", "sex"),
        f"select borough, sex, count(*) as numerator from episodes where {OPEN} group by all",
        by_sex,
    ),
    Query(
        "a year's spend by provider",
        "spend",
        ("provider",),
        f"select provider, sum(weekly_cost / 7 * {DAYS}) as numerator, count(distinct child) as n from costs"
        f" where started <= $until and coalesce(ended > $since, true) and {DAYS} > 0 group by all",
        spend,
    ),
    Query(
        "children with each need at a date",
        "need_occurrence",
        ("indicator",),
        "select indicator, sum((score >= 1)::int) as numerator, count(*) as whole, count(distinct child) as n"
        f" from (select borough, child from episodes where {OPEN}) join needs using (borough, child)"
        " where date <= $until and coalesce(next_assessed > $until, true) group by all",
        needs,
    ),
    Query(
        "missing incidents by borough and month",
        "incidents",
        ("borough", "month"),
        "select borough, last_day(date) as month, count(*) as numerator, count(distinct child) as n from incidents"
        " where date between $since and $until group by all",
        incidents,
    ),
)
