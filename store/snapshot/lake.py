"""The lake: a snapshot's tables partitioned by borough and return year, as Spark, Fabric, DuckDB and Athena read them.

`lake/<table>/borough=<name>/return_year=<year>/rows.parquet`, the partition columns in the path alone; tables that all
boroughs share are `lake/<table>/rows.parquet`. A row stands in the return year (1 April to 31 March, by its end) that
it began in, and stays there whatever is loaded later. The dashboard itself reads the files a borough beside it: a
file for each year takes several times as long to open.
"""

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, TypedDict
from urllib.parse import quote

import polars as pl

from store.blobs import packed
from store.snapshot.manifest import link_or_copy

LAKE: Final = "lake"
MANIFEST: Final = "manifest.json"
FILE: Final = "rows.parquet"
BEGINS: Final = ("started", "date")
"""What a row begins by: the first of these that its table has."""
YEAR: Final = "return_year"


class File(TypedDict):
    """One file of the lake: its rows, its bytes and their SHA-256."""

    rows: int
    bytes: int
    sha256: str


Files = dict[str, File]
"""Files of the lake by their path in it."""


def write(lake: Path, borough: str, frames: Mapping[str, pl.DataFrame]) -> Files:
    """Write a borough's tables, a file a table and return year. Gives what was written."""
    written: Files = {}
    for name, frame in frames.items():
        dated = frame.drop("borough").with_columns(return_year(frame.schema))
        for (year,), rows in dated.partition_by(YEAR, as_dict=True, include_key=False).items():
            path = _borough(name, borough) / f"{YEAR}={year}" / FILE
            written[str(path)] = _put(lake / path, rows)
    return written


def write_shared(lake: Path, frames: Mapping[str, pl.DataFrame]) -> Files:
    """Write tables that all boroughs share, a file each. Gives what was written."""
    return {f"{name}/{FILE}": _put(lake / name / FILE, frame) for name, frame in frames.items()}


def link(home: Path, lake: Path, borough: str, key: str) -> Files | None:
    """Take a borough's files from a snapshot made of the same, without writing them; None where none has them."""
    for before in sorted(home.glob(f"*/{LAKE}")):
        told = read(before)
        if before == lake or told["boroughs"].get(borough) != key:
            continue
        own = f"/{_borough('', borough).name}/"
        files = {path: file for path, file in told["files"].items() if own in path}
        if are_there(before, files) and _linked(before, lake, files):
            return files
    return None


class Manifest(TypedDict):
    """What a lake holds: the key of what each borough's files were made from, and every file."""

    boroughs: dict[str, str]
    files: Files


def read(lake: Path) -> Manifest:
    """Give what a lake holds; nothing where it has no readable manifest."""
    try:
        told = json.loads((lake / MANIFEST).read_text(encoding="utf-8"))
        return Manifest(boroughs=told["boroughs"], files=told["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return Manifest(boroughs={}, files={})


def finish(lake: Path, boroughs: Mapping[str, str], files: Files) -> None:
    """Say what the lake holds. Written last: without it there is no lake."""
    told = Manifest(boroughs=dict(sorted(boroughs.items())), files=dict(sorted(files.items())))
    (lake / MANIFEST).write_text(json.dumps(told, indent=1), encoding="utf-8")


def is_whole(lake: Path) -> bool:
    """Say whether every file that the manifest names is there at its size."""
    files = read(lake)["files"]
    return bool(files) and are_there(lake, files)


def are_there(lake: Path, files: Files) -> bool:
    """Say whether these files are there at their size."""
    try:
        return all((lake / path).stat().st_size == file["bytes"] for path, file in files.items())
    except OSError:
        return False


def return_year(columns: Iterable[str]) -> pl.Expr:
    """The return year that a row stands in: its own, else that of the day that it begins on."""
    names = set(columns)
    if YEAR in names:
        return pl.col(YEAR)
    begins = pl.col(next(name for name in BEGINS if name in names))
    return (begins.dt.year() + (begins.dt.month() >= 4)).cast(pl.Int16).alias(YEAR)


def _borough(table: str, borough: str) -> Path:
    """Folder of a borough, its name written as Hive writes names in paths."""
    return Path(table) / f"borough={quote(borough, safe='')}"


def _put(path: Path, rows: pl.DataFrame) -> File:
    content = packed(rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return File(rows=rows.height, bytes=len(content), sha256=hashlib.sha256(content).hexdigest())


def _linked(before: Path, lake: Path, files: Files) -> bool:
    """Whether they could be taken: another process may be removing them just now."""
    try:
        for path in files:
            (lake / path).parent.mkdir(parents=True, exist_ok=True)
            link_or_copy(before / path, lake / path)
    except OSError:
        for folder in {(lake / path).parent for path in files}:
            shutil.rmtree(folder, ignore_errors=True)
        return False
    return True
