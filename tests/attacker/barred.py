"""Tables that nobody may read: whatever does so fails, and is on record."""

import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from metrics.disclosure import Protected, microdata
from metrics.disclosure.traits import of_children
from metrics.engine.table_cache import Held
from metrics.populations import Tables

COUNTED = ("rows", "set_aside")
"""Columns of what is loaded that count a borough's own rows."""


@dataclass
class Barred:
    """The real tables of a release beyond the working one, those about children barred; `read` says what read them."""

    tables: Held
    read: list[str] = field(default_factory=list[str])


def barred(tables: Tables, behind: Protected) -> Barred:
    """Bar every table about children. `behind` are the protected tables, made before."""
    found = Barred(Held({}))
    frames = {name: _barred(rows, name, found.read) for name, rows in _of_children(tables).items()}
    found.tables = Held({**tables, **frames})
    which = tuple(id(found.tables[name]) for name in sorted(found.tables))
    microdata._FOUND[which] = behind
    return found


def _of_children(tables: Tables) -> Mapping[str, pl.LazyFrame]:
    return {name: tables[name] for name in of_children(tables)}


def _barred(rows: pl.LazyFrame, name: str, read: list[str]) -> pl.LazyFrame:
    def refuse(_: pl.DataFrame) -> pl.DataFrame:
        read.append(name + "".join(traceback.format_stack(limit=40)))
        raise AssertionError(f"The real {name} were read.")

    return rows.map_batches(refuse)
