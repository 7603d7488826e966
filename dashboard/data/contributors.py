"""Who has a part in each cell of a figure, and which cells are withheld so that none tells of a single borough.

A part is counted in what is divided, in what it is divided by and in who is counted: a figure is one borough's where
any of these is. Cells that are withheld of a line together have to be of two or more boroughs too, as what the line
comes to less its other cells tells what these come to.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import polars as pl

from metrics.periods import STEPS

PARTS: Final = ("numerator", "denominator", "n")

Givers = tuple[frozenset[str], ...]
"""Who has a part in a cell, by each of `PARTS`."""

NOBODY: Final[Givers] = tuple(frozenset[str]() for _ in PARTS)

Key = tuple[str | None, ...]


def givers(rows: pl.DataFrame, line: Sequence[str], parts: pl.DataFrame, who: str) -> list[Givers]:
    """Give who has a part in each of some rows. `parts` are the same figures exact, of each giver, named in `who`."""
    found: dict[Key, list[set[str]]] = {}
    for key, row in zip(_keys(parts, line), parts.iter_rows(named=True), strict=True):
        sets = found.setdefault(key, [set() for _ in PARTS])
        for name, known in zip(PARTS, sets, strict=True):
            if row[name]:
                known.add(str(row[who]))
    return [tuple(frozenset(known) for known in found.get(key, NOBODY)) for key in _keys(rows, line)]


def are_one(cells: Iterable[Givers]) -> bool:
    """Say whether what some cells come to is a single borough's."""
    return any(len(frozenset[str]().union(*known)) == 1 for known in zip(NOBODY, *cells, strict=True))


def with_seconds(single: Sequence[bool], rows: pl.DataFrame, line: Sequence[str], who: Sequence[Givers]) -> list[bool]:
    """Withhold besides the smallest cells of every line of which those withheld would be told by the rest of it.

    Only a cell of others guards another: what the reader has, the reader can take away.
    """
    hidden, before = list(single), list[bool]()
    sizes = [size or 0 for size in rows["n"].to_list()]
    while hidden != before:
        before = list(hidden)
        for places in _lines(rows, line):
            _guard(hidden, places, sizes, who)
    return hidden


def _guard(hidden: list[bool], places: Sequence[int], sizes: Sequence[float], who: Sequence[Givers]) -> None:
    of_others = [place for place in places if any(who[place])]
    left = sorted((place for place in of_others if not hidden[place]), key=lambda place: sizes[place])
    for place in left:
        among = [who[at] for at in of_others if hidden[at]]
        if not among or (len(among) > 1 and not are_one(among)):
            return
        hidden[place] = True


def _lines(rows: pl.DataFrame, line: Sequence[str]) -> Iterable[list[int]]:
    """Give the places of each line's cells: one line a dimension and the values of the others, months last."""
    for dimension in sorted(line, key=lambda name: name in STEPS):
        over = [name for name in line if name != dimension]
        found: dict[Key, list[int]] = {}
        for place, key in enumerate(_keys(rows, over)):
            found.setdefault(key, []).append(place)
        yield from found.values()


def _keys(rows: pl.DataFrame, names: Sequence[str]) -> list[Key]:
    if not names:
        return [()] * rows.height
    return [tuple(map(_text, row)) for row in rows.select(names).iter_rows()]


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
