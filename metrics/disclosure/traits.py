"""What the lattice tells of children, as traits that each child has or has not: at some dates, and in the year to each.

Where a borough has few children with a trait, the lattice has a small cell. Traits stand for every kind of cell:
children looked after by each dimension, those in a share and those beside it, flows, incidents, needs and prices.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np
import polars as pl
from scipy.sparse import csr_array

from metrics.card import Metric, Statistic
from metrics.disclosure.lattice import OF_CHILDREN
from metrics.discovery import METRICS
from metrics.engine.query import Question
from metrics.engine.return_periods import data_date
from metrics.engine.rows import rows_of
from metrics.periods import When
from metrics.populations import Tables
from metrics.populations.population import declared_of

CENSUS: Final = "children_looked_after"
CUT: Final = {
    CENSUS: OF_CHILDREN,
    "distance_reasons": ("distance_reason",),
    "annualised_spend": ("broad_type",),
    "sdq_mean": ("sdq_band",),
    "need_occurrence": ("indicator",),
    "incidents": ("cohort", "age_band", "part_of_day", "weekday"),
}
"""Measures whose children are told apart by each of some dimensions."""

NOT_OF_CHILDREN: Final = frozenset({"priced_without_episode", "priced_without_episode_share", "placement_share"})
"""Shares and counts that are of prices, or that are the same again."""

PRICE: Final = "annualised_spend"
BANDS: Final = 8
"""Bands of price, each of as many children, which keep a borough's money much as it is."""

YEARS: Final = 4
HALVES: Final = ((3, 31), (9, 30))
"""The dates that traits are taken at: the last month's end and, of the last years, the ends of March and September."""

WHO: Final = ["borough", "child"]


@dataclass(frozen=True)
class Traits:
    """Children, in order, and which of them has which trait: `has` is 1 where a child, a row, has a trait, a column."""

    children: pl.DataFrame
    names: list[str]
    has: csr_array


def traits(tables: Tables) -> Traits:
    """Find every trait of every child that any table knows."""
    children = everyone(tables)
    found = dict(_all(tables, children))
    once = {np.sort(who).tobytes(): name for name, who in reversed(found.items()) if len(who)}
    names = list(once.values())
    rows = np.concatenate([np.empty(0, np.int64), *(found[name] for name in names)])
    columns = np.repeat(np.arange(len(names)), [len(found[name]) for name in names])
    has = csr_array((np.ones(len(rows)), (rows, columns)), (children.height, len(names)))
    has.sort_indices()
    is_any = np.diff(has.indptr) > 0
    return Traits(children.filter(pl.Series(is_any)), names, has[np.flatnonzero(is_any)])


def everyone(tables: Tables) -> pl.DataFrame:
    """Give every child of every borough, in an order of their own, with their place in it as `_row`."""
    columns = [pl.col("borough").cast(pl.String), whose().alias("child"), pl.col("key")]
    parts = [tables[name].select(columns) for name in of_children(tables)]
    known = pl.concat(parts).group_by(WHO).agg(pl.col("key").min()).collect()
    return known.sort("key", *WHO).with_row_index("_row")


def whose() -> pl.Expr:
    """Give whose a row is: of a child that nobody knows, a name of its own."""
    return pl.coalesce("child", pl.format("no detail {}", "key"))


def of_children(tables: Tables) -> list[str]:
    """Name the tables whose rows are children's."""
    return sorted(name for name in tables if {"child", "key"} <= {*tables[name].collect_schema()})


def dates(tables: Tables) -> list[date]:
    """Give the dates that traits are taken at, the last one first."""
    end = month_end(data_date(tables))
    halves = [date(year, *half) for year in range(end.year - YEARS, end.year + 1) for half in HALVES]
    return [end, *sorted((day for day in halves if day < end), reverse=True)[: 2 * YEARS - 1]]


def month_end(day: date) -> date:
    """Give the last day, by a day, on which a month ended."""
    following = day + timedelta(days=1)
    return day if following.day == 1 else day.replace(day=1) - timedelta(days=1)


def _all(tables: Tables, children: pl.DataFrame) -> Iterator[tuple[str, np.ndarray]]:
    """Give each trait's name and who has it: of all dates at once, as a question takes long, however little it asks."""
    years = _years(dates(tables))
    for slug, by in _asked():
        sums = _sums(tables, children, METRICS[slug], by, years)
        yield from _who(sums.lazy().filter(pl.col("numerator") != 0), f"{slug}|{by}", by)
        if METRICS[slug].statistic is Statistic.SHARE and not by:
            yield from _who(sums.lazy().filter(pl.col("numerator") != pl.col("denominator")), f"{slug}|beside", ())
    banded = _sums(tables, children, METRICS[PRICE], (), years).lazy().with_columns(_band=_band())
    yield from _who(banded, "price", ("_band",))


def _who(sums: pl.LazyFrame, name: str, by: tuple[str, ...]) -> Iterator[tuple[str, np.ndarray]]:
    """Give the children of each date and group, in order."""
    for *group, who in sums.group_by("period_end", *by, maintain_order=True).agg("_row").collect().iter_rows():
        yield f"{name}|{group}", np.array(who, np.int64)


def _band() -> pl.Expr:
    """Give the band of price, of as many children each, at each date."""
    place = pl.struct("numerator", "_row").rank("ordinal").over("period_end") - 1
    return place * BANDS // pl.len().over("period_end")


def _years(days: list[date]) -> pl.DataFrame:
    """Give the twelve months to each date, in order."""
    spans = [When.year_to(day) for day in sorted(days)]
    return pl.DataFrame({"period_start": [span.start for span in spans], "period_end": [span.end for span in spans]})


def _asked() -> list[tuple[str, tuple[str, ...]]]:
    cut = [(slug, (name,)) for slug, names in CUT.items() for name in names]
    kinds = {Statistic.SHARE, Statistic.COUNT}
    of_children = [
        slug for slug, card in METRICS.items() if any(each.is_of_children for each in declared_of(card.needs))
    ]
    whole = [slug for slug in of_children if METRICS[slug].statistic in kinds and slug not in NOT_OF_CHILDREN]
    return [*cut, *((slug, ()) for slug in whole)]


def _sums(
    tables: Tables, children: pl.DataFrame, metric: Metric, by: tuple[str, ...], years: pl.DataFrame
) -> pl.DataFrame:
    """Give what each child comes to in each group in the year to each date: `_row`, numerator, denominator."""
    span = When(years["period_start"][0], years["period_end"][-1])
    rows = rows_of(Question(metric, by, {}, span, years), tables)
    columns = [pl.col("borough").cast(pl.String), "period_end", *by, "numerator", "denominator", whose().alias("child")]
    known = rows.select(columns).collect().join(children.select("_row", *WHO), on=WHO)
    groups = ["period_end", *by, "_row"]
    return known.group_by(groups).agg(pl.col("numerator", "denominator").sum()).sort(groups)
