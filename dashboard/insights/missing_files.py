"""What a figure lacks, in words: which files to upload, and where."""

from collections.abc import Iterable
from dataclasses import replace

import polars as pl

from dashboard.charts.number_format import day
from dashboard.data.empty_result import is_untold
from dashboard.data.missing_files import Lacks, lacks
from dashboard.data.uploads import may_hand_in_any
from dashboard.faults import quietly
from dashboard.filters.selection import Selection
from dashboard.insights.wording import short
from metrics import Metric, When
from metrics.dimensions.catalogue import DIMENSIONS
from metrics.engine.return_periods import TOLD_BY


def lack_of(slug: str, selection: Selection, by: tuple[str, ...] = (), when: When | None = None) -> str:
    """Say what to upload before a measure, told by some dimensions, is known of anybody; else nothing."""
    found = quietly("Which files are lacking", lambda: lacks(slug, selection, by, when), Lacks())
    return told(found, selection, when, may_upload=may_hand_in_any())


def lack_of_all(slugs: Iterable[str], selection: Selection) -> str:
    """Say what to upload before each of several measures is known; else nothing."""
    found = quietly(
        "Which files are lacking", lambda: sum((lacks(slug, selection) for slug in slugs), Lacks()), Lacks()
    )
    return told(found, selection, may_upload=may_hand_in_any())


def lack_behind(rows: pl.DataFrame, slug: str, selection: Selection, when: When) -> str:
    """Say what to upload where a figure's rows tell nothing for want of a file; else nothing.

    That is where nobody's figure is known, or where what they are told apart by is known of nobody.
    """
    if is_untold(rows):
        return lack_of(slug, selection, tuple(name for name in rows.columns if name in DIMENSIONS), when)
    by = tuple(name for name in rows.columns if name in TOLD_BY)
    return lack_of(slug, replace(selection, focus=None), by, when) if by else ""


def told(lacks: Lacks, chosen: Selection, when: When | None = None, *, may_upload: bool = True) -> str:
    """Say which files are not there, and what to do; nothing where none is lacking."""
    if not lacks:
        return ""
    whose, until = f" for {chosen.focus}" if chosen.focus else "", day((when or chosen.when).end)
    parts = list[str]()
    if lacks.absent:
        parts.append(f"Not loaded{whose}: {', '.join(lacks.absent)}.")
    if lacks.elsewhen:
        names = ", ".join(lacks.elsewhen)
        parts.append(f"Loaded{whose}, but not of every year that a figure to {until} needs: {names}.")
    parts.append(_upload(lacks, may_upload=may_upload))
    return " ".join(parts)


def _upload(lacks: Lacks, *, may_upload: bool) -> str:
    names = [*lacks.absent, *lacks.elsewhen]
    what = "it" if len(names) == 1 else "them"
    return f"Upload {what} on Data." if may_upload else f"Ask a data officer to upload {what} on Data."


def title(metric: Metric) -> str:
    """Give the title of a panel that has nothing to show until a file is uploaded."""
    return short(f"{metric.title}: nothing to show yet", "Nothing to show yet")
