"""Single placements for charts that draw one mark each: working release only, boroughs that the reader may open."""

from datetime import date
from typing import Final

import polars as pl

from dashboard.auth.current_user import scope
from dashboard.data.cache import kept
from dashboard.data.data_source import tables_of, version
from dashboard.data.figures import Kept, Where, applied, figures
from metrics import METRICS, When
from metrics.engine.single_rows import points as marks_of
from metrics.shorthand import CONFIDENTIAL

EXPECTED: Final = "expected_cost"
"""Worked out beside other boroughs' placements of the same type."""


def may_draw() -> bool:
    """Say whether the reader may have single placements drawn at all."""
    return scope().may_draw()


def points(slug: str, columns: tuple[str, ...], where: Where, when: When) -> pl.DataFrame:
    """Give the placements behind a figure, cut to `columns`; no rows beyond the working release.

    Never tells who a child is. Keeps to the boroughs whose records the reader may open.
    """
    if not may_draw():
        return pl.DataFrame(schema=list(columns))
    kept = _own(applied(slug, where), scope().boroughs)
    rows = _points(slug, columns, tuple(sorted(kept.items())), (when.start, when.end), version())
    return rows if _may_be_told(slug, columns, kept, when) else rows.clear()


def _may_be_told(slug: str, columns: tuple[str, ...], where: Where, when: When) -> bool:
    """Say whether what is expected of placements is of more boroughs than the reader's own and one other."""
    if EXPECTED not in columns or scope().boroughs is None:
        return True
    by_type = figures(slug, ("placement_type",), where=where, when=when)
    return not by_type["mark"].cast(pl.String).eq_missing(CONFIDENTIAL).any()


def _own(where: dict[str, tuple[str, ...]], mine: tuple[str, ...] | None) -> dict[str, tuple[str, ...]]:
    """Narrow filters to the reader's own boroughs (None: every one)."""
    if mine is None:
        return where
    asked = where.get("borough", mine)
    return where | {"borough": tuple(name for name in asked if name in mine) or ("",)}


@kept(200)
def _points(slug: str, columns: tuple[str, ...], where: Kept, span: tuple[date, date], version: str) -> pl.DataFrame:
    return marks_of(METRICS[slug], tables_of(version), columns, where=dict(where), when=When(*span))
