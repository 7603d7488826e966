"""Where one borough's people stop: their own boroughs by name, of the others only what they come to together.

A figure of the others is never one borough's. In each cell (a month, a provider, an age) the other boroughs that have
a part in it are counted: where there is just one, what it and the reader's own come to is withheld, as taking one's
own away would tell it; and with a single cell of a line the next smallest, as the line's total would tell it. A cell
of another borough's own provision, or of children living there, is withheld too, unless it is of the reader's own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

import polars as pl

from dashboard.scope import OTHERS
from loaders.authorities import authority
from metrics.marks import CONFIDENTIAL
from metrics.values import FIGURES
from metrics.when import STEPS

BOROUGH: Final = "borough"
AUTHORITY: Final = "host_authority"
PROVIDER: Final = "provider"

FEWEST: Final = 2
"""Other boroughs that a figure of the others is of, at least."""


Where = Mapping[str, tuple[str, ...]]
Measure = Callable[[tuple[str, ...], Where], pl.DataFrame]
Owners = Mapping[str, frozenset[str]]
"""By provider, the boroughs whose own provision it is."""


@dataclass(frozen=True)
class Boundary:
    """The reader's own boroughs, the others that are loaded, and whose own provision each provider is.

    `is_of_boroughs`: whether the measure can be kept to some boroughs; `is_by_borough`: whether it can be grouped by
    them, without which every other borough is taken to have a part in each cell.
    """

    own: tuple[str, ...]
    others: tuple[str, ...]
    owners: Owners = field(default_factory=dict[str, frozenset[str]])
    is_of_boroughs: bool = True
    is_by_borough: bool = True

    @property
    def is_alone(self) -> bool:
        """Say whether the others cannot be shown together."""
        return len(self.others) < FEWEST or not self.is_of_boroughs

    def is_of_others(self, dimension: str, value: object) -> bool:
        """Say whether a provider or an area is another borough's."""
        if dimension == PROVIDER and not self.owners.get(str(value), frozenset()).isdisjoint(self.others):
            return True
        return dimension in (PROVIDER, AUTHORITY) and is_named_after(value, self.others)


def merged(loaded: tuple[str, ...], own: tuple[str, ...] | None) -> tuple[str, ...]:
    """Give the boroughs that may be shown: one's own by name, and the others together where they are two or more."""
    if own is None:
        return loaded
    others = [name for name in loaded if name not in own]
    return (*(name for name in loaded if name in own), *([OTHERS] if len(others) >= FEWEST else []))


def refused(where: Where, boundary: Boundary) -> list[str]:
    """Name what a question asks of another borough by name."""
    asked = where.get(BOROUGH)
    theirs = [name for name in asked or () if name not in (*boundary.own, OTHERS)]
    if asked and all(name in boundary.own for name in asked):
        return theirs
    return theirs + [value for name, values in where.items() for value in values if boundary.is_of_others(name, value)]


def is_named_after(value: object, others: tuple[str, ...]) -> bool:
    """Say whether a value is another borough's name, or its council's."""
    known = authority(str(value))
    return known is not None and known.name in others


def within(boundary: Boundary, by: tuple[str, ...], where: Where, measure: Measure, exact: Measure) -> pl.DataFrame:
    """Measure what may be shown: rows of one's own boroughs, `Other boroughs`, and figures of them all.

    `measure` gives figures of the reader's release, `exact` the same with nothing hidden, of the same tables: it
    counts who has a part in them.
    """
    asked = where.get(BOROUGH)
    if asked and all(name in boundary.own for name in asked):
        return _kept(measure(by, where), asked) if BOROUGH in by else measure(by, where)
    if BOROUGH in by:
        rows = [_by_name(boundary, by, where, measure), _together(boundary, by, where, measure, exact)]
        return pl.concat([frame for frame in rows if frame is not None], how="vertical_relaxed")
    return _withheld(measure(by, _resolved(boundary, where)), boundary, by, where, exact)


def _by_name(boundary: Boundary, by: tuple[str, ...], where: Where, measure: Measure) -> pl.DataFrame:
    """Rows of one's own boroughs, measured beside the others so that what is hidden holds across all of them."""
    rest = {name: values for name, values in where.items() if name != BOROUGH}
    return _kept(measure(by, rest), where.get(BOROUGH, boundary.own)).filter(pl.col(BOROUGH).is_in(boundary.own))


