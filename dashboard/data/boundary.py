"""Where one borough's people stop: their own boroughs by name, of the others only what they come to together.

A figure of the others is never one borough's: where a single other borough is loaded, or has any part in a measure,
what it and the reader's own come to is withheld, as taking one's own away would tell it. A cell that is named after
another borough (its own homes, children living there) is withheld too, unless it is of the reader's own children.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from dashboard.scope import OTHERS
from loaders.authorities import authority
from metrics.marks import CONFIDENTIAL
from metrics.values import FIGURES

BOROUGH: Final = "borough"

PLACES: Final = ("host_authority", "provider")
"""Groupings whose values may be named after a borough."""

FEWEST: Final = 2
"""Other boroughs that a figure of the others is of, at least."""


Where = Mapping[str, tuple[str, ...]]
Measure = Callable[[tuple[str, ...], Where], pl.DataFrame]


@dataclass(frozen=True)
class Boundary:
    """The reader's own boroughs, the others that are loaded, and those of them that have a part in a measure."""

    own: tuple[str, ...]
    others: tuple[str, ...]
    givers: frozenset[str]
    is_of_boroughs: bool = True
    """Whether the measure can be kept to some boroughs."""

    @property
    def is_alone(self) -> bool:
        """Say whether there is no telling the others together."""
        return len(self.others) < FEWEST or not self.is_of_boroughs

    @property
    def withholds(self) -> bool:
        """Say whether a figure with the others in it would tell one of them."""
        return len(self.others) < FEWEST or len(self.givers) == 1


def merged(loaded: tuple[str, ...], own: tuple[str, ...] | None) -> tuple[str, ...]:
    """Give the boroughs that may be shown: one's own by name, and the others together where they are two or more."""
    if own is None:
        return loaded
    others = [name for name in loaded if name not in own]
    return (*(name for name in loaded if name in own), *([OTHERS] if len(others) >= FEWEST else []))


def refused(where: Where, own: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    """Name what a question asks of another borough by name."""
    asked = where.get(BOROUGH)
    theirs = [name for name in asked or () if name not in (*own, OTHERS)]
    if asked and all(name in own for name in asked):
        return theirs
    return theirs + [value for place in PLACES for value in where.get(place, ()) if is_named_after(value, others)]


def is_named_after(value: object, others: tuple[str, ...]) -> bool:
    """Say whether a value is another borough's name, or its council's."""
    known = authority(str(value))
    return known is not None and known.name in others


def within(boundary: Boundary, by: tuple[str, ...], where: Where, measure: Measure) -> pl.DataFrame:
    """Measure what may be told: rows of one's own boroughs, `Other boroughs`, and figures of them all."""
    asked = where.get(BOROUGH)
    if asked and all(name in boundary.own for name in asked):
        return _kept(measure(by, where), asked) if BOROUGH in by else measure(by, where)
    if BOROUGH in by:
        rows = [_by_name(boundary, by, where, measure), _together(boundary, by, where, measure)]
        return pl.concat([frame for frame in rows if frame is not None], how="vertical_relaxed")
    told = measure(by, _resolved(boundary, where))
    return _withheld(told, _may_not_be_told(boundary, by))


def _by_name(boundary: Boundary, by: tuple[str, ...], where: Where, measure: Measure) -> pl.DataFrame:
    """Rows of one's own boroughs, measured beside the others so that what is hidden holds across all of them."""
    rest = {name: values for name, values in where.items() if name != BOROUGH}
    return _kept(measure(by, rest), where.get(BOROUGH, boundary.own)).filter(pl.col(BOROUGH).is_in(boundary.own))


def _together(boundary: Boundary, by: tuple[str, ...], where: Where, measure: Measure) -> pl.DataFrame | None:
    if boundary.is_alone or OTHERS not in where.get(BOROUGH, (OTHERS,)):
        return None
    line = tuple(name for name in by if name != BOROUGH)
    rows = measure(line, {**where, BOROUGH: boundary.others})
    told = _withheld(rows, _may_not_be_told(boundary, line))
    return told.with_columns(pl.lit(OTHERS).alias(BOROUGH)).select(*by, *FIGURES)


def _kept(rows: pl.DataFrame, names: tuple[str, ...]) -> pl.DataFrame:
    return rows.with_columns(pl.col(BOROUGH).cast(pl.String)).filter(pl.col(BOROUGH).is_in(names))


def _resolved(boundary: Boundary, where: Where) -> dict[str, tuple[str, ...]]:
    asked = where.get(BOROUGH)
    if asked is None:
        return dict(where)
    meant = [name for name in asked if name in boundary.own]
    return {**where, BOROUGH: (*meant, *boundary.others) if OTHERS in asked else tuple(meant)}


def _may_not_be_told(boundary: Boundary, by: tuple[str, ...]) -> pl.Expr:
    """Whether a cell with the others in it would tell one of them, or is named after one."""
    places = [pl.col(place).cast(pl.String) for place in by if place in PLACES]
    names = [_named_after(place, boundary.others) for place in places]
    return pl.any_horizontal(pl.lit(boundary.withholds), *names)


def _named_after(place: pl.Expr, others: tuple[str, ...]) -> pl.Expr:
    told = place.map_elements(lambda value: is_named_after(value, others), return_dtype=pl.Boolean)
    return told.fill_null(value=False)


def _withheld(rows: pl.DataFrame, which: pl.Expr) -> pl.DataFrame:
    figures = [name for name in FIGURES if name in rows.columns and name != "mark"]
    blank = [pl.when(which).then(None).otherwise(pl.col(name)).alias(name) for name in figures]
    mark = pl.when(which).then(pl.lit(CONFIDENTIAL)).otherwise(pl.col("mark").cast(pl.String)).alias("mark")
    return rows.with_columns(*blank, mark)
