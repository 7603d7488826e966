"""Sheets of one file that are one source, read as one table: a row that stands on two of them counts once."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import polars as pl

from loaders.findings import Found, stacked
from loaders.intake.sheet import HEADINGS_WITHIN
from loaders.reading.header_match import Match
from loaders.reading.rows import Rows, read_rows
from loaders.source import Handed, Source


@dataclass(frozen=True)
class Stack:
    """Sheets of one source and what came of their rows.

    In findings a row is its own number and `step` times the number of its sheet, so that no two rows share one.
    """

    matches: list[Match]
    rows: Rows
    step: int

    @property
    def source(self) -> Source:
        """What the sheets are."""
        return self.matches[0].source

    def findings(self, file: str, *, is_alone: bool) -> Iterator[pl.DataFrame]:
        """Findings of each sheet under its own name and row numbers; under the file's alone where it is one table."""
        if len(self.matches) > 1:
            yield stacked(file, [part for part in self.rows.parts if part.rows.null_count()])
        for at, match in enumerate(self.matches):
            name = file if is_alone else f"{file} [{match.sheet}]"
            yield stacked(name, [*match.notes, *self._of_sheet(at)])

    def _of_sheet(self, at: int) -> Iterator[Found]:
        if len(self.matches) == 1:
            yield from self.rows.parts
            return
        for part in self.rows.parts:
            rows = part.rows.filter((part.rows // self.step == at).fill_null(value=False))
            if len(rows):
                yield part._replace(rows=rows % self.step)


def stacks(matches: list[Match], handed: Handed) -> list[Stack]:
    """Read the rows of matched sheets, those of one source together."""
    by_source: dict[Source, list[Match]] = {}
    for match in matches:
        by_source.setdefault(match.source, []).append(match)
    return [_stack(source, together, handed) for source, together in by_source.items()]


def _stack(source: Source, matches: list[Match], handed: Handed) -> Stack:
    if len(matches) == 1:
        return Stack(matches, read_rows(source, matches[0].cells, handed), 0)
    step = 1 + HEADINGS_WITHIN + max(match.cells.height for match in matches)
    cells = pl.concat(match.cells.with_columns(pl.col("row") + at * step) for at, match in enumerate(matches))
    rows = read_rows(source, cells, handed, step)
    own = [pl.col("row") % step] if "row" in rows.table.columns else []
    return Stack(matches, replace(rows, table=rows.table.with_columns(own)), step)
