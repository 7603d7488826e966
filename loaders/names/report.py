"""Proposals and rulings on the command line: a table for a person, JSON for a program."""

import json
from typing import Final

import polars as pl
from rich.console import Console
from rich.table import Table

MOST: Final = 50


def as_json(proposed: pl.DataFrame, ruled: pl.DataFrame) -> str:
    """Proposals and rulings, each row as it is; times in UTC."""
    return json.dumps({"proposals": proposed.to_dicts(), "rulings": ruled.to_dicts()}, indent=1, default=str)


def print_names(console: Console, proposed: pl.DataFrame, ruled: pl.DataFrame) -> None:
    """Names that wait for a person, the surest proposal first, then those ruled on, the newest first."""
    table = Table("Name as written", "Boroughs", "Prices", "Contracts", "Proposed provider", "Score", "Why")
    for row in proposed.head(MOST).iter_rows(named=True):
        table.add_row(
            *_plain(row["name"], ", ".join(row["boroughs"]), f"{row['prices']:,}", f"{row['contracts']:,}"),
            *_plain(row["proposed"] or "None comes near", row["score"], row["why"]),
        )
    console.print(table)
    counts = f"Waiting: {proposed.height:,}. Ruled on: {ruled.height:,}. No name is linked until someone rules on it."
    console.print(counts, markup=False, highlight=False)
    for row in ruled.iter_rows(named=True):
        told = row["provider"] or "nobody in the register"
        console.print(f"{row['name']}: {told} ({row['who']}, {row['at']:%-d %B %Y})", markup=False, highlight=False)


def _plain(*cells: object) -> list[str]:
    """Cells as words that cannot be markup."""
    return [str("" if cell is None else cell).replace("[", r"\[") for cell in cells]
