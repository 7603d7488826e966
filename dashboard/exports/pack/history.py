"""Packs made, and when the data that they rest on came in."""

from datetime import UTC, datetime

import polars as pl

from dashboard.auth.current_user import scope
from dashboard.data.cache import kept
from dashboard.data.data_source import database, tables_of, version
from store.packs import Pack as Made
from store.packs import packs, record_pack


def moment() -> datetime:
    """Give when the last of the present data was loaded: what dates a pack, however often it is made."""
    return _moment(version())


@kept(4)
def _moment(version: str) -> datetime:
    last = tables_of(version)["loaded"].select(pl.col("loaded_at").max()).collect().item()
    return last.replace(tzinfo=UTC, microsecond=0)


def put(pack: Made) -> None:
    """Put a pack on record and in the audit."""
    record_pack(database(), pack)


def made() -> list[Made]:
    """Give the packs that the reader made, the newest first; every one to who looks after people."""
    seen = scope()
    return [pack for pack in packs(database()) if seen.may_manage() or pack.who == seen.who]
