"""A known dataset of any source: rows of cells in their plainest style, by heading."""

import re
from datetime import datetime, timedelta
from random import Random
from typing import Final

from loaders.source import Column, Source

DAY: Final = "%d/%m/%Y"
DATE: Final = re.compile(r"\d{2}/\d{2}/\d{4}")
CODED: Final = ("code", "yes or no")
Row = dict[str, str]


def known(source: Source, dice: Random, blanks: float = 0.1) -> list[Row]:
    """Some rows of a source: children that differ, dates shifted together, codes of each list, a share of blanks."""
    return [_row(source, dice, at, blanks) for at in range(dice.randint(1, 6))]


def _row(source: Source, dice: Random, at: int, blanks: float) -> Row:
    back = timedelta(days=dice.randint(0, 300))
    return {
        column.header: "" if dice.random() < blanks and not column.required else _cell(column, dice, at, back)
        for column in source.columns
    }


def _cell(column: Column, dice: Random, at: int, back: timedelta) -> str:
    example = column.example
    if column.kind.name == "child":
        return f"{example}{at}"
    if column.kind.name in CODED and column.kind.choices:
        return dice.choice([*column.kind.choices, example])
    if DATE.fullmatch(example):
        return (datetime.strptime(example, DAY) - back).strftime(DAY)
    return f"{example} {at}" if column.kind.name == "text" and column.required and at else example
