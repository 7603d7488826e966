"""What is said of sheets that were not read: those that are hidden, and those that are of no known source."""

from collections.abc import Iterable, Sequence
from typing import Final

from loaders.findings import Found, about_file
from loaders.intake import Sheet
from loaders.published.unread import unread
from loaders.reading.ambiguous_headings import changed
from loaders.reading.files import shown
from loaders.reading.nearest_source import Near

Told = Sequence[tuple[Sheet, Near | None]]
"""Sheets, each with what its headings come nearest to."""

NAMED: Final = 10
"""Sheets that are named in one sentence."""
HALF: Final = 0.5
"""Share of the needed columns from which a sheet that lacks the others is taken for one that was meant to be read."""


TWO_ROWS: Final = "Its headings stand in two rows: give each column one heading, in one row."


def left_out(told: Told) -> list[Found]:
    """Say which sheets were not read, and why; the sheets of a template are not among them."""
    notes: list[Found] = []
    others: list[Sheet] = []
    for sheet, near in told:
        if sheet.is_hidden or near is None or (near.lacks and near.nearness[0] < HALF):
            others.append(sheet)
        elif near.lacks:
            notes.append(about_file("sheet-lacks", "warning", f"{_lacking(sheet, near)} It was not read."))
    hidden, passed = [each for each in others if each.is_hidden], [each for each in others if not each.is_hidden]
    if hidden:
        notes.append(about_file("hidden-sheet", "warning", f"Hidden sheets were left out: {_names(hidden)}."))
    if passed:
        message = f"Sheets that are none of the known sources were passed over: {_names(passed)}."
        notes.append(about_file("extra-sheet", "info", message))
    return notes


def unknown(told: Told) -> str:
    """Say why nothing can be read: what the file comes nearest to, and what it lacks."""
    if not told:
        return "The file holds no table: there is nothing on its sheets."
    if hidden := [sheet for sheet, near in told if sheet.is_hidden and near and not near.lacks]:
        return f"The sheets that hold the table are hidden: {_names(hidden)}. Unhide those that count, save and upload."
    sheet, near = max(told, key=lambda each: each[1].nearness if each[1] else (0.0, 0))
    if (near is None or near.nearness[0] < HALF) and (sentence := unread(sheet for sheet, _ in told)):
        return sentence
    if near is None:
        return (
            "The file is none of the known sources: its headings are not those of any. Compare them with the templates."
        )
    return changed(sheet, near, near.lacks) or _nearest_to(near)


def _nearest_to(near: Near) -> str:
    nearest_to = f"It comes nearest to {near.source.title}, but lacks {_lacks(near)}."
    return f"The file is none of the known sources. {nearest_to} {TWO_ROWS if near.rows > 1 else 'Add what it lacks.'}"


def _lacking(sheet: Sheet, near: Near) -> str:
    return f"The sheet {shown(sheet.name or '')} comes near to {near.source.title}, but lacks {_lacks(near)}."


def _lacks(near: Near) -> str:
    return ", ".join(column.header for column in near.lacks)


def _names(sheets: Iterable[Sheet]) -> str:
    names = [shown(sheet.name or "") for sheet in sheets]
    return ", ".join(names[:NAMED]) + (f" and {len(names) - NAMED} more" if len(names) > NAMED else "")
