"""A year's return of one borough: read, validated, every row accounted for, and stored, beside floors and peers."""

import csv
import io
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Final

import pandas as pd

from bench.floor import alike, read_and_parse
from bench.measure import Seconds, in_turn
from bench.scales import Ratio
from loaders import SOURCES, Reading, read_each
from loaders.reading.files import File
from store.engine import prepared
from store.uploads.rows import findings_of, tables_of
from store.uploads.save import save_all

RETURN: Final = Path(os.environ.get("SHARED_DATA", "../shared/data")) / "ssda903/fake_return"
FLOOR: Final = "read and dates parsed, nothing checked"
PARQUET: Final = "read, checked, packed as Parquet"
STORED: Final = "read, checked, stored in SQLite"
PANDAS: Final = "read by pandas, nothing checked"
LEAST: Final = {PARQUET: 0.70, STORED: 0.33}
"""Of the floor's rate."""
PEERS: Final = {
    "liia-tools' 903 path, its slowest run (150 rows a second)": (150, 1_000),
    "liia-tools' 903 path, its fastest run (270 rows a second)": (270, 1_000),
    "the 903 validator's CSV intake, before any rule (65,000 rows a second)": (65_000, 3),
}
"""Rows a second on the same return, as published, and how many times that is asked for."""
ROUNDS: Final = 15
ROWS: Final = {"episodes": 5_050, "reviews": 12_582, "header": 2_675, "oc2": 2_675, "previous_permanence": 2_675}
"""Rows of the made return, where the fake one is not at hand."""

Rates = Mapping[str, float]
"""Rows a second by the clock."""


def rates(folder: Path) -> tuple[int, int, Rates]:
    """Load the return in a folder and measure: its rows, its files, and the rates of the product, floor and peer."""
    files = _files(folder / "BRE/2025")
    rows = sum(reading.rows for reading in _readings(files))
    seconds, _ = in_turn(_runs(files, folder), ROUNDS)
    return rows, len(files), _rates(rows, seconds)


def _rates(rows: int, seconds: Seconds) -> Rates:
    return {name: rows / median(each) for name, each in seconds.items()}


def _runs(files: Sequence[Path], folder: Path) -> dict[str, Callable[[], object]]:
    database, together = prepared(f"sqlite:///{folder}/bench.db"), alike(files)
    turn = iter(range(1_000_000))

    def stored() -> None:
        """Another byte each time: the very same file would not be stored again."""
        save_all(database, read_each(_another(file, next(turn)) for file in files), who="bench")

    return {
        FLOOR: lambda: read_and_parse(together),
        PARQUET: lambda: [(tables_of(reading), findings_of(reading)) for reading in _readings(files)],
        STORED: stored,
        PANDAS: lambda: [pd.read_csv(file, dtype=str) for file in files],
    }


def ratios(rates: Rates) -> list[Ratio]:
    """Set the time of a load beside the floor's and the peers'."""
    return [
        *(
            Ratio(f"a return {name}, to {FLOOR}", rates[FLOOR] / rates[name], 1 / least)
            for name, least in LEAST.items()
        ),
        *(
            Ratio(f"a return stored, to {peer}", rate / rates[STORED], 1 / times)
            for peer, (rate, times) in PEERS.items()
        ),
        Ratio(f"a return stored, to {PANDAS}", rates[PANDAS] / rates[STORED]),
    ]


def _readings(files: Sequence[Path]) -> list[Reading]:
    return list(read_each(File(_name(file), file) for file in files))


def _another(file: Path, turn: int) -> File:
    return File(_name(file), file.read_bytes() + b"\n" + b"," * (turn % 7) + b" " * (turn // 7))


def _name(file: Path) -> str:
    """A file's name in its folders; what is above them has a name by chance, which may be like a month's."""
    return "/".join(file.parts[-3:])


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
