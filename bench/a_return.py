"""A year's return of one borough: read, validated, every row accounted for, and stored."""

import csv
import io
import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Final

import pandas as pd
import polars as pl

from bench.measure import Benchmark, Figure, benchmark
from loaders import SOURCES, Reading, read_each
from loaders.folders import File
from store.engine import prepared
from store.uploads import save_all

RETURN: Final = Path(os.environ.get("SHARED_DATA", "../shared/data")) / "ssda903/fake_return"
LIIA: Final = (150, 270)
"""Rows a second of liia-tools' 903 path, as measured on the same return: the slowest and the fastest run."""
VALIDATOR: Final = 65_000
"""Rows a second at which the DfE 903 validator takes CSV in, before any rule is run."""
TIMES_LIIA: Final = 1_000
TIMES_VALIDATOR: Final = 3
ROWS: Final = {"episodes": 5_050, "reviews": 12_582, "header": 2_675, "oc2": 2_675, "previous_permanence": 2_675}
"""Rows of the made return, where the fake one is not at hand."""


@benchmark("a return")
def a_return() -> Benchmark:
    """Prepare the return's files, and a database beside them."""
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    files = _files(folder / "BRE/2025")
    database = prepared(f"sqlite:///{folder}/bench.db")
    rows = sum(reading.rows for reading in _readings(files))
    turn = iter(range(1_000_000))

    def stored() -> None:
        """Another byte each time: the very same file would not be stored again."""
        save_all(database, read_each(_another(file, next(turn)) for file in files), who="bench")

    runs = {
        "read": lambda: _readings(files),
        "read and stored": stored,
        "pandas read_csv": lambda: [pd.read_csv(file, dtype=str) for file in files],
        "polars read_csv": lambda: [
            pl.read_csv(file, infer_schema=False, truncate_ragged_lines=True) for file in files
        ],
    }
    return Benchmark("a return", f"{rows:,} rows in {len(files)} CSV files, SQLite", runs, _figures(rows))


def _readings(files: Sequence[Path]) -> list[Reading]:
    return list(read_each(File(str(file), file) for file in files))


def _another(file: Path, turn: int) -> File:
    return File(str(file), file.read_bytes() + b"\n" + b"," * (turn % 7) + b" " * (turn // 7))


def _figures(rows: int):
    def figures(seconds: Mapping[str, Sequence[float]]) -> list[Figure]:
        rate = {name: rows / median(each) for name, each in seconds.items()}
        stored = rate["read and stored"]
        return [
            *(
                Figure(name, f"{median(each) * 1000:,.0f} ms, {rate[name]:,.0f} rows/s")
                for name, each in seconds.items()
            ),
            *(_over(f"stored, to liia-tools at {liia}/s", stored / liia, TIMES_LIIA) for liia in LIIA),
            _over("stored, to the 903 validator at 65,000/s", stored / VALIDATOR, TIMES_VALIDATOR),
            Figure("stored, to pandas reading the same files now", f"{stored / rate['pandas read_csv']:.2f}x"),
            Figure("read, to pandas reading the same files now", f"{rate['read'] / rate['pandas read_csv']:.2f}x"),
        ]

    return figures


def _over(what: str, times: float, goal: float) -> Figure:
    return Figure(what, f"{times:,.1f}x", f">= {goal:,}x", times >= goal)


def _files(folder: Path) -> list[Path]:
    folder.mkdir(parents=True)
    if RETURN.exists():
        return [Path(shutil.copyfile(file, folder / file.name)) for file in sorted(RETURN.glob("*.csv"))]
    return [_made(folder / f"{name}.csv", name, rows) for name, rows in ROWS.items()]


def _made(path: Path, name: str, rows: int) -> Path:
    """A file of the example row of its source, with children that differ."""
    source = next(source for source in SOURCES if source.slug == f"ssda903_{name}")
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([column.header for column in source.columns])
    for row in range(rows):
        writer.writerow([row if column.name == "child" else column.example for column in source.columns])
    path.write_text(text.getvalue(), encoding="utf-8")
    return path
