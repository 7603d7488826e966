"""`python -m bench.served FOLDER [--redraw]`: serve made-up tables of any size, kept as Parquet."""

import sys
from collections.abc import Callable
from importlib import reload
from pathlib import Path
from typing import Final, TypeVar
from unittest.mock import patch

import polars as pl

from bench.national import national_tables
from dashboard.data import cache as keeping
from dashboard.data import chart_cache
from dashboard.server import start
from metrics.populations import Tables
from store import snapshot
from store.uploads import history

Made = TypeVar("Made")

REDRAW: Final = "--redraw"
"""Figures are kept and charts are not: the floor of a filter change that nobody asked for before."""


def written_tables(folder: Path, boroughs: int, years: int) -> Path:
    """Make the tables of some authorities and keep them as Parquet."""
    folder.mkdir(parents=True)
    for name, table in national_tables(boroughs, years).items():
        table.collect().write_parquet(folder / f"{name}.parquet")
    return folder


def tables(folder: Path) -> Tables:
    """Give the tables of a folder."""
    return {path.stem: pl.scan_parquet(path) for path in folder.glob("*.parquet")}


def main(folder: Path) -> None:
    """Serve a folder's tables until stopped, as one data version that nothing follows."""
    snapshot.tables = lambda _database: dict(tables(folder))
    snapshot.version = lambda _database: folder.name
    history.current = lambda _database: pl.DataFrame({"sha256": [folder.name]})
    start.main()


def redraw() -> None:
    """Keep no chart. To be called before a page is imported."""
    with patch.object(keeping, "kept", _not_kept):
        reload(chart_cache)


def _not_kept(most: int) -> Callable[[Made], Made]:
    del most
    return lambda function: function


if __name__ == "__main__":
    if REDRAW in sys.argv:
        redraw()
    main(Path(sys.argv[1]))
