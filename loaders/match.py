"""Which source a sheet is, by its headings alone, and its cells under the source's clean names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from loaders import findings
from loaders.headings import bare, places_of, plain
from loaders.intake import Sheet
from loaders.source import Column, Source

HEADINGS_WITHIN: Final = 20
"""Rows in which the headings are looked for; above them may stand a title or notes."""
LONGEST_HEADING: Final = 500
"""Letters of a heading; what is longer is none, and is not looked at."""
BLANKS: Final = ["", "NULL", "null", "#N/A", "N/A", "n/a", "NaN", "nan", "NaT"]
"""What systems write for nothing."""

UNCALCULATED: Final = (
    "Cells whose formula was never calculated were taken as blank: {}. Open the workbook in Excel, save it and "
    "hand it in again."
)
TO_CHECK: Final = ("no-rows", "uncalculated", "above-headings")
"""Notes by which something may be missing from what was read."""


@dataclass(frozen=True)
class Near:
    """How near one row of a sheet comes to one source: what it has, what it lacks, what headings say besides.

    `places` is where each clean name stands, `told` the cell that the headings give one where its own is blank.
    """

    source: Source
    row: int
    places: dict[str, str]
    lacks: list[Column]
    told: dict[str, str]

    @property
    def nearness(self) -> tuple[float, int]:
        """Share of the needed columns that are there; then how many columns are."""
        needed = len(self.source.needed())
        return (needed - len(self.lacks)) / needed, len(self.places)


@dataclass(frozen=True)
class Match:
    """A sheet that is a source: its cells by clean name, ready for `loaders.rows`, and notes on its columns."""

    source: Source
    sheet: str | None
    cells: pl.DataFrame
    notes: list[pl.DataFrame]


def nearest(sheet: Sheet, sources: Iterable[Source], file: str = "") -> Near | None:
    """The source that the sheet's headings come nearest to; None where they share nothing with any.

    A file called after a source is measured against that one first, unless another fits wholly.
    """
    known = tuple(sources)
    nears: list[Near] = []
    for row, headings in enumerate(map(places_of, sheet.cells.head(HEADINGS_WITHIN).rows(named=True))):
        here = [near for near in (_near(source, row, headings) for source in known) if near.places]
        nears = here if any(not near.lacks for near in here) else [*nears, *here]
        if nears is here:
            break
    return max(nears, key=lambda near: (not near.lacks, _called(near.source, file), near.nearness), default=None)


def _called(source: Source, file: str) -> bool:
    """Whether the file is called after the source: oc2.csv, SSDA903_2025_episodes.csv."""
    return plain(source.slug.removeprefix("ssda903_")) in plain(file)


def _near(source: Source, row: int, headings: dict[str, str]) -> Near:
    places: dict[str, str] = {}
    for column in source.columns:
        spelt = next((plain(name) for name in (column.header, *column.also) if plain(name) in headings), None)
        if spelt is not None:
            places[column.name] = headings[spelt]
    lacks = [column for column in source.needed() if column.name not in places]
    return Near(source, row, places, lacks, _told(source, headings, set(places.values())))


def _told(source: Source, headings: dict[str, str], used: set[str]) -> dict[str, str]:
    """What the headings of the columns in use say of other columns' blank cells."""
    told = {
        column.name: next((cell for name, cell in column.told_by.items() if headings.get(plain(name)) in used), None)
        for column in source.columns
    }
    return {name: cell for name, cell in told.items() if cell is not None}


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
