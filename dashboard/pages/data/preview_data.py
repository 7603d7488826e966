"""What headline figures would be if the files uploaded were accepted: before and after, nothing stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl
import streamlit as st

from dashboard.auth.current_user import scope
from dashboard.auth.permissions import View
from dashboard.data.data_source import database, tables, version
from dashboard.data.nearest_query import answered
from dashboard.data.uploads import Looked
from loaders import Reading
from metrics import METRICS, Release, When
from metrics.engine.query import data_date
from metrics.populations import Tables
from store.uploads.preview import as_if_accepted

HEADLINES: Final = ("children_looked_after", "outside_borough", "weekly_cost")


@dataclass(frozen=True)
class Change:
    """One headline figure of a borough at a day, before and after, with the marks that stand for hidden ones."""

    borough: str
    at: date
    slug: str
    before: float | None
    after: float | None
    before_mark: str | None = None
    after_mark: str | None = None

    @property
    def is_one(self) -> bool:
        """Say whether the two differ."""
        return (self.before, self.before_mark) != (self.after, self.after_mark)


def changes(looked: Sequence[Looked]) -> tuple[Change, ...]:
    """Give the headline figures that the files bear on, at the last day that each speaks of."""
    readings = tuple(each.reading for each in looked if each.is_ready)
    if not readings:
        return ()
    keys = tuple(f"{each.sha256} {each.borough} {each.as_at}" for each in readings)
    return _changes(readings, keys, scope().view, version())


@st.cache_resource(show_spinner=False, max_entries=4, scope="session")
def _changes(_readings: tuple[Reading, ...], keys: tuple[str, ...], view: View, version: str) -> tuple[Change, ...]:
    del keys, version
    after = {name: frame.lazy() for name, frame in as_if_accepted(database(), _readings).items()}
    days = {(each.borough, each.as_at) for each in _readings if each.borough and each.as_at}
    if any(each.borough is None for each in _readings):
        boroughs = after["episodes"].select(pl.col("borough").unique()).collect()["borough"].to_list()
        days |= {(borough, data_date(after)) for borough in boroughs}
    asked = [(borough, day, slug) for borough, day in sorted(days) if view.names(borough) for slug in HEADLINES]
    return tuple(_change(*each, tables(), after, view.release) for each in asked)


def _change(borough: str, day: date, slug: str, before: Tables, after: Tables, release: Release) -> Change:
    then, now = (_figure(slug, given, borough, day, release) for given in (before, after))
    return Change(borough, day, slug, then[0], now[0], then[1], now[1])


def _figure(slug: str, given: Tables, borough: str, day: date, release: Release) -> tuple[float | None, str | None]:
    where = {"borough": (borough,)}
    figures = answered(METRICS[slug], given, by=(), where=where, when=When.year_to(day), release=release)
    row = figures.row(0, named=True)
    return row["value"], row["mark"]
