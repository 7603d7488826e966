"""One cell in all the styles that mean the same."""

from collections.abc import Callable
from datetime import date, datetime
from random import Random
from typing import Final

import polars as pl

from loaders.kinds import Kind, text
from tests.loaders.mess.known import DATE, DAY

EPOCH: Final = date(1899, 12, 30)
NOTHING: Final = ("", "", "", " ", "NULL", "N/A", "NaN", "\t", "<NA>", "(null)", "\u200b", "\u00a0", "\ufeff")
"""What systems write for nothing."""
UNSEEN: Final = ("\u200b", "\u200e", "\ufeff", "\u00ad", "\u2060", "\u202a")
SPACES: Final = ("\u00a0", "\u2003", "\u3000", "\u202f")
"""Marks that nobody sees, and spaces that look like the usual one."""

MARKED: Final = 0.05
"""Share of cells with such marks."""

Style = Callable[[str, Kind], list[str]]


def styled(cell: str, kind: Kind, dice: Random) -> str:
    """The cell in a style that its kind allows, with or without spaces around it."""
    if not cell:
        return dice.choice(NOTHING)
    style = dates if DATE.fullmatch(cell) else STYLES.get(kind.name, same)
    chosen = dice.choice([cell, *style(cell, kind)])
    return marked(dice.choice(["", "", " ", "  "]) + chosen + dice.choice(["", "", " "]), dice)


def marked(cell: str, dice: Random) -> str:
    """The cell, now and then with a mark that nobody sees anywhere in it, or spaces of another kind."""
    if dice.random() > MARKED:
        return cell
    at = dice.randint(0, len(cell))
    return f"{cell[:at]}{dice.choice(UNSEEN)}{cell[at:]}".replace(" ", dice.choice((" ", *SPACES)))


def american(cells: list[str], dice: Random) -> list[str]:
    """Days of one column month first, where some of them can only be so; else in an order that nobody mistakes."""
    days = [datetime.strptime(cell, DAY) if cell else None for cell in cells]
    is_plain = any(day and day.day > 12 for day in days)
    styles = ("%m/%d/%Y", "%m-%d-%Y", "%m/%d/%Y 00:00") if is_plain else ("%Y-%m-%d", "%d %B %Y")
    return [day.strftime(dice.choice(styles)) if day else "" for day in days]


def dates(cell: str, kind: Kind) -> list[str]:
    """Styles of a day by itself; an American one needs its column."""
    del kind
    day = datetime.strptime(cell, DAY)
    styles = ("%Y-%m-%d", "%d-%b-%y", "%d-%b-%Y", "%d %B %Y", "%d/%m/%Y 00:00", "%Y-%m-%dT00:00:00", "%d.%m.%Y")
    serial = (day.date() - EPOCH).days
    return [*(day.strftime(style) for style in styles), f"{day.day}/{day.month}/{day.year}", str(serial), f"{serial}.5"]


def codes(cell: str, kind: Kind) -> list[str]:
    """The code in another case, as a spreadsheet's number, and by its name."""
    label = kind.read(pl.Series([cell]))[0]
    other = [cell.lower(), cell.upper(), *([f"{cell}.0"] if cell.isdigit() else [])]
    named = [label, label.upper()] if isinstance(label, str) and kind.read(pl.Series([label]))[0] == label else []
    return [style for style in [*other, *named] if kind.read(pl.Series([style]))[0] == label]


def amounts(cell: str, kind: Kind) -> list[str]:
    """Pounds, thousands commas and pence."""
    del kind
    number = float(cell)
    return [f"£{number:,.2f}", f"{number:,.2f}", f"{number:.2f}", f"£ {number:,.2f}", f"GBP {number:.2f}"]


def numbers(cell: str, kind: Kind) -> list[str]:
    """A whole number as a spreadsheet's."""
    del kind
    return [f"{cell}.0", f"{cell}.00"]


def postcodes(cell: str, kind: Kind) -> list[str]:
    """With and without its space, in any case."""
    del kind
    return [cell.replace(" ", ""), cell.lower(), cell.replace(" ", "  "), cell.lower().replace(" ", "")]


def identifiers(cell: str, kind: Kind) -> list[str]:
    """In any case, and as a spreadsheet's number."""
    del kind
    return [cell.lower(), *([f"{cell}.0"] if cell.isdigit() else [])]


def times(cell: str, kind: Kind) -> list[str]:
    """Styles of a time of day."""
    del kind
    time = datetime.strptime(cell, "%H:%M")
    return [time.strftime(style) for style in ("%H.%M", "%H%M", "%H:%M:%S", "%I:%M%p", "%I:%M %p")]


def words(cell: str, kind: Kind) -> list[str]:
    """With spaces doubled, where the column holds a name and not a text that keeps its lines."""
    return [cell.replace(" ", "  ")] if kind is text else [cell]


def yes_or_no(cell: str, kind: Kind) -> list[str]:
    """Every word for it."""
    return ["Y", "yes", "TRUE", "1", "1.0"] if kind.read(pl.Series([cell]))[0] else ["N", "no", "False", "0", "0.0"]


def same(cell: str, kind: Kind) -> list[str]:
    """No other style is known."""
    del kind
    return [cell]


STYLES: Final[dict[str, Style]] = {
    "code": codes,
    "money": amounts,
    "whole number": numbers,
    "postcode": postcodes,
    "child": identifiers,
    "URN": identifiers,
    "time": times,
    "text": words,
    "yes or no": yes_or_no,
}
