"""The sources described, for the command line: a table for a person, JSON for a program."""

import json

from rich.console import Console
from rich.table import Table

from loaders.catalogue import SOURCES
from loaders.source import Source


def print_sources(console: Console) -> None:
    """One line a source: what it is, and its columns; those that may be left out in brackets."""
    table = Table("Source", "What it is", "Columns", show_lines=True)
    for source in SOURCES:
        columns = ", ".join(f"[{column.header}]" if column.optional else column.header for column in source.columns)
        table.add_row(source.slug, f"{source.title}. {source.about}", columns.replace("[", r"\["))
    console.print(table)


def sources_as_json() -> str:
    """Every source with its columns."""
    return json.dumps([_described(source) for source in SOURCES], indent=1)


def _described(source: Source) -> dict[str, object]:
    columns = [
        {
            "header": column.header,
            "meaning": column.meaning,
            "kind": column.kind.name,
            "required": column.required,
            "optional": column.optional,
            "codes": column.kind.choices,
        }
        for column in source.columns
    ]
    return {"source": source.slug, "title": source.title, "about": source.about, "columns": columns}
