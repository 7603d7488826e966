"""Processes that load without end, each in its own way, to be killed at a random moment; and what must hold after."""

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Final

import sqlalchemy as sa
from sqlmodel import func, select

from loaders import __main__ as command_line
from store import audit, snapshot
from store.engine import prepared, reading
from store.models import UploadFindings, UploadTable
from store.uploads import history as upload_history
from store.uploads.save import save, save_all
from tests.store import handing
from tests.store.clean_tables import clean_tables

ROWS: Final = 4_000
TOGETHER: Final = 3
YEARS: Final = (2023, 2024, 2025)
processes: Final = get_context("forkserver")
"""Forked before Polars has threads: the rooms, which use it as they are imported, come in each process again."""
processes.set_forkserver_preload(["polars", "dataframely", "sqlmodel", "alembic.command", "rich.table", "fastexcel"])


def save_files(url: str, folder: Path, number: int) -> None:
    """Hand in one file, and make the snapshot."""
    del folder
    save(_kept(url), _reading(number, YEARS[number % len(YEARS)]), who=f"officer {number}")
    snapshot.ensure(_kept(url))


def save_together(url: str, folder: Path, number: int) -> None:
    """Hand in several files at once, as the page does when an officer accepts them, and make the snapshot."""
    del folder
    save_all(_kept(url), [_reading(number, year) for year in YEARS], who=f"officer {number}")
    snapshot.ensure(_kept(url))


def save_by_command(url: str, folder: Path, number: int) -> None:
    """Load a folder on the command line."""
    os.environ["DATABASE_URL"] = url
    for year in YEARS:
        file = folder / f"BRE/{year}/missing.csv"
        file.parent.mkdir(parents=True, exist_ok=True)
        rows = "".join(f"{number}{row},M,01/04/{year - 1},02/04/{year - 1}\n" for row in range(ROWS))
        file.write_text(f"CHILD,DOB,MISSING,MIS_START,MIS_END\n{rows.replace(',M', ',01/01/2010,M')}", encoding="utf-8")
    command_line.main(["load", str(folder), "--json"])


WAYS: Final[dict[str, Callable[[str, Path, int], None]]] = {
    "one file": save_files,
    "files together": save_together,
    "command line": save_by_command,
}

_engines: dict[str, sa.Engine] = {}


def _kept(url: str) -> sa.Engine:
    return _engines.setdefault(url, prepared(url)) if url not in _engines else _engines[url]


def _reading(number: int, year: int) -> handing.Reading:
    text = "child\n" + "\n".join(f"BRE-{number}-{year}-{row}" for row in range(ROWS))
    return handing.reading(text=text, year=year)


def _be_quiet() -> None:
    """Say nothing: what the command line prints is of no use here."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def load_without_end(way: str, url: str, folder: Path, first: int, said: Connection) -> None:
    """What the process does that is killed; it says when each load begins."""
    _be_quiet()
    for number in range(first, first + 10_000):
        said.send(time.monotonic())
        WAYS[way](url, folder, number)


@dataclass
class Killed:
    """What came of many kills: how often all of the load was there and how often none, and what was wrong."""

    kills: int = 0
    loads: int = 0
    faults: list[str] = field(default_factory=list[str])


def kill_often(way: str, url: str, folder: Path, times: int, seed: int = 0) -> Killed:
    """Load, kill at a random moment, and look at what is there; so many times, one after another, in one database."""
    dice, killed = Random(seed), Killed()
    prepared(url).dispose()
    for kill in range(times):
        killed.loads += _load_and_kill(way, url, folder, kill * 10_000, dice)
        killed.kills += 1
        database = prepared(url)
        killed.faults += [f"kill {kill}: {fault}" for fault in what_is_not_whole(database)]
        database.dispose()
    return killed


def _load_and_kill(way: str, url: str, folder: Path, first: int, dice: Random) -> int:
    """Let one load end, to know how long one takes; kill within the next ones. Gives the loads that began."""
    heard, said = processes.Pipe(duplex=False)
    process = processes.Process(target=load_without_end, args=(way, url, folder, first, said), daemon=True)
    process.start()
    said.close()
    began = [heard.recv(), heard.recv()]
    time.sleep(dice.uniform(0, 1.2) * (began[1] - began[0]))
    assert process.pid
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    with suppress(EOFError):
        while heard.poll():
            began.append(heard.recv())
    return len(began)


def what_is_not_whole(database: sa.Engine) -> list[str]:
    """Say what is half done: each upload has its rows, findings and event, files uploaded together are all there."""
    history, current = upload_history.history(database), upload_history.current(database)
    with reading(database) as session:
        tables = dict(session.exec(select(UploadTable.upload_id, UploadTable.rows)).all())
        findings = session.exec(select(func.count()).select_from(UploadFindings)).one()
    clean = clean_tables(database)
    shown = snapshot.tables(database)["loaded"].collect()
    together = history.filter(source="children").group_by("who").len()["len"]
    checks = {
        "an upload lacks its rows": tables == dict(history.select("id", "accepted").rows()),
        "an upload lacks its findings": findings == history.height,
        "an upload lacks its event": audit.events(database, 100_000).height == history.height,
        "a place has two accepted uploads": current.height == current.select("source", "return_year").n_unique(),
        "rows are not those accepted": clean["children"].height + clean["missing"].height == current["accepted"].sum(),
        "the snapshot is not of what is accepted": shown["rows"].sum() == current["rows"].sum(),
        "half of what was uploaded together": set(together.to_list()) <= {1} or set(together.to_list()) <= {TOGETHER},
        "the database file is damaged": _is_sound(database),
    }
    return [fault for fault, is_well in checks.items() if not is_well]


def _is_sound(database: sa.Engine) -> bool:
    if database.dialect.name != "sqlite":
        return True
    with database.connect() as connection:
        return connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"


def load_in_turn(way: str, url: str, folder: Path, first: int, loads: int) -> None:
    """What one of several officers does: load so many times, and be told of no failure."""
    _be_quiet()
    for number in range(first, first + loads):
        WAYS[way](url, folder, number)


def officers_at_once(ways: list[str], url: str, folder: Path, loads: int) -> list[int | None]:
    """Let one process for each way load at the same time, into the same places. Gives their exit codes."""
    prepared(url).dispose()
    officers = [
        processes.Process(target=load_in_turn, args=(way, url, folder / str(at), at * 10_000, loads))
        for at, way in enumerate(ways)
    ]
    for officer in officers:
        officer.start()
    for officer in officers:
        officer.join(120)
    return [officer.exitcode for officer in officers]
