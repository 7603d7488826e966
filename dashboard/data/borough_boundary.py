"""Where one borough's people stop: their own boroughs by name, of the others only what they come to together.

A figure of the others is never one borough's. In each cell (a month, a provider, an age) the other boroughs that have
a part in it are counted (`givers`): where there is just one, what it and the reader's own come to is withheld, as
taking one's own away would tell it. A cell of another borough's own provision, or of children living there, is
withheld too, unless it is of the reader's own. A figure of one's own that is worked out beside the others' (what need
does not explain of a price) is withheld where that is beside just one.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import polars as pl

from dashboard.auth.permissions import OTHERS
from dashboard.data.contributors import PARTS, Givers, are_one, givers, with_seconds
from dashboard.data.price_lenders import LENDER
from loaders.authorities import authority
from metrics.engine.values import FIGURES
from metrics.shorthand import CONFIDENTIAL

BOROUGH: Final = "borough"
AUTHORITY: Final = "host_authority"
PROVIDER: Final = "provider"

FEWEST: Final = 2
"""Other boroughs that a figure of the others is of, at least."""


Where = Mapping[str, tuple[str, ...]]
Measure = Callable[[tuple[str, ...], Where], pl.DataFrame]
Lent = Callable[[tuple[str, ...], Where], pl.DataFrame | None]
Owners = Mapping[str, frozenset[str]]
"""By provider, the boroughs whose own provision it is."""


@dataclass(frozen=True)
class Boundary:
    """The reader's own boroughs, the others that are loaded, and whose own provision each provider is.

    `is_of_boroughs`: whether the measure can be kept to some boroughs; `is_by_borough`: whether it can be grouped by
    them, without which every other borough is taken to have a part in each cell. `named`: the providers that may be
    named (None: all).
    """

    own: tuple[str, ...]
    others: tuple[str, ...]
    owners: Owners = field(default_factory=dict[str, frozenset[str]])
    is_of_boroughs: bool = True
    is_by_borough: bool = True
    named: frozenset[str] | None = None

    @property
    def is_alone(self) -> bool:
        """Say whether the others cannot be shown together."""
        return self.is_beside_one or not self.is_of_boroughs

    @property
    def is_beside_one(self) -> bool:
        """Say whether there is just one other borough, so that nothing may be told of all together."""
        return len(self.others) < FEWEST and self.is_of_boroughs

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


def within(
    boundary: Boundary, by: tuple[str, ...], where: Where, measure: Measure, exact: Measure, lent: Lent | None = None
) -> pl.DataFrame:
    """Measure what may be shown: rows of one's own boroughs, `Other boroughs`, and figures of them all.

    `measure` gives figures of the reader's release, `exact` the same with nothing hidden, of the same tables: it
    counts who has a part in them. `lent` says beside whose prices one's own figures are worked out.
    """
    asked = where.get(BOROUGH)
    if asked and all(name in boundary.own for name in asked):
        rows = measure(by, where)
        return _unless_lent(_kept(rows, asked) if BOROUGH in by else rows, boundary, by, where, lent)
    if BOROUGH in by:
        rows = [_by_name(boundary, by, where, measure, lent), _together(boundary, by, where, measure, exact)]
        return pl.concat([frame for frame in rows if frame is not None], how="vertical_relaxed")
    if boundary.is_beside_one:
        return _of_own_rows(boundary, by, where, measure, lent)
    return _withheld(measure(by, _resolved(boundary, where)), boundary, by, where, exact)


def _of_own_rows(
    boundary: Boundary, by: tuple[str, ...], where: Where, measure: Measure, lent: Lent | None
) -> pl.DataFrame:
    """Withhold all of it, and list no row but one's own: a row of the only other borough would tell where it has some.

    Where one's own rows depend on it too, every category is listed.
    """
    own = tuple(name for name in _resolved(boundary, where).get(BOROUGH, boundary.own) if name in boundary.own)
    of_own = {**where, BOROUGH: own}
    rows = measure(by, of_own)
    if by and lent is not None and lent(by, of_own) is not None:
        rows = _every_category(rows, by)
    return _without_names(_all_blank(rows), boundary)


def _every_category(rows: pl.DataFrame, by: tuple[str, ...]) -> pl.DataFrame:
    """List every category of the only grouping without a figure; no row where these are not a list."""
    name, *more = by
    kind = rows.schema[name]
    if more or not isinstance(kind, pl.Enum):
        return rows.clear()
    return pl.DataFrame({name: kind.categories.cast(kind)}).join(rows.clear(), on=name, how="left").select(rows.columns)


def _by_name(
    boundary: Boundary, by: tuple[str, ...], where: Where, measure: Measure, lent: Lent | None
) -> pl.DataFrame:
    """Rows of one's own boroughs, measured beside the others so that what is hidden holds across all of them."""
    rest = {name: values for name, values in where.items() if name != BOROUGH}
    own = tuple(name for name in where.get(BOROUGH, boundary.own) if name in boundary.own)
    return _unless_lent(_kept(measure(by, rest), own), boundary, by, {**rest, BOROUGH: own}, lent)


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
    if _is_hidden(rows):
        return rows
    if len(boundary.others) < FEWEST:
        return _without_names(_all_blank(rows), boundary)
    who = _givers(rows, boundary, line, where, exact)
    is_theirs = rows.with_columns(_theirs=_is_of_others(line, boundary))["_theirs"]
    single = [is_of_them or are_one([each]) for is_of_them, each in zip(is_theirs, who, strict=True)]
    return _without_names(_blank(rows, with_seconds(single, rows, line, who)), boundary)


