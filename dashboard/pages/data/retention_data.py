"""Until when uploads are kept, which are due to go, and the purge that removes their rows."""

from datetime import date, timedelta
from typing import Final

import polars as pl

from dashboard.auth.current_user import scope
from dashboard.data.data_source import changed, database, let_go
from dashboard.pages.data import findings_data as findings
from loaders.catalogue import TITLES
from store.uploads import retention
from store.uploads.accepted import EVERY_BOROUGH
from store.uploads.purge import Purged, purge
from store.uploads.retention import Which

SOON_DAYS: Final = 90


def due_soon(borough: str | None, today: date) -> pl.DataFrame:
    """Give the uploads that will be past their date within 90 days, the first due first, of the reader's own boroughs.

    Columns: those of `store.uploads.history.history`, `title` (of the source), `is_past`.
    """
    rows = retention.due(database(), today + timedelta(days=SOON_DAYS + 1), scope().boroughs)
    mine = rows if borough is None else rows.filter(borough=borough)
    title = pl.col("source").replace_strict(TITLES, default=pl.col("source"), return_dtype=pl.String)
    whose = pl.col("borough").fill_null(EVERY_BOROUGH)
    return mine.with_columns(whose, title=title, is_past=pl.col("keep_until") < today)


def keep(which: Which, until: date | None) -> int:
    """Set until when uploads are kept (None: for good) and give how many. Raises StoreError or PermissionError."""
    if not scope().may_keep(which.borough):
        raise PermissionError("Until when uploads are kept is set by their borough's data officers.")
    return retention.keep_until(database(), which, until, who=scope().who)


def remove_past(today: date) -> Purged:
    """Remove the rows of the reader's own uploads that are past their date. Raises StoreError or PermissionError."""
    if not scope().may_purge():
        raise PermissionError("What is past its date is removed by an administrator.")
    try:
        return purge(database(), today, who=scope().who, boroughs=scope().boroughs)
    finally:
        let_go()
        changed()
        findings.forget()


def may_keep(borough: str | None) -> bool:
    """Say whether the reader may set until when files of a borough (None: of every one) are kept."""
    return scope().may_keep(borough)


def may_purge() -> bool:
    """Say whether the reader may remove what is past its date."""
    return scope().may_purge()
