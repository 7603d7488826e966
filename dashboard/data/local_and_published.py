"""Each borough's own figures beside what was published of the same measure, at the same date."""

from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from dashboard.charts.chart_style import CONSORTIUM, ENGLAND, LONDON, NEIGHBOURS
from dashboard.data.benchmarks import OWN, benchmark_rows, is_size, told_then
from dashboard.data.cache import kept
from dashboard.data.comparisons import Estimate
from dashboard.data.comparisons import by_borough as local_by_borough
from dashboard.data.data_source import tables_of, version
from dashboard.data.reader_cache import kept_for_reader
from dashboard.filters.selection import Selection
from metrics import When
from metrics.benchmarks import TWINS, published


@dataclass(frozen=True)
class Both:
    """One measure at `day`, by name: the boroughs, the consortium, then England, London and neighbours as published."""

    day: date
    local: dict[str, Estimate]
    published: dict[str, Estimate]
    note: str

    @property
    def names(self) -> list[str]:
        """The names in the order to show."""
        return list(dict.fromkeys([*self.local, *self.published]))


@kept_for_reader(500)
def by_borough(slug: str, chosen: Selection) -> Both | None:
    """Give the latest that was published of the boroughs, and their local figures of that date, whatever the filters.

    None where nothing is published of any of them.
    """
    if slug not in TWINS:
        return None
    theirs = _published(slug, chosen.boroughs, (chosen.start, chosen.end), version())
    if theirs.is_empty():
        return None
    day = max(theirs["period_end"])
    every = replace(chosen, kept=())
    local = _by_name(local_by_borough(slug, every, when=When.return_year(day.year)))
    together = told_then(slug, replace(every, focus=None), day)
    rows = pl.concat([theirs, _others(slug, chosen, together.without)]).filter(period_end=day)
    return Both(day, local | {CONSORTIUM: together}, _by_name(rows), theirs["note"][-1])


@kept(500)
def _published(slug: str, boroughs: tuple[str, ...], span: tuple[date, date], version: str) -> pl.DataFrame:
    rows = published(slug, tables_of(version), boroughs, When(*span)).rename({"authority": "series"})
    return rows.select("series", "period_end", "value", "mark", "note")


def _others(slug: str, chosen: Selection, without: tuple[str, ...]) -> pl.DataFrame:
    """The boroughs' put together, England, London and a focus's neighbours; of a sum only the first."""
    kept = [OWN] if is_size(slug) else [OWN, ENGLAND, LONDON]
    columns = ["series", "period_end", "value", "mark", "note"]
    rows = benchmark_rows(slug, None, chosen.when, without).filter(pl.col("series").is_in(kept))
    together = rows.with_columns(pl.col("series").replace({OWN: CONSORTIUM}))
    if chosen.focus is None:
        return together.select(columns)
    median = pl.format("{} (median of {})", "series", "n")
    neighbours = benchmark_rows(slug, chosen.focus, chosen.when).filter(series=NEIGHBOURS).with_columns(series=median)
    return pl.concat([together.select(columns), neighbours.select(columns)])


def _by_name(rows: pl.DataFrame) -> dict[str, Estimate]:
    return {
        row["series"]: Estimate(row["series"], row["value"], None, None, row.get("n"), row["mark"])
        for row in rows.iter_rows(named=True)
    }