def _without_names(rows: pl.DataFrame, boundary: Boundary) -> pl.DataFrame:
    """Leave out the withheld cells of providers that may not be named: who these are would tell of a borough."""
    if boundary.named is None or PROVIDER not in rows.columns:
        return rows
    is_named = pl.col(PROVIDER).cast(pl.String).is_in(boundary.named).fill_null(value=True)
    return rows.filter(is_named | pl.col("mark").ne_missing(CONFIDENTIAL))


def _is_hidden(rows: pl.DataFrame) -> bool:
    """Say whether nothing is shown anyway: not answered at all, or all of it hidden already."""
    return rows["mark"].cast(pl.String).eq_missing(CONFIDENTIAL).all()


def _givers(
    rows: pl.DataFrame, boundary: Boundary, line: tuple[str, ...], where: Where, exact: Measure
) -> list[Givers]:
    """Give which of the others have a part in each cell."""
    if not boundary.is_by_borough:
        return [tuple(frozenset(boundary.others) for _ in PARTS)] * rows.height
    return givers(rows, line, exact((*line, BOROUGH), {**where, BOROUGH: boundary.others}), BOROUGH)


def _unless_lent(
    rows: pl.DataFrame, boundary: Boundary, by: tuple[str, ...], where: Where, lent: Lent | None
) -> pl.DataFrame:
    """Blank and mark the reader's own cells that are worked out beside just one of the others.

    Where there is but one all of them are, so that nothing tells beside which it has anything.
    """
    parts = None if lent is None or rows.is_empty() or _is_hidden(rows) else lent(by, where)
    if parts is None:
        return rows
    if boundary.is_beside_one:
        return _all_blank(rows)
    who = givers(rows, by, parts, LENDER)
    return _blank(rows, with_seconds([are_one([each]) for each in who], rows, by, who))


def _is_of_others(line: tuple[str, ...], boundary: Boundary) -> pl.Expr:
    """Say whether a cell is of a provider or an area that is another borough's."""
    named = [name for name in line if name in (PROVIDER, AUTHORITY)]
    return pl.any_horizontal(pl.lit(value=False), *(_of_others(name, boundary) for name in named))


def _of_others(name: str, boundary: Boundary) -> pl.Expr:
    def is_theirs(value: str) -> bool:
        return boundary.is_of_others(name, value)

    return pl.col(name).cast(pl.String).map_elements(is_theirs, return_dtype=pl.Boolean).fill_null(value=False)


def _all_blank(rows: pl.DataFrame) -> pl.DataFrame:
    return _blank(rows, [True] * rows.height)


def _blank(rows: pl.DataFrame, single: Sequence[bool]) -> pl.DataFrame:
    is_single = pl.Series(single, dtype=pl.Boolean)
    figures = [name for name in FIGURES if name in rows.columns and name != "mark"]
    blank = [pl.when(is_single).then(None).otherwise(pl.col(name)).alias(name) for name in figures]
    mark = pl.when(is_single).then(pl.lit(CONFIDENTIAL)).otherwise(pl.col("mark").cast(pl.String)).alias("mark")
    return rows.with_columns(*blank, mark=mark)