def _together(
    boundary: Boundary, by: tuple[str, ...], where: Where, measure: Measure, exact: Measure
) -> pl.DataFrame | None:
    if boundary.is_alone or OTHERS not in where.get(BOROUGH, (OTHERS,)):
        return None
    line = tuple(name for name in by if name != BOROUGH)
    rows = measure(line, {**where, BOROUGH: boundary.others})
    shown = _withheld(rows, boundary, line, where, exact)
    return shown.with_columns(pl.lit(OTHERS).alias(BOROUGH)).select(*by, *FIGURES)


def _kept(rows: pl.DataFrame, names: tuple[str, ...]) -> pl.DataFrame:
    return rows.with_columns(pl.col(BOROUGH).cast(pl.String)).filter(pl.col(BOROUGH).is_in(names))


def _resolved(boundary: Boundary, where: Where) -> dict[str, tuple[str, ...]]:
    asked = where.get(BOROUGH)
    if asked is None:
        return dict(where)
    meant = [name for name in asked if name in boundary.own]
    return {**where, BOROUGH: (*meant, *boundary.others) if OTHERS in asked else tuple(meant)}


def _withheld(
    rows: pl.DataFrame, boundary: Boundary, line: tuple[str, ...], where: Where, exact: Measure
) -> pl.DataFrame:
    """Blank and mark the cells that would tell of one of the others."""
    if rows["mark"].cast(pl.String).eq_missing(CONFIDENTIAL).all():
        return rows  # not answered at all, or all of it hidden already
    if len(boundary.others) < FEWEST:
        return _blank(rows.with_columns(_single=pl.lit(value=True)))
    theirs = [_of_others(name, boundary) for name in line if name in (PROVIDER, AUTHORITY)]
    counted = _with_givers(rows, boundary, line, where, exact)
    return _blank(_with_second(counted.with_columns(_single=pl.any_horizontal(pl.col("_givers") == 1, *theirs)), line))


def _with_givers(
    rows: pl.DataFrame, boundary: Boundary, line: tuple[str, ...], where: Where, exact: Measure
) -> pl.DataFrame:
    """Add `_givers`: how many of the others have a part in each cell."""
    if not boundary.is_by_borough:
        return rows.with_columns(_givers=pl.lit(len(boundary.others)))
    parts = exact((*line, BOROUGH), {**where, BOROUGH: boundary.others})
    there = parts.filter((pl.col("n") > 0) | (pl.col("numerator") != 0) | (pl.col("denominator") != 0))
    count = pl.col(BOROUGH).n_unique().cast(pl.Int64).alias("_givers")
    if not line:
        return rows.with_columns(_givers=pl.lit(there.select(count).item()))
    keys = [pl.col(name).cast(pl.String).alias(f"_{name}") for name in line]
    counted = there.group_by(keys).agg(count)
    names = [f"_{name}" for name in line]
    both = rows.with_columns(keys).join(counted, on=names, how="left", nulls_equal=True, maintain_order="left")
    return both.drop(names)


def _of_others(name: str, boundary: Boundary) -> pl.Expr:
    def is_theirs(value: str) -> bool:
        return boundary.is_of_others(name, value)

    return pl.col(name).cast(pl.String).map_elements(is_theirs, return_dtype=pl.Boolean).fill_null(value=False)


def _with_second(rows: pl.DataFrame, line: tuple[str, ...]) -> pl.DataFrame:
    """Withhold the smallest other cell of every line of which one is withheld: its total would tell that one."""
    rows = rows.with_columns(pl.col("_single").fill_null(value=False))
    for dimension in sorted(line, key=lambda name: name in STEPS):
        over = [name for name in line if name != dimension] or [pl.lit(0)]
        candidate = pl.when(~pl.col("_single") & (pl.col("n") > 0)).then("n")
        alone = pl.col("_single").sum().over(over) == 1
        is_smallest = candidate.rank("ordinal").over(over) == 1
        rows = rows.with_columns(_single=pl.col("_single") | (alone & is_smallest).fill_null(value=False))
    return rows


def _blank(rows: pl.DataFrame) -> pl.DataFrame:
    figures = [name for name in FIGURES if name in rows.columns and name != "mark"]
    blank = [pl.when("_single").then(None).otherwise(pl.col(name)).alias(name) for name in figures]
    mark = pl.when("_single").then(pl.lit(CONFIDENTIAL)).otherwise(pl.col("mark").cast(pl.String)).alias("mark")
    return rows.with_columns(*blank, mark=mark).drop("_single", "_givers", strict=False)
