"""Read damaged files by the thousand, and tell what came of it."""

import re
import time
from collections import Counter
from dataclasses import dataclass, field
from random import Random

import loaders
from loaders.reading.file import UNFORESEEN
from loaders.reading.result import Reading
from loaders.tables import CLEAN
from tests.loaders.files import balances
from tests.loaders.fuzz.damage import damaged
from tests.loaders.fuzz.files import files

SECONDS = 5.0
"""The longest that one small file may take."""
SECRET = b"ZQX987"


@dataclass
class Account:
    """What came of a run; `faults` says how to see each one again."""

    inputs: int = 0
    read: int = 0
    refused: int = 0
    rows: Counter[str] = field(default_factory=Counter[str])
    sources: Counter[str] = field(default_factory=Counter[str])
    worst: float = 0.0
    faults: list[str] = field(default_factory=list[str])

    def add(self, other: "Account") -> None:
        """Add the account of another part of the run."""
        self.inputs += other.inputs
        self.read += other.read
        self.refused += other.refused
        self.rows += other.rows
        self.sources += other.sources
        self.worst = max(self.worst, other.worst)
        self.faults += other.faults


def run(seeds: range) -> Account:
    """Damage and read one file a seed."""
    account, all_files = Account(), files()
    for seed in seeds:
        name, content = made(seed, all_files)
        try:
            reading, seconds = _timed(content, name)
        except BaseException as fault:  # a panic of a library is no Exception
            account.faults.append(f"seed {seed}, {name}: raised {type(fault).__name__}: {fault}")
            continue
        _count(account, reading, seconds)
        account.faults += [f"seed {seed}, {name}: {fault}" for fault in faults_of(reading, content)]
    return account


def _timed(content: bytes, name: str) -> tuple[Reading, float]:
    """Read a file, a slow one twice: the machine may have been busy, or a module read for the first time."""
    begun = time.perf_counter()
    reading = loaders.read(content, name=name)
    seconds = time.perf_counter() - begun
    if seconds <= SECONDS:
        return reading, seconds
    begun = time.perf_counter()
    return loaders.read(content, name=name), time.perf_counter() - begun


def made(seed: int, all_files: list[tuple[str, bytes]]) -> tuple[str, bytes]:
    """The file of a seed: its name, and its content once damaged."""
    dice = Random(seed)
    name, content = all_files[seed % len(all_files)]
    if not content.startswith(b"PK") and dice.random() < 0.3:
        content = marked(content, dice)
    return name, damaged(content, dice)


def marked(content: bytes, dice: Random) -> bytes:
    """Cells hold a word that no finding may repeat."""
    first, _, others = content.partition(b"\n")
    cells = others.split(b",")
    return first + b"\n" + b",".join(SECRET if dice.random() < 0.3 else cell for cell in cells)


def _count(account: Account, reading: Reading, seconds: float) -> None:
    account.inputs += 1
    account.refused += reading.refused is not None
    account.read += reading.refused is None
    account.worst = max(account.worst, seconds)
    account.sources[reading.source or "none"] += 1
    account.rows.update({name: getattr(reading, name) for name in ("rows", "accepted", "set_aside", "blank")})
    if seconds > SECONDS:
        account.faults.append(f"input {account.inputs}, {reading.file}: took {seconds:.1f} s")


def faults_of(reading: Reading, content: bytes) -> list[str]:
    """What is not as it must be."""
    told = f"{reading.refused} {reading.findings.to_dicts()}"
    shapes = all(frame.schema == CLEAN[name].create_empty().schema for name, frame in reading.tables.items())
    checks = {
        "a fault that nobody foresaw": UNFORESEEN[:40] in told,
        "rows are not accepted + set aside + blank": not balances(reading),
        "a finding holds what a cell held": SECRET.decode() in told and content.startswith(b"PK") is False,
        "a table is not in its clean shape": not shapes,
        "refused, and yet rows were taken": bool(reading.refused and (reading.rows or reading.tables)),
        "a row was lost": _rows_lost(reading, content),
    }
    return [f"{what} ({reading.refused})" for what, is_so in checks.items() if is_so]


def _rows_lost(reading: Reading, content: bytes) -> bool:
    """Whether the file has more lines than were told of; rows above the headings are told of by a finding."""
    is_told = "above-headings" in reading.findings["code"] or reading.refused
    return not is_told and _lines(content) not in (None, reading.rows)


def _lines(content: bytes) -> int | None:
    """Rows below the headings of a plain file; None where quotes, odd bytes or a title above make it unclear."""
    is_plain = content.isascii() and not set(b'"\r\0<') & set(content) and not content.startswith(b"PK")
    lines = content.split(b"\n")
    headings = re.split(rb"[,;\t|]", lines[0])
    has_headings = len(headings) > 1 and all(cell.strip() for cell in headings) and SECRET not in headings
    return len(lines) - 2 if is_plain and not lines[-1] and has_headings else None
