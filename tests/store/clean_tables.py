"""What a database holds as clean tables, for tests that look at what was stored."""

from collections.abc import Collection

import polars as pl
import sqlalchemy as sa

from store.engine import reading
from store.uploads.accepted import marks, stacked


def clean_tables(engine: sa.Engine, boroughs: Collection[str] | None = None) -> dict[str, pl.DataFrame]:
    """Every clean table of the accepted uploads, stacked: of these boroughs, or of all with what they share."""
    with reading(engine) as session:
        ids = [mark.id for mark in marks(session) if boroughs is None or mark.borough in boroughs]
        return stacked(session, ids)
