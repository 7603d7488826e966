"""How the cells of a column are shown in a workbook, what they may hold, and what they say when one is picked."""

from datetime import date
from typing import Any, Final

import polars as pl

from loaders.source import Column

FORMATS: Final = {"date": "dd/mm/yyyy", "month": "mm/yyyy", "money": "#,##0.00", "whole number": "0"}
"""Number formats by kind; every other kind is text, so that no identifier becomes a number."""
TEXT: Final = "@"
CHECKED: Final[dict[str, dict[str, Any]]] = {
    "date": {"validate": "date", "criteria": "between", "minimum": date(1990, 1, 1), "maximum": date(2099, 12, 31)},
    "month": {"validate": "date", "criteria": "between", "minimum": date(1990, 1, 1), "maximum": date(2099, 12, 31)},
    "money": {"validate": "decimal", "criteria": ">=", "value": 0},
    "whole number": {"validate": "integer", "criteria": ">=", "value": 0},
}
LONGEST_TITLE: Final = 32
LONGEST_MESSAGE: Final = 255
"""Letters that Excel allows in the message of a cell, and in its title."""


def number_format(column: Column) -> dict[str, Any]:
    """Give the format of a column's cells."""
    return {"num_format": "General" if column.kind.name == "money or share" else FORMATS.get(column.kind.name, TEXT)}


def example(column: Column) -> str | float | date | None:
    """Give the example of a column as a spreadsheet holds it: dates and amounts as such, the rest as text."""
    if column.kind.name not in FORMATS or not column.example:
        return column.example or None
    return column.kind.read(pl.Series([column.example])).item()


def validation(column: Column, choices: str | None) -> dict[str, Any]:
    """Give what a column's cells may hold, with a warning for anything else, and what each says when picked.

    `choices` is the range of its list, where it has one.
    """
    allowed = {"validate": "list", "source": choices} if choices else CHECKED.get(column.kind.name, {"validate": "any"})
    told = {"input_title": column.header[:LONGEST_TITLE], "input_message": _message(column)}
    if allowed["validate"] == "any":
        return allowed | told
    error = f"This is not {column.kind.wants}. Keep it all the same?"[:LONGEST_MESSAGE]
    return allowed | told | {"error_type": "warning", "error_title": "Please check", "error_message": error}


def _message(column: Column) -> str:
    must = "Must be filled. " if column.required else ""
    meaning = column.meaning if column.meaning.endswith((".", "?")) else f"{column.meaning}."
    return f"{must}{meaning} Write {column.kind.wants}."[:LONGEST_MESSAGE]
