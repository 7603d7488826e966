"""The account of what was read, for the command line: a table for a person, JSON for a program."""

from collections.abc import Sequence
from typing import Any, Final

import polars as pl
from rich.console import Console
from rich.table import Table

from loaders.reading import Reading

COUNTS: Final = ("rows", "accepted", "repaired", "set_aside", "blank")
ROWS_NAMED: Final = 5
GROUP: Final = ["severity", "column", "code", "message"]
STYLES: Final = {"error": "red", "warning": "yellow", "info": "dim"}


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
    """One line a file, and one line a kind of finding."""
    table = Table("File", "Source", "Borough", "Year")
    for count in COUNTS:
        table.add_column(count.replace("_", " ").capitalize(), justify="right")
    for reading in readings:
        who = (reading.file, reading.source or "refused", reading.borough or "", str(reading.return_year or ""))
        table.add_row(*who, *(f"{getattr(reading, count):,}" for count in COUNTS))
    console.print(table)
    for reading in readings:
        _print_findings(console, reading)


def _print_findings(console: Console, reading: Reading) -> None:
    if reading.refused:
        console.print(f"{reading.file}: {reading.refused}", style="red", markup=False)
    for kind in _kinds(reading.findings):
        rows = f", {_named(kind['rows'])}" if kind["rows"] else ""
        line = f"{reading.file}: {kind['severity']}{rows}: {kind['message']}"
        console.print(line, style=STYLES[kind["severity"]], markup=False, highlight=False, soft_wrap=True)


def _kinds(findings: pl.DataFrame) -> list[dict[str, Any]]:
    """Findings of one kind together, and the rows that they are in."""
    grouped = findings.group_by(GROUP, maintain_order=True).agg(rows=pl.col("row").drop_nulls())
    return grouped.sort("severity", maintain_order=True).to_dicts()


def _named(rows: Sequence[int]) -> str:
    """How many rows, and the numbers of the first few."""
    some = ", ".join(map(str, rows[:ROWS_NAMED])) + (", ..." if len(rows) > ROWS_NAMED else "")
    return f"row {some}" if len(rows) == 1 else f"{len(rows):,} rows ({some})"
