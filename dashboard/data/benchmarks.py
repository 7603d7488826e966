"""What others published beside our figures: England, London, statistical neighbours, and the focus's own."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import polars as pl

from dashboard.charts.chart_style import ENGLAND, LONDON, NEIGHBOURS
from dashboard.charts.number_format import month
from dashboard.data.cache import kept
from dashboard.data.comparisons import Estimate, over_time
from dashboard.data.data_source import tables_of, version
from dashboard.data.figures import metric
from dashboard.data.reader_cache import kept_for_reader
from dashboard.filters.selection import Selection
from metrics import When
from metrics.benchmarks import POOLED, TWINS, benchmarks, published
from metrics.benchmarks.national_position import SIZES, Standing, standing

OWN: Final = "as published"
"""The series of the focus's own published figure; for the whole consortium the boroughs' put together."""


@dataclass(frozen=True)
class Beside:
    """What was published at `day` of a measure, and the local figure of the same date, whatever the filters.

    `others` are the benchmarks chosen, `own` is the focus's own. `note` says how the definitions differ, if they
    do, and where it is published; `is_same` that they do not.
    """

    day: date
    local: Estimate
    own: Estimate | None
    others: tuple[Estimate, ...]
    note: str
    is_same: bool


def offered() -> tuple[str, ...]:
    """Give the benchmarks of which anything is loaded."""
    return _offered(version())


@kept(4)
def _offered(version: str) -> tuple[str, ...]:
    loaded = tables_of(version)
    areas = loaded["published"].select(pl.col("authority").unique()).collect()["authority"].to_list()
    has_neighbours = bool(areas) and not loaded["neighbours"].head(1).collect().is_empty()
    return tuple(area for area in (ENGLAND, LONDON) if area in areas) + ((NEIGHBOURS,) if has_neighbours else ())


def benchmark_rows(slug: str, focus: str | None, when: When, without: tuple[str, ...] = ()) -> pl.DataFrame:
    """Give every benchmark of a measure and the focus's own: series, period_end, value, n, mark, note.

    The years that end in the span or, where none does, the latest before. No rows where nothing is published. What the
    boroughs published together leaves out those named in `without`.
    """
    return _found(slug, focus, (when.start, when.end), without, version())


@kept(2_000)
def _found(
    slug: str, focus: str | None, span: tuple[date, date], without: tuple[str, ...], version: str
) -> pl.DataFrame:
    when, tables = When(*span), tables_of(version)
    others = benchmarks(slug, tables, focus, when, without=without).with_columns(
        pl.col("series").replace({POOLED: OWN})
    )
    if focus is None:
        return others
    own = published(slug, tables, (focus,), when).with_columns(series=pl.lit(OWN), n=pl.lit(1, pl.Int64))
    return pl.concat([others, own.select(others.columns)])


def is_size(slug: str) -> bool:
    """Say whether a measure grows with the area, so that another area's is no yardstick for it."""
    return metric(slug).unit in SIZES


def has_benchmarks(slug: str) -> bool:
    """Say whether other areas' published figures may stand beside a measure: it has a twin and is no size."""
    return slug in TWINS and not is_size(slug)


@kept_for_reader(500)
def asked(slug: str, chosen: Selection, when: When, *names: str) -> pl.DataFrame:
    """Give the benchmarks that the reader chose (or those named), as `benchmark_rows` does; none of a sum."""
    wanted = list(names or chosen.benchmarks) if has_benchmarks(slug) else []
    return benchmark_rows(slug, chosen.focus, when).filter(pl.col("series").is_in(wanted))


@kept_for_reader(500)
def joined(slug: str, figures: pl.DataFrame, chosen: Selection) -> pl.DataFrame:
    """Add the benchmarks that the reader chose to figures by `series`.

    To months one row a year, at 31 March; to others one row, its date in the name: `England, Mar 2025`.
    """
    if not chosen.benchmarks or slug not in TWINS:
        return figures
    if "month" in figures.columns:
        rows = asked(slug, chosen, chosen.trend).filter(pl.col("period_end") >= chosen.trend.start)
        more = rows.rename({"period_end": "month"})
    else:
        more = dated(asked(slug, chosen, chosen.when))
    kept = [name for name in more.columns if name in figures.columns]
    return pl.concat([figures, more.select(kept)], how="diagonal_relaxed") if more.height else figures


def dated(rows: pl.DataFrame) -> pl.DataFrame:
    """Keep the latest year of each series, with its date in its name."""
    last = rows.sort("period_end").group_by("series", maintain_order=True).last()
    named = [f"{series}, {month(day)}" for series, day in last.select("series", "period_end").iter_rows()]
    return last.with_columns(pl.Series("series", named, dtype=pl.String))


@kept_for_reader(500)
def beside(slug: str, chosen: Selection, *names: str) -> Beside | None:
    """Give the latest published figures that the reader chose (or those named); None where nothing is published."""
    wanted = [OWN] if is_size(slug) else [*(names or chosen.benchmarks), OWN]
    if slug not in TWINS:
        return None
    rows = benchmark_rows(slug, chosen.focus, chosen.when).filter(pl.col("series").is_in(wanted))
    if rows.is_empty():
        return None
    day = max(rows["period_end"])
    local = told_then(slug, replace(chosen, kept=()), day)
    same = benchmark_rows(slug, chosen.focus, chosen.when, local.without).filter(pl.col("series").is_in(wanted))
    told = {row["series"]: _figure(row) for row in same.filter(period_end=day).iter_rows(named=True)}
    own = told.pop(OWN, None)
    return Beside(day, local, own, tuple(told.values()), rows["note"][-1], is_same(slug))


def told_then(slug: str, chosen: Selection, day: date) -> Estimate:
    """Give the focus's local figure of a published year, of the boroughs that returns speak of then."""
    year = When.return_year(day.year)
    return over_time(slug, chosen, year, year, chosen.name)[0]


def is_same(slug: str) -> bool:
    """Say whether a measure and what was published of it are defined alike."""
    return not any(twin.differs for twin in TWINS[slug])


def _figure(row: dict[str, float | None]) -> Estimate:
    mark, value, n = row["mark"], row["value"], row["n"]
    return Estimate(str(row["series"]), value, None, None, n, str(mark) if mark else None)


def national(slug: str, chosen: Selection) -> Standing | None:
    """Give where the focus's published figure stands among all of England's authorities."""
    if chosen.focus is None or slug not in TWINS:
        return None
    return _national(slug, chosen.focus, (chosen.start, chosen.end), version())


@kept(500)
def _national(slug: str, focus: str, span: tuple[date, date], version: str) -> Standing | None:
    return standing(slug, tables_of(version), focus, When(*span))
