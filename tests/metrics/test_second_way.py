"""Every metric recomputed in plain SQL, on random tables and on the sample: the two ways agree.

To give a metric its second way, put `second_way/<slug>.sql` beside this file. It is one query that says again,
from the definition and not from the code, what the metric's numerator and denominator are:

- it reads the consolidated tables by name, and what `second_way/shared.sql` makes of them;
- `$start` and `$end` are the first and last day of the period;
- it ends its list of columns with `{by}` and its last line is `group by all`: the test puts groupings there, so the
  columns that it groups by must be in scope under their own names;
- it gives `numerator` and `denominator` (left out where the metric has none), and `value` where that is not one
  over the other (a median); and `withheld`, true where no figure is given;
- it is run in total and by borough, and once more for each line `-- by: borough, sex` at its top.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import duckdb
import polars as pl
import pytest

from metrics import METRICS, Metric, Statistic, When, measure
from metrics.engine.table_cache import Held
from metrics.periods import calendar, step_of

FOLDER: Final = Path(__file__).parent / "second_way"
SPANS: Final = [
    When.return_year(2023),
    When.return_year(2026),
    When.year_to(date(2024, 2, 29)),
    When.year_to(date(2026, 9, 30)),
]
MONTHS: Final = When(date(2024, 1, 1), date(2024, 4, 15))
CLOSE: Final = {"rel": 1e-9, "abs": 1e-9}

Estimate = tuple[float, float | None, float | None]
"""Numerator, denominator, value."""


@pytest.fixture(scope="module", params=["made_up", "sample"])
def both(request: pytest.FixtureRequest) -> Iterator[tuple[Mapping[str, pl.LazyFrame], duckdb.DuckDBPyConnection]]:
    tables: Mapping[str, pl.LazyFrame] = request.getfixturevalue(f"{request.param}_tables")
    with duckdb.connect() as sql:
        for name, frame in tables.items():
            sql.register(name, frame.collect().to_arrow())
        sql.execute((FOLDER / "shared.sql").read_text())
        yield Held(tables), sql


@pytest.mark.parametrize("slug", METRICS)
def test_every_metric_is_the_same_in_sql(slug: str, both: tuple[Any, Any]):
    tables, sql = both
    metric, query = METRICS[slug], _query(slug)
    for by in _groupings(metric, query):
        for when in SPANS:
            figures = measure(metric, tables, by=by, when=when)
            assert _ours(figures, by) == _theirs(sql, metric, query, by, when), (by, when)


@pytest.mark.parametrize("slug", METRICS)
def test_every_month_is_the_same_in_sql(slug: str, both: tuple[Any, Any]):
    tables, sql = both
    metric, query = METRICS[slug], _query(slug)
    if metric.only_by is not None and "month" not in metric.only_by:
        pytest.skip("never by month")
    figures = measure(metric, tables, by=("month",), when=MONTHS)
    for start, end, month in calendar(MONTHS, step_of(("month",)), metric.window_is_year).iter_rows():
        of_month = figures.filter(pl.col("month") == month)
        assert _ours(of_month, ()) == _theirs(sql, metric, query, (), When(start, end)), month


def _query(slug: str) -> str:
    path = FOLDER / f"{slug}.sql"
    assert path.exists(), f"{slug} has no second way: say its definition again in {path.name}"
    return path.read_text()


def _groupings(metric: Metric, query: str) -> list[tuple[str, ...]]:
    more = [line.removeprefix("-- by:") for line in query.splitlines() if line.startswith("-- by:")]
    named = [tuple(name.strip() for name in line.split(",")) for line in more]
    return [(), *([("borough",)] if metric.only_by is None or "borough" in metric.only_by else []), *named]


def _ours(figures: pl.DataFrame, by: tuple[str, ...]) -> Any:
    rows = {
        _key(row, by): (row["numerator"], row["denominator"], row["value"]) for row in figures.iter_rows(named=True)
    }
    return _comparable({key: row for key, row in rows.items() if not by or row[0] or row[1] or row[2]})


def _theirs(
    sql: duckdb.DuckDBPyConnection, metric: Metric, query: str, by: tuple[str, ...], when: When
) -> dict[Any, Estimate]:
    given = {name: day for name, day in (("start", when.start), ("end", when.end)) if f"${name}" in query}
    answer = sql.execute(query.format(by=", ".join(by)), given)
    names = [column[0] for column in answer.description or []]
    rows = {
        _key(row, by): _figure(metric, row)
        for row in (dict(zip(names, each, strict=True)) for each in answer.fetchall())
    }
    return {key: row for key, row in rows.items() if not by or any(row)}


def _figure(metric: Metric, row: dict[str, Any]) -> Estimate | tuple[None, None, None]:
    if row.get("withheld"):
        return None, None, None
    numerator, denominator = row.get("numerator"), row.get("denominator")
    numerator = float(numerator or 0) if metric.statistic is not Statistic.QUANTILE else None
    denominator = float(denominator or 0) if "denominator" in row else None
    if "value" in row:
        value = row["value"]
    elif denominator is None:
        value = numerator
    else:
        value = numerator / denominator * metric.unit.scale if denominator else None
    return numerator, denominator, None if value is None else float(value)


def _key(row: dict[str, Any], by: tuple[str, ...]) -> tuple[str | None, ...]:
    return tuple(None if row[name] is None else str(row[name]) for name in by)


def _comparable(rows: dict[Any, Any]) -> dict[Any, Any]:
    return {
        key: tuple(None if cell is None else pytest.approx(cell, **CLOSE) for cell in row) for key, row in rows.items()
    }
