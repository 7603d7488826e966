"""The account of what was read, for the command line: a table for a person, JSON for a program."""

import sys
from collections.abc import Sequence
from typing import Any, Final

import polars as pl
from rich.console import Console
from rich.table import Table

from loaders.finding_advice import kinds, with_advice
from loaders.reading.result import Reading

COUNTS: Final = ("rows", "accepted", "repaired", "set_aside", "blank")
ACROSS: Final = ("across", "findings")
"""Counts that only stored files have: what was repaired between years, and findings in all."""
ROWS_NAMED: Final = 5
WIDTH: Final = 160
STYLES: Final = {"error": "red", "warning": "yellow", "repair": "cyan", "info": "dim"}
ABOUT: Final = {"file": pl.String(), "source": pl.String(), "borough": pl.String(), "return_year": pl.Int16()}


def console() -> Console:
    """A console as wide as the terminal; wide enough for every column where there is none."""
    return Console() if sys.stdout.isatty() else Console(width=WIDTH)


def as_json(reading: Reading) -> dict[str, Any]:
    """One file's account, its findings one by one."""
    return {
        "file": reading.file,
        "source": reading.source,
        "borough": reading.borough,
        "year": reading.return_year,
        "as_at": reading.as_at and reading.as_at.isoformat(),
        **{count: getattr(reading, count) for count in COUNTS},
        "refused": reading.refused,
        "findings": reading.findings.to_dicts(),
    }


def print_readings(console: Console, readings: Sequence[Reading]) -> None:
    """One line a file, why files were refused, and one line a kind of finding."""
    rows = [{name: getattr(reading, name) for name in (*ABOUT, *COUNTS)} for reading in readings]
    shape = ABOUT | dict.fromkeys(COUNTS, pl.Int64())
    console.print(_table(pl.DataFrame(rows, schema=shape).with_columns(pl.col("source").fill_null("refused"))))
    for reading in readings:
        if reading.refused:
            console.print(f"{reading.file}: {reading.refused}", style="red", markup=False)
        print_kinds(console, with_advice(reading.findings))


def print_account(console: Console, files: pl.DataFrame, findings: pl.DataFrame) -> None:
    """Files (the columns of ABOUT, COUNTS and ACROSS), one line each, and one line a kind of finding."""
    console.print(_table(files))
    print_kinds(console, findings)


def _table(files: pl.DataFrame) -> Table:
    counts = [name for name in (*COUNTS, *ACROSS) if name in files.columns]
    table = Table("File", "Source", "Borough", "Year")
    for count in counts:
        table.add_column(
            count.replace("_", " ").capitalize().replace("Across", "Repaired across years"), justify="right"
        )
    for row in files.iter_rows(named=True):
        who = [str(row[name] or "").replace("[", r"\[") for name in ABOUT]
        table.add_row(*who, *(f"{row[count]:,}" for count in counts))
    return table


def print_kinds(console: Console, findings: pl.DataFrame) -> None:
    """One line a kind: file, severity, rows, what is wrong, what to do. Columns: findings with `todo`."""
    for kind in kinds(findings, most=ROWS_NAMED).iter_rows(named=True):
        rows = f", {_named(kind['rows'], kind['first'])}" if kind["rows"] else ""
        line = f"{kind['file']}: {kind['severity']}{rows}: {kind['message']} {kind['todo']}"
        console.print(line, style=STYLES[kind["severity"]], markup=False, highlight=False, soft_wrap=True)


def _named(count: int, first: Sequence[int]) -> str:
    """How many rows, and the numbers of the first few."""
    some = ", ".join(map(str, first)) + (", ..." if count > len(first) else "")
    return f"row {some}" if count == 1 else f"{count:,} rows ({some})"
