"""Whether a file writes the day or the month first: decided for a column as a whole, and never guessed in silence.

04/13/2024 can only be month first, 13/04/2024 only day first, and 04/05/2024 is either. A column in which some date
can only be month first and none only day first is American, and all of it is read so. Where a column holds both, a
few against many are slips: they are set aside, and the rest is read as the many are. Otherwise its dates that may be
either are set aside too. A column that proves nothing follows the others of its file.
"""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

import polars as pl

from loaders import findings
from loaders.reading.row_batch import Tray
from loaders.source import Column, Source

Order = Literal["day", "month", "both", "unknown"]

WRITTEN: Final = r"^(\d{1,2})([/.-])(\d{1,2})([/.-])(?:\d{4}|\d{2})(?:[Tt ,].*)?$"
"""A day in numbers that does not begin with its year."""
TURNED: Final = "${3}${2}${1}${4}"
BEGINNING: Final = r"^(\d{1,2})([/.-])(\d{1,2})([/.-])"
SLIPS: Final = 20
"""Of more dates than these that prove one order, a single one that proves the other is a slip."""

TO_DO: Final = "Give every date as 31/03/2025 or as 2025-03-31."
AMERICAN: Final = f"{{}} was read month first, as American dates are: others of {{}} can only be so. {TO_DO}"
EITHER: Final = f"{{}} may be day first or month first, and the column holds dates of both orders. {TO_DO}"
AGAINST: Final = f"{{}} is {{}} first, while other dates of the column are {{}} first. {TO_DO}"
UNSURE: Final = f"{{}} may be day first or month first, and the file holds both. It was read day first. {TO_DO}"
MOST: Final = "Dates under {} that may be day first or month first were read {} first, as nearly all others are."


class Seen(NamedTuple):
    """Which cells of a column can only be day first, only month first, or either."""

    day: pl.Series
    month: pl.Series
    either: pl.Series

    def order(self) -> Order:
        """The order that the column proves by itself."""
        days, months = int(self.day.sum()), int(self.month.sum())
        if months > days * SLIPS:
            return "month"
        if days > months * SLIPS:
            return "day"
        return "both" if days else "unknown"


def in_order(tray: Tray, values: pl.DataFrame, source: Source) -> pl.DataFrame:
    """Values with the dates of American columns read; rows with a date of which nobody can be sure leave the tray."""
    columns = [column for column in source.columns if column.kind.is_day]
    if not any(_has_american(tray.frame[column.name], values[column.name]) for column in columns):
        return values
    seen = {column.name: _seen(tray.frame[column.name]) for column in columns}
    orders, gone = _orders(seen), tray.frame["row"].is_null()
    for column in columns:
        of, order = seen[column.name], orders[column.name]
        if order == "month":
            values = values.with_columns(_turned(tray, column, of, values[column.name]))
        _tell_doubt(tray, column, of, order)
        values, set_aside = _refused(tray, values, column, of, order)
        gone |= set_aside
    tray.frame = tray.frame.filter(~gone)
    return values.filter(~gone)


def _has_american(cells: pl.Series, read: pl.Series) -> bool:
    """Whether a date can only be month first; read day first, such a one is left unread."""
    if read.null_count() == cells.null_count():
        return False
    return bool(_seen(cells.filter(read.is_null() & cells.is_not_null())).month.any())


def _seen(cells: pl.Series) -> Seen:
    parts = cells.str.extract_groups(WRITTEN)
    first, second = (parts.struct.field(name).cast(pl.Int8, strict=False).fill_null(0) for name in ("1", "3"))
    is_month = [each.is_between(1, 12) for each in (first, second)]
    is_day = [each.is_between(13, 31) for each in (first, second)]
    return Seen(is_day[0] & is_month[1], is_month[0] & is_day[1], is_month[0] & is_month[1] & (first != second))


def _orders(seen: Mapping[str, Seen]) -> dict[str, Order]:
    """Order of each column: what it proves, else month first where all others that prove one are so, else unknown."""
    own: dict[str, Order] = {name: each.order() for name, each in seen.items()}
    proven = {order for order in own.values() if order != "unknown"}
    others: Order = "month" if proven == {"month"} else "unknown"
    return {name: others if order == "unknown" else order for name, order in own.items()}


def _turned(tray: Tray, column: Column, seen: Seen, read: pl.Series) -> pl.Series:
    """The column with its dates read month first, each of which is told."""
    american = seen.month | seen.either
    whose = "its column" if seen.month.any() else "another column of the file"
    cells = tray.frame[column.name].set(~american, None).str.replace(BEGINNING, TURNED)
    turned = column.kind.read(cells)
    message = AMERICAN.format(column.header, whose)
    tray.note(american & turned.is_not_null(), column.header, "american-order", "warning", message)
    return read.zip_with(~american, turned).alias(column.name)


def _tell_doubt(tray: Tray, column: Column, seen: Seen, order: Order) -> None:
    """Say where dates that may be either were read in one order and another is not excluded."""
    slips = seen.day if order == "month" else seen.month
    if order == "unknown":
        tray.note(seen.either, column.header, "order-unsure", "warning", UNSURE.format(column.header))
    elif order != "both" and slips.any() and seen.either.any():
        message = MOST.format(column.header, order)
        tray.parts.append(findings.about_file("order-of-most", "info", message, column.header))


def _refused(
    tray: Tray, values: pl.DataFrame, column: Column, seen: Seen, order: Order
) -> tuple[pl.DataFrame, pl.Series]:
    """Values without the dates that are not sure, and which rows are set aside for them.

    A row that can do without the date is kept, and the date is blank; how something ended is for
    `loaders.reading.end_dates`.
    """
    against = seen.day if order == "month" else seen.month
    either = seen.either & (order == "both")
    unsure, none = against | either, tray.frame["row"].is_null()
    if not unsure.any():
        return values, none
    values = values.with_columns(values[column.name].set(unsure, None))
    if column.is_end and column.ends_on:
        return values, none
    is_needed = column.required or column.is_end
    against_it = AGAINST.format(column.header, *(("day", "month") if order == "month" else ("month", "day")))
    for where, message in ((against, against_it), (either, EITHER.format(column.header))):
        if is_needed:
            tray.note(where, column.header, "other-order", "error", message)
        else:
            tray.note(where, column.header, "other-order", "warning", f"{message} It was taken as blank.")
    if not is_needed:
        tray.frame = tray.frame.with_columns(tray.frame[column.name].set(unsure, None))
    return values, unsure if is_needed else none
