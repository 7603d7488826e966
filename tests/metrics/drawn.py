"""Columns drawn at random, as a schema declares them."""

from datetime import date, timedelta
from typing import Any, Final

import dataframely as dy
import numpy as np
import polars as pl

BOROUGHS: Final = ["Brent", "Ealing", "Hounslow"]
HOSTS: Final = [*BOROUGHS, "Camden", "Kent", "Wales"]
REGIONS: Final = {"Kent": "South East", "Wales": "Wales"}
FIRST, LAST = date(2019, 1, 1), date(2026, 9, 30)
NULLS: Final = 0.06

Random = np.random.Generator


def filled(frame: pl.DataFrame, schema: type[dy.Schema], rng: Random) -> pl.DataFrame:
    """Draw the columns that a frame lacks."""
    absent = {name: column for name, column in schema.columns().items() if name not in frame.columns}
    return frame.with_columns(_drawn(name, column, len(frame), rng) for name, column in absent.items())


def _drawn(name: str, column: dy.Column, rows: int, rng: Random) -> pl.Series:
    values = _values(name, column, rows, rng)
    blank = rng.random(rows) < (NULLS if column.nullable else 0)
    return pl.Series(name, [None if empty else value for empty, value in zip(blank, values, strict=True)])


def _values(name: str, column: dy.Column, rows: int, rng: Random) -> list[Any]:
    if isinstance(column, dy.Enum):
        return rng.choice(column.dtype.categories.to_list(), rows).tolist()
    if isinstance(column, dy.Bool):
        return (rng.random(rows) < (0.1 if name in {"is_short_break", "is_temporary"} else 0.5)).tolist()
    if isinstance(column, dy.String):
        named = {"borough": BOROUGHS, "authority": BOROUGHS, "host_authority": HOSTS}
        named["host_region"] = ["London", *REGIONS.values()]
        return rng.choice(named.get(name, [f"{name} {letter}" for letter in "ABCDEF"]), rows).tolist()
    if isinstance(column, dy.Date | dy.Datetime):
        return [day(rng) for _ in range(rows)]
    return (rng.integers(0, 4, rows) if name in {"score", "first_score"} else rng.integers(0, 40, rows)).tolist()


def cast(frame: pl.DataFrame, schema: type[dy.Schema]) -> pl.DataFrame:
    """Give a frame the columns of a schema, in its order and types."""
    return schema.cast(frame.select(list(schema.columns())))


def day(rng: Random) -> date:
    """Draw a day that the returns may speak of."""
    return FIRST + timedelta(days=int(rng.integers(0, (LAST - FIRST).days)))
