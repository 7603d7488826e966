"""The records behind a figure: working release, own boroughs only, every opening on record."""

from typing import Final

import polars as pl

from dashboard.access import scope
from dashboard.data.figures import applied
from dashboard.data.source import database, tables
from dashboard.filters.selection import Selection
from metrics import METRICS, When
from metrics.measure import rows_behind
from metrics.question import ask
from store.audit import record
from store.engine import writing

MOST: Final = 1_000
"""Records opened at most."""

SHOWN: Final = {
    "child": "Child",
    "borough": "Borough",
    "date": "Date",
    "started": "Started",
    "ended": "Ended",
    "sex": "Sex",
    "legal_status": "Legal status",
    "placement_type": "Placement type",
    "provider": "Provider",
    "provider_sector": "Provider sector",
    "host_authority": "Where",
    "distance_miles": "Miles from home",
    "weekly_cost": "Weekly cost",
    "need_level": "Need level",
    "indicator": "Need",
    "score": "Score",
    "cohort": "Cohort",
    "numerator": "Counted",
    "denominator": "Out of",
}
"""The columns of a record that may be opened, and their headings."""


def may_open(chosen: Selection) -> bool:
    """Say whether the reader may open the records behind the focus's figures."""
    return scope().may_open(chosen.focus)


def records(slug: str, chosen: Selection, when: When) -> pl.DataFrame:
    """Give the records behind the focus's figure, counted ones first, and put the opening on record.

    Raises:
        PermissionError: the reader may not open records of that borough, or not in this release.
    """
    if not may_open(chosen):
        raise PermissionError("Records open only in the working release, for your own boroughs.")
    rows = _rows(slug, chosen, when)
    with writing(database()) as session:
        detail = {"metric": slug, "borough": chosen.name, "to": when.end.isoformat(), "records": rows.height}
        record(session, scope().role, "opened records", detail)
    return rows


def _rows(slug: str, chosen: Selection, when: When) -> pl.DataFrame:
    question = ask(METRICS[slug], tables(), (), applied(slug, chosen.where(focused=True)), when)
    rows = rows_behind(question, tables())
    known = [name for name in SHOWN if name in rows.collect_schema()]
    found = rows.select(known).sort("numerator", descending=True, nulls_last=True).head(MOST).collect()
    return found.rename({name: SHOWN[name] for name in known})
