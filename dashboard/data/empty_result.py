"""Whether there is anything to show, and which filter left nothing."""

from typing import Final

import polars as pl

from dashboard.data.cache import kept
from dashboard.data.comparisons import one
from dashboard.data.missing_files import lacks
from dashboard.filters.selection import Selection
from metrics.shorthand import NOT_AVAILABLE

NOT_APPLICABLE: Final = "[z]"
"""The mark of a figure with nothing to divide by."""

NOTHING_TOLD: Final = (NOT_APPLICABLE, NOT_AVAILABLE)
"""The marks of figures of which there is nothing to draw."""


def is_empty(slug: str, chosen: Selection) -> bool:
    """Say whether a measure has nothing to show for the focus, or lacks files; what is hidden is something."""
    figure = one(slug, chosen)
    if figure.mark == NOT_AVAILABLE:
        return bool(lacks(slug, chosen))
    return figure.mark in (None, NOT_APPLICABLE) and not figure.n


def empty_because(slug: str, chosen: Selection) -> list[str]:
    """Name the filters without any one of which there would be something to show."""
    return [key for key, _ in chosen.kept if not is_empty(slug, chosen.without(key))]


@kept(1_000)
def is_bare(figures: pl.DataFrame) -> bool:
    """Say whether there is nothing to draw: no row, or no value in any and no mark but "not applicable"."""
    return _says(figures, (NOT_APPLICABLE,))


@kept(1_000)
def is_untold(figures: pl.DataFrame) -> bool:
    """Say the same where figures that are not available are nothing to draw either."""
    return _says(figures, NOTHING_TOLD)


def _says(figures: pl.DataFrame, nothing: tuple[str, ...]) -> bool:
    if figures.is_empty() or "value" not in figures.columns:
        return figures.is_empty()
    marks = figures["mark"].drop_nulls() if "mark" in figures.columns else pl.Series([], dtype=pl.String)
    return figures["value"].is_null().all() and marks.is_in(nothing).all()
