"""An empty view that lacks files names them and says where to upload them: panels, cards, tables and whole pages."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import polars as pl
import streamlit as st

from dashboard.data.empty_result import is_untold
from dashboard.data.missing_files import Lacks, lacks
from dashboard.data.uploads import may_hand_in_any
from dashboard.filters.selection import Selection
from dashboard.insights.missing_files import told
from dashboard.markdown import plain
from dashboard.panels.links import link
from dashboard.panels.page_part import quietly
from metrics import When
from metrics.dimensions.catalogue import DIMENSIONS
from metrics.engine.return_periods import TOLD_BY
from metrics.shorthand import NOT_AVAILABLE


def lack_of(slug: str, chosen: Selection, by: tuple[str, ...] = (), when: When | None = None) -> str:
    """Say what to upload before a measure, told by some dimensions, is known of anybody; else nothing."""
    return _words(lambda: lacks(slug, chosen, by, when), chosen, when)


def lack_behind(figures: pl.DataFrame, slug: str, chosen: Selection, when: When) -> str:
    """Say what to upload where a panel's figures tell nothing for want of a file; else nothing.

    That is where nobody's figure is known, or where what they are told apart by is known of nobody.
    """
    if is_untold(figures):
        return lack_of(slug, chosen, tuple(name for name in figures.columns if name in DIMENSIONS), when)
    by = tuple(name for name in figures.columns if name in TOLD_BY)
    return lack_of(slug, replace(chosen, focus=None), by, when) if by else ""


def say_lacking(slugs: Sequence[str], chosen: Selection, cells: Iterable[str]) -> None:
    """Show under a table of several measures what to upload, where any of its cells is not available."""
    if any(NOT_AVAILABLE in cell for cell in cells):
        words = _words(lambda: sum((lacks(slug, chosen) for slug in slugs), Lacks()), chosen)
        if words:
            notice(words)


def _words(ask: Callable[[], Lacks], chosen: Selection, when: When | None = None) -> str:
    found = quietly("Which files are lacking", ask, Lacks())
    return told(found, chosen, when, may_upload=may_hand_in_any())


def notice(words: str) -> None:
    """Show what to upload, with the way there for those who may."""
    st.info(plain(words), icon=":material/upload_file:")
    if may_hand_in_any():
        link("Data", "Upload on Data", section="Upload")
