"""How many figures are shown and how many are hidden, in frames and in words: for pre-flight and for documents."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from metrics.disclosure import CONFIDENTIAL

NOTHING: Final = ("[z]", "[x]", "-", "")
"""Cells that hold no figure at all: nothing to divide by, nothing loaded."""


@dataclass(frozen=True)
class Cells:
    """Figures shown as they are in the release, and figures hidden."""

    shown: int = 0
    hidden: int = 0

    def __add__(self, other: "Cells") -> "Cells":
        return Cells(self.shown + other.shown, self.hidden + other.hidden)

    @property
    def all(self) -> int:
        """Give how many figures there are."""
        return self.shown + self.hidden

    @property
    def share(self) -> float:
        """Give the hidden ones in percent of all; zero of none."""
        return 100 * self.hidden / self.all if self.all else 0.0


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A figure about to be shown: its page, its words, how many figures it is, and what it holds, to be looked at."""

    page: str = ""
    title: str
    about: str
    cells: Cells
    frames: tuple[pl.DataFrame, ...] = ()
    words: tuple[str, ...] = ()


def of_frame(figures: pl.DataFrame) -> Cells:
    """Count a frame's figures: a row with a value is one, and so is a row marked as hidden."""
    if not {"value", "mark"} <= set(figures.columns):
        return Cells()
    hidden = int((figures["mark"] == CONFIDENTIAL).sum())
    return Cells(int(figures["value"].is_not_null().sum()), hidden)


def of_rows(figures: pl.DataFrame, options: Mapping[str, Any]) -> Cells:
    """Count the figures of a chart, those beside it in its options too."""
    frames = [figures, *(option for option in options.values() if isinstance(option, pl.DataFrame))]
    return sum(map(of_frame, frames), Cells())


def of_words(cells: Iterable[str]) -> Cells:
    """Count figures that stand as words."""
    told = [cell.strip() for cell in cells]
    hidden = sum(CONFIDENTIAL in cell for cell in told)
    return Cells(sum(cell not in NOTHING for cell in told) - hidden, hidden)
