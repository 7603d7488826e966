"""Made-up consolidated tables of any size: seeded, no child real, as many rows as so many authorities have."""

from datetime import date, datetime
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from loaders.consolidated import CONSOLIDATED
from metrics.populations import Tables

SEED: Final = 2026
END: Final = date(2026, 9, 30)
CHILDREN: Final = 274
"""Children who begin to be looked after in an authority in a year: 625,000 in 152 over 15 years."""
MOVES: Final = 3.8
"""Episodes of a child after the first."""
INCIDENTS: Final = 440
"""Missing-from-home incidents of an authority in a year: a million in 152 over 15 years."""
INDICATORS: Final = 12
SOURCES: Final = ("ssda903_episodes", "ssda903_header", "ssda903_uasc", "costs", "needs", "incidents")

Numbers = NDArray[np.int64]


def national_tables(boroughs: int, years: int) -> Tables:
    """Make the tables of some authorities over the years to September 2026."""
    chance = np.random.default_rng(SEED)
    names = pl.Series([f"Authority {number:03d}" for number in range(boroughs)])
    last = (END - date(1970, 1, 1)).days
    first = last - 365 * years
    episodes = _episodes(chance, names, first, last, CHILDREN * boroughs * years)
    frames = {"episodes": episodes, "costs": _costs(chance, episodes), "needs": _needs(chance, episodes)}
    frames["incidents"] = _incidents(chance, episodes, INCIDENTS * boroughs * years)
    frames["loaded"] = _loaded(names, years)
    empty = {name: schema.create_empty() for name, schema in CONSOLIDATED.items()}
    return {name: whole(name, frames[name]).lazy() if name in frames else empty[name].lazy() for name in empty}


def _episodes(chance: np.random.Generator, names: pl.Series, first: int, last: int, children: int) -> pl.DataFrame:
    borough = np.sort(chance.integers(0, len(names), children))
    spells = chance.poisson(MOVES, children) + 1
    child = np.repeat(np.arange(children), spells)
    days = chance.exponential(120, len(child)).astype(np.int64) + 1
    begun = np.repeat(chance.integers(first, last, children), spells) + _before(days, spells)
    there = begun <= last
    child, begun, ended = child[there], begun[there], (begun + days)[there]
    return pl.DataFrame(
        {
            "borough": names.gather(pl.Series(borough[child])),
            "child": pl.Series(child).cast(pl.String),
            "started": days_of(begun),
            "ended": pl.select(pl.when(pl.Series(ended <= last)).then(days_of(ended))).to_series(),
            "placement_group": _labels(chance, "episodes", "placement_group", len(child)),
            "sex": _labels(chance, "episodes", "sex", len(child)),
            "provider": pl.Series([f"Provider {number}" for number in range(60)]).gather(
                pl.Series(chance.integers(0, 60, len(child)))
            ),
            "is_out_of_area": chance.random(len(child)) < 0.4,
            "is_short_break": chance.random(len(child)) < 0.02,
            "key": (child * 2_654_435_761 % 2**32).astype(np.uint32),
        }
    )


def _before(days: Numbers, spells: Numbers) -> Numbers:
    """Give the days of a child's earlier episodes, before each."""
    running = np.cumsum(days) - days
    firsts = np.cumsum(spells) - spells
    return running - np.repeat(running[firsts], spells)


def _costs(chance: np.random.Generator, episodes: pl.DataFrame) -> pl.DataFrame:
    rows = episodes.filter(pl.Series(chance.random(episodes.height) < 0.5)).drop("is_out_of_area", "is_short_break")
    cost = chance.gamma(4, 400, rows.height).round(2)
    kind = _labels(chance, "costs", "placement_type", rows.height)
    return rows.drop("sex").with_columns(placement_type=kind, weekly_cost=pl.Series(cost))


def _needs(chance: np.random.Generator, episodes: pl.DataFrame) -> pl.DataFrame:
    """Give one assessment of twelve indicators a child, on the day of the first episode."""
    firsts = episodes.unique("child", keep="first", maintain_order=True).select("borough", "child", date="started")
    each = pl.DataFrame({"indicator": CONSOLIDATED["needs"].columns()["indicator"].dtype.categories[:INDICATORS]})  # pyright: ignore[reportAttributeAccessIssue]
    rows = firsts.join(each, how="cross")
    return rows.with_columns(score=pl.Series(chance.integers(0, 4, rows.height), dtype=pl.Int8))


def _incidents(chance: np.random.Generator, episodes: pl.DataFrame, rows: int) -> pl.DataFrame:
    of = pl.Series(chance.integers(0, episodes.height, rows))
    return episodes.select("borough", "child", date="started")[of].sort("borough")


def _loaded(names: pl.Series, years: int) -> pl.DataFrame:
    kinds = pl.DataFrame({"source": SOURCES}).join(
        pl.DataFrame({"return_year": range(END.year - years - 1, END.year + 2)}), how="cross"
    )
    of = pl.DataFrame({"borough": names}).join(kinds, how="cross")
    return of.with_columns(as_at=pl.lit(END), rows=1, set_aside=0, loaded_at=pl.lit(datetime(2026, 10, 1)))


def _labels(chance: np.random.Generator, table: str, column: str, rows: int) -> pl.Series:
    dtype = CONSOLIDATED[table].columns()[column].dtype
    assert isinstance(dtype, pl.Enum)
    return dtype.categories.gather(pl.Series(chance.integers(0, len(dtype.categories), rows))).cast(dtype)


def days_of(days: Numbers) -> pl.Series:
    """Give numbers of days since 1970 as dates."""
    return pl.Series(days.astype(np.int32)).cast(pl.Date)


def whole(name: str, frame: pl.DataFrame) -> pl.DataFrame:
    """Put in the columns that are not made: unknown where that may be, else the first label, no, zero, some day."""
    columns = CONSOLIDATED[name].columns()
    filled = [_filled(frame, column, definition.dtype, definition.nullable) for column, definition in columns.items()]
    return frame.select(filled)


def _filled(frame: pl.DataFrame, name: str, dtype: pl.DataType, nullable: bool) -> pl.Expr:
    if name in frame.columns:
        return pl.col(name).cast(dtype)
    if nullable:
        return pl.lit(None, dtype).alias(name)
    if isinstance(dtype, pl.Enum):
        return pl.lit(dtype.categories[0], dtype).alias(name)
    if dtype == pl.Date and "started" in frame.columns:
        return pl.col("started").alias(name)
    if dtype == pl.String:
        return pl.lit("").alias(name)
    return pl.lit(END if dtype == pl.Date else 0).cast(dtype).alias(name)
