"""Which columns of a file part the children (filters) and which hold figures (indicators).

The publisher's `.meta.csv` says. Without it a column of numbers and symbols holds figures, unless rows repeat: no two
rows are of the same area, period and group, so where they are, numbers were taken for figures that tell groups apart,
such as the number of placements. Where no reading makes the rows differ the file is refused, never half read.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final, NamedTuple

import polars as pl

from loaders.intake.blanks import BLANKS
from loaders.kinds.kind import ONCE
from loaders.published.figure import is_figure, plain_number, symbol
from loaders.published.meta import INDICATOR, Meta
from loaders.published.telling import ROW, TOGETHER, Telling, is_called_a_figure
from loaders.reading.headings import plain, published_heading

NEARLY_ALL: Final = 0.9
"""Part of the cells that are figures or symbols in a column of figures; the others are told one by one."""
MOST: Final = 0.5
"""Part of the cells that are figures in a column that may be of either kind, for its words could be symbols too."""
SURE: Final = ["c", "x", "z", "k", "u", "-", ":", "..", ".", "~", "*"]
"""Symbols that make a column of figures without a figure: F, K and low alone may be a sex, a need or a level."""
NO_WORD: Final = r"^([\[(].*[\])]|[^A-Za-z0-9]+)$"
"""What is a symbol by its looks: in brackets, or of marks alone."""
LIKE_A_SYMBOL: Final = r"^([^0-9]{1,4}|[<>≤≥]\s*[\d.,]+%?)$"
NO_SYMBOL: Final = frozenset({"all", "any", "none", "boys", "girl", "male"})
WHOLE: Final = r"^\d{1,6}$"


@dataclass(frozen=True)
class Roles:
    """Headings of each kind; `by_rows` are filters of numbers, known because rows repeat without them.

    `doubt` says why there is no telling.
    """

    filters: tuple[str, ...]
    figures: tuple[str, ...]
    by_rows: tuple[str, ...] = ()
    doubt: str = ""


class Look(NamedTuple):
    """What the cells of a column are: the part that reads as figures, and whether its words may all be symbols."""

    share: float
    is_whole: bool
    may_be_figures: bool


def roles_of(rows: pl.DataFrame, told_apart: list[str], meta: Meta) -> Roles:
    """Tell the kinds of columns apart, by their headings.

    `rows` has `row`, the file's own row number, and text by heading. `told_apart` are the columns of area and period;
    all others have a role.
    """
    others = [name for name in rows.columns if name not in (*told_apart, ROW)]
    looks = {name: _look(rows[name]) for name in others}
    said = {name: meta.get(plain(name)) for name in others}
    figures = [name for name in others if said[name] == INDICATOR or (said[name] is None and _is_sure(looks[name]))]
    unsure = [name for name in others if said[name] is None and looks[name].may_be_figures]
    filters = [name for name in others if name not in (*figures, *unsure)]
    numbers = [name for name in figures if said[name] is None and looks[name].is_whole]
    telling = Telling(rows, told_apart + filters, numbers)
    roles = _first_that_differs(Roles(tuple(filters), tuple(figures)), unsure, telling)
    return replace(roles, filters=_in_order(roles.filters, others), figures=_in_order(roles.figures, others))


def _in_order(names: Collection[str], columns: list[str]) -> tuple[str, ...]:
    return tuple(name for name in columns if name in names)


def _is_sure(look: Look) -> bool:
    return look.share >= NEARLY_ALL


def _first_that_differs(roles: Roles, unsure: list[str], telling: Telling) -> Roles:
    """The roles by which rows differ with as few columns as may be taken for filters."""
    for some in _subsets(unsure):
        if telling.by(some):
            return _with(roles, some, figures=[name for name in unsure if name not in some])
    found = replace(telling, sure=[*telling.sure, *unsure]).by_numbers()
    if len(found) == 1:
        return replace(_with(roles, [*unsure, *found[0]]), by_rows=found[0])
    names = " or ".join(" and ".join(map(published_heading, each)) for each in found)
    doubt = f"rows of one area and period may be told apart by {names}" if found else telling.alike()
    return replace(roles, doubt=doubt)


def _with(roles: Roles, filters: Iterable[str], figures: Iterable[str] = ()) -> Roles:
    more = tuple(filters)
    return Roles((*roles.filters, *more), tuple(name for name in (*roles.figures, *figures) if name not in more))


def _subsets(names: list[str]) -> Iterator[tuple[str, ...]]:
    """None of them, then each, and so on; all of them at last."""
    for size in range(min(len(names), TOGETHER) + 1):
        yield from combinations(names, size)
    if len(names) > TOGETHER:
        yield tuple(names)


FIGURE: Final = is_figure(pl.col("cell")).alias("figure")
SYMBOL: Final = symbol(pl.col("cell")).alias("symbol")


def _look(cells: pl.Series) -> Look:
    cell, bare = pl.col("cell"), plain_number(pl.col("cell")).is_not_null()
    tidy = cells.to_frame("cell").lazy().select(cell.str.strip_chars()).filter(cell.is_not_null(), ~cell.is_in(BLANKS))
    each = tidy.with_columns(bare=bare, is_whole=cell.str.contains(WHOLE)).collect(optimizations=ONCE)
    if each.is_empty():
        return Look(0.0, is_whole=False, may_be_figures=False)
    numbers = each["is_whole"].filter(each["bare"])
    odd = each.lazy().filter(~pl.col("bare")).group_by("cell").len()
    odd = odd.with_columns(FIGURE, SYMBOL).collect(optimizations=ONCE)
    dressed = int(odd["len"].filter(odd["figure"]).sum()) + len(numbers)
    words = odd.filter(~pl.col("figure") & pl.col("symbol").is_null())
    share = 1 - int(words["len"].sum()) / each.height
    is_sure = odd["symbol"].is_in(SURE).all() or (words.is_empty() and odd["cell"].str.contains(NO_WORD).any())
    return Look(
        share if dressed or is_sure or is_called_a_figure(cells.name) else 0.0,
        is_whole=not numbers.is_empty() and bool(numbers.all()),
        may_be_figures=dressed >= MOST * each.height and share < NEARLY_ALL and _may_be_symbols(words["cell"]),
    )


def _may_be_symbols(words: pl.Series) -> bool:
    return bool(words.str.contains(LIKE_A_SYMBOL).all()) and not set(words.str.to_lowercase()) & NO_SYMBOL
