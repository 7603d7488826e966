"""`python -m tests.store.prove [KILLS]`: kill loads at random moments, at length, and print what was there after."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console
from rich.table import Table

from store.engine import prepared
from store.uploads.history import history
from tests.store import postgres
from tests.store.kills import WAYS, YEARS, kill_often, officers_at_once, what_is_not_whole

LOADS = 12
OFFICERS = ["files together", "command line", "files together", "command line"]


def main(kills: int = 100) -> int:
    """Kill each way of loading so many times on SQLite, a third as often on PostgreSQL; 1 where anything was wrong."""
    table = Table("Database", "What", "Times", "Loads begun", "Faults")
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as home:
        Path(home).chmod(0o755)
        os.environ["SNAPSHOT_DIR"] = f"{home}/snapshots"
        for name, url, times in _databases(Path(home), kills):
            for row, wrong in _proved(name, url, times, Path(home)):
                table.add_row(*map(str, row))
                faults += wrong
    Console(width=120).print(table, *faults, sep="\n")
    return int(bool(faults))


def _databases(home: Path, kills: int) -> Iterator[tuple[str, str, int]]:
    yield "SQLite", f"sqlite:///{home}/placements.db", kills
    try:
        (home / "pg").mkdir()
        with postgres.server(home / "pg") as url:
            yield "PostgreSQL", url, kills // 3
    except pytest.skip.Exception:
        return


def _proved(name: str, url: str, times: int, home: Path) -> Iterator[tuple[tuple[object, ...], list[str]]]:
    for way in WAYS:
        killed = kill_often(way, _empty(url, home), home / f"{name} {way}", times)
        yield (name, f"killed, {way}", killed.kills, killed.loads, len(killed.faults)), killed.faults
    codes = officers_at_once(OFFICERS, _empty(url, home), home / f"{name} officers", LOADS)
    database = prepared(url)
    landed = history(database).height
    wrong = what_is_not_whole(database) + [f"an officer was told of a failure ({code})" for code in codes if code]
    wrong += ["not all landed"] if landed != LOADS * len(YEARS) * len(OFFICERS) else []
    database.dispose()
    yield (name, f"{len(OFFICERS)} officers at once", landed, landed, len(wrong)), wrong


def _empty(url: str, home: Path) -> str:
    if url.startswith("postgresql"):
        return postgres.emptied(url)
    for file in home.glob("placements.db*"):
        file.unlink()
    return url


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
