"""Which source a sheet is, by its headings alone, and its cells under the source's clean names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import polars as pl

from loaders import findings
from loaders.intake import Sheet
from loaders.source import Column, Source

HEADINGS_WITHIN: Final = 20
"""Rows in which the headings are looked for; above them may stand a title or notes."""
BLANKS: Final = ["", "NULL", "null", "#N/A", "N/A", "n/a", "NaN", "nan", "NaT"]
"""What systems write for nothing."""


@dataclass(frozen=True)
class Near:
    """How near one row of a sheet comes to one source: what it has, and what it lacks."""

    source: Source
    row: int
    places: dict[str, str]
    lacks: list[Column]

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


@lru_cache(maxsize=10_000)
def plain(heading: str) -> str:
    """A heading without case, spaces and marks."""
    return re.sub(r"[^a-z0-9%]", "", heading.lower())


def nearest(sheet: Sheet, sources: Iterable[Source], file: str = "") -> Near | None:
    """The source that the sheet's headings come nearest to; None where they share nothing with any.

    A file called after a source is measured against that one first, unless another fits wholly.
    """
    known = tuple(sources)
    nears: list[Near] = []
    for row, headings in _candidates(sheet):
        here = [near for near in (_near(source, row, headings) for source in known) if near.places]
        nears = here if any(not near.lacks for near in here) else [*nears, *here]
        if nears is here:
            break
    return max(nears, key=lambda near: (not near.lacks, _called(near.source, file), near.nearness), default=None)


def _called(source: Source, file: str) -> bool:
    """Whether the file is called after the source: oc2.csv, SSDA903_2025_episodes.csv."""
    return plain(source.slug.removeprefix("ssda903_")) in plain(file)


def _candidates(sheet: Sheet) -> list[tuple[int, dict[str, str]]]:
    """Rows that may be the headings: row number, and the column in which each plain heading stands."""
    rows = sheet.cells.head(HEADINGS_WITHIN).rows(named=True)
    return [(i, {plain(text): name for name, text in reversed(row.items()) if text}) for i, row in enumerate(rows)]


def _near(source: Source, row: int, headings: dict[str, str]) -> Near:
    places: dict[str, str] = {}
    for column in source.columns:
        spelt = next((plain(name) for name in (column.header, *column.also) if plain(name) in headings), None)
        if spelt is not None:
            places[column.name] = headings[spelt]
    lacks = [column for column in source.needed() if column.name not in places]
    return Near(source, row, places, lacks)


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
            *(_cells(near.places.get(column.name), column.name) for column in source.columns),
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


def _cells(place: str | None, name: str) -> pl.Expr:
    return (pl.lit(None, pl.String) if place is None else pl.col(place)).alias(name)


def _any_filled(names: Sequence[str]) -> pl.Expr:
    return pl.any_horizontal(pl.col(names).is_not_null()) if names else pl.lit(value=False)


def _notes(sheet: Sheet, near: Near, headed: list[str]) -> list[pl.DataFrame]:
    """Say which columns were passed over, and which that may be missing are."""
    source = near.source
    left_out = {plain(name) for name in source.left_out}
    headings = {name: str(sheet.cells[name][near.row]).strip() for name in headed}
    used = set(near.places.values())
    extra = [text for name, text in headings.items() if name not in used and plain(text) not in left_out]
    absent = [column.header for column in source.columns if column.name not in near.places]
    notes: list[pl.DataFrame] = []
    if extra:
        notes.append(_note("extra-column", f"Columns that are not needed were passed over: {len(extra)}."))
    if absent:
        notes.append(_note("absent-column", f"The file has no column {', '.join(absent)}: taken as blank."))
    if sheet.cells.height == near.row + 1:
        notes.append(_note("no-rows", "The file has headings but no rows under them. Check that it is whole."))
    return notes


def _note(code: str, message: str) -> pl.DataFrame:
    return findings.about_file(code, "warning" if code == "no-rows" else "info", message)
