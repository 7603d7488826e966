"""A sheet's cells under the clean names of the source that it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from loaders import findings
from loaders.headings import bare, plain
from loaders.intake import Sheet
from loaders.near import Near
from loaders.source import EXAMPLE, Source

BLANKS: Final = ["", "NULL", "null", "#N/A", "N/A", "n/a", "NaN", "nan", "NaT"]
"""What systems write for nothing."""

UNCALCULATED: Final = (
    "Cells whose formula was never calculated were taken as blank: {}. Open the workbook in Excel, save it and "
    "hand it in again."
)
TO_CHECK: Final = ("no-rows", "uncalculated", "above-headings")
"""Notes by which something may be missing from what was read."""


@dataclass(frozen=True)
class Match:
    """A sheet that is a source: its cells by clean name, ready for `loaders.rows`, and notes on its columns."""

    source: Source
    sheet: str | None
    cells: pl.DataFrame
    notes: list[pl.DataFrame]


def matched(sheet: Sheet, near: Near) -> Match:
    """Cells of a sheet under clean names, numbered as the file numbers its rows."""
    source = near.source
    headings = sheet.cells.row(near.row, named=True)
    headed = [name for name, text in headings.items() if text and text.strip()]
    width = sheet.widths[near.row] if near.row < len(sheet.widths) else len(sheet.cells.columns)
    cells = (
        _trimmed(sheet.cells.lazy(), source)
        .with_row_index("row", offset=1)
        .slice(near.row + 1)
        .select(
            pl.col("row").cast(pl.Int64),
            *(_cells(near, column.name) for column in source.columns),
            spill=_any_filled(sheet.cells.columns[width:]),
            is_blank=~_any_filled(sheet.cells.columns),
            is_example=_is_example(near, source.columns[0].name),
            is_unheaded=_any_filled([name for name in sheet.cells.columns[:width] if name not in headed]),
        )
        .collect()
    )
    notes = _notes(sheet, near, headed)
    if cells["is_unheaded"].any():
        notes.append(_note("no-heading", "Cells that stand under no heading were passed over."))
    return Match(source, sheet.name, cells, notes)


def _trimmed(cells: pl.LazyFrame, source: Source) -> pl.LazyFrame:
    blanks = [*BLANKS, "-"] if source.dashes_are_blank else BLANKS
    tidy = cells.with_columns(pl.all().str.strip_chars())
    return tidy.with_columns(pl.when(~pl.all().is_in(blanks)).then(pl.all()))


def _cells(near: Near, name: str) -> pl.Expr:
    cells = pl.col(near.places[name]) if name in near.places else pl.lit(None, pl.String)
    return (cells.fill_null(near.told[name]) if name in near.told else cells).alias(name)


def _is_example(near: Near, name: str) -> pl.Expr:
    """Whether a row is a template's example, which its first cell says."""
    return (_cells(near, name).str.to_uppercase() == EXAMPLE).fill_null(value=False)


def _any_filled(names: Sequence[str]) -> pl.Expr:
    return pl.any_horizontal(pl.col(names).is_not_null()) if names else pl.lit(value=False)


def _notes(sheet: Sheet, near: Near, headed: list[str]) -> list[pl.DataFrame]:
    """Say which columns were passed over, and which that may be missing are."""
    source = near.source
    left_out = {plain(name) for name in source.left_out}
    headings = {name: str(sheet.cells[name][near.row]).strip() for name in headed}
    used = set(near.places.values())
    extra = [text for name, text in headings.items() if name not in used and not left_out & {plain(text), bare(text)}]
    absent = [column.header for column in source.columns if column.name not in near.places | near.told]
    notes: list[pl.DataFrame] = []
    if extra:
        notes.append(_note("extra-column", f"Columns that are not needed were passed over: {len(extra)}."))
    if absent:
        notes.append(_note("absent-column", f"The file has no column {', '.join(absent)}: taken as blank."))
    if above := _rows_above(sheet, near):
        notes.append(_note("above-headings", f"Rows above the headings, no mere title, were passed over: {above}."))
    if sheet.uncalculated:
        notes.append(_note("uncalculated", UNCALCULATED.format(sheet.uncalculated)))
    if sheet.cells.height == near.row + 1:
        notes.append(_note("no-rows", "The file has headings but no rows under them. Check that it is whole."))
    return notes


def _rows_above(sheet: Sheet, near: Near) -> int:
    """Rows above the headings that hold more than one cell: a title has but one, so these may be data."""
    filled = pl.sum_horizontal(pl.all().str.strip_chars().str.len_chars().fill_null(0) > 0)
    return sheet.cells.head(near.row).select((filled > 1).sum()).item() if near.row else 0


def _note(code: str, message: str) -> pl.DataFrame:
    return findings.about_file(code, "warning" if code in TO_CHECK else "info", message)
