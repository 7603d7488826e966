"""Known rows as a file: its form, encoding, separator, headings, order of columns, blank rows and all."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final

from loaders.source import Source
from tests.loaders.files import workbook_of
from tests.loaders.mess.cells import american, styled
from tests.loaders.mess.headings import headed
from tests.loaders.mess.known import DATE, Row
from tests.loaders.mess.tree import return_of

ENCODINGS: Final = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252")
SEPARATORS: Final = ",,;\t|"
ENDINGS: Final = ("\n", "\r\n", "\r\n", "\r")
EXTRA: Final = ("TEST_COLUMN", "Remarks of the team", "UPN")
TITLES: Final = ("", "Extract of the system", "Children looked after, run on 4 April")

Grid = list[list[str]]


@dataclass(frozen=True)
class Written:
    """A file of known rows: what is in it, and how many blank rows were put among them."""

    content: bytes
    blank: int


def written(source: Source, rows: list[Row], dice: Random, form: str) -> Written:
    """Write the rows in one of FORMS, in a random mess."""
    columns = [[row[column.header] for row in rows] for column in source.columns]
    is_american = dice.random() < 0.2
    styles = [
        american(cells, dice)
        if is_american and _are_days(cells)
        else [styled(cell, column.kind, dice) for cell in cells]
        for column, cells in zip(source.columns, columns, strict=True)
    ]
    return FORMS[form](source, [list(row) for row in zip(*styles, strict=True)], dice)


def _are_days(cells: list[str]) -> bool:
    return any(cells) and all(DATE.fullmatch(cell) for cell in cells if cell)


def _delimited(source: Source, grid: Grid, dice: Random) -> Written:
    lines, blank = _messy(source, grid, dice)
    text = io.StringIO(newline="")
    quoting = dice.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
    writer = csv.writer(text, delimiter=dice.choice(SEPARATORS), lineterminator=dice.choice(ENDINGS), quoting=quoting)
    trailing = [""] * dice.choice([0, 0, 1, 3])
    writer.writerows([*line, *trailing] for line in lines)
    return Written(_encoded(text.getvalue(), dice.choice(ENCODINGS)), blank)


def _encoded(text: str, encoding: str) -> bytes:
    """The text in the encoding, or in UTF-8 where that has not all its letters."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode()


def _workbook(source: Source, grid: Grid, dice: Random) -> Written:
    lines, blank = _messy(source, grid, dice)
    typed = [[_typed(cell, dice) for cell in line] for line in lines]
    others = {"Read me": [["Notes"]]} if dice.random() < 0.3 else {}
    return Written(workbook_of(others | {"Sheet1": typed}), blank)


def _typed(cell: str, dice: Random) -> object:
    """A number as a number, now and then."""
    is_number = cell.strip().isdigit() and not cell.strip().startswith("0")
    return int(cell) if is_number and dice.random() < 0.5 else cell


def _tree(source: Source, grid: Grid, dice: Random) -> Written:
    del dice
    return Written(return_of(source, grid), 0)


def _messy(source: Source, grid: Grid, dice: Random) -> tuple[Grid, int]:
    """Headings and rows with columns in any order, extra ones among them, blank rows between and a title above."""
    extra = dice.sample(EXTRA, dice.choice([0, 0, 1, 2]))
    table = [headed(source, dice) + extra, *(row + ["x"] * len(extra) for row in grid)]
    order = dice.sample(range(len(table[0])), len(table[0]))
    table = [[line[at] for at in order] for line in table]
    body = table[1:]
    blanks = dice.choice([0, 0, 1, 4])
    for _ in range(blanks):
        body.insert(dice.randint(0, len(body)), [dice.choice(["", " "])] * len(order))
    title = dice.choice(TITLES)
    above = [[title] + [""] * (len(order) - 1), [""] * len(order)] if title else []
    return [*above, table[0], *body], blanks


FORMS: Final[dict[str, Callable[[Source, Grid, Random], Written]]] = {
    "csv": _delimited,
    "xlsx": _workbook,
    "xml": _tree,
}
