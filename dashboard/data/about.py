"""What is loaded: boroughs, providers, months, coverage."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard.access import scope
from dashboard.data.source import data_date, database, tables_of, version
from metrics import Release, When
from store import history
from store.accepted import EVERY_BOROUGH


def boroughs() -> tuple[str, ...]:
    """Give the boroughs that have anything loaded, in alphabetical order."""
    return tuple(name for name in _distinct("loaded", "borough", version()) if name != EVERY_BOROUGH)


def providers() -> tuple[str, ...]:
    """Give the providers' names, in alphabetical order; none in the event release, which never names them."""
    return () if scope().release is Release.EVENT else _distinct("episodes", "provider", version())


@st.cache_data(show_spinner=False, max_entries=8)
def _distinct(table: str, column: str, version: str) -> tuple[str, ...]:
    names = tables_of(version)[table].select(pl.col(column).drop_nulls().cast(pl.String).unique().sort())
    return tuple(names.collect()[column])


def first_day() -> date:
    """Give the first day of the first return year that is loaded."""
    return _first_day(version())


@st.cache_data(show_spinner=False, max_entries=4)
def _first_day(version: str) -> date:
    year = tables_of(version)["loaded"].select(pl.col("return_year").min()).collect().item()
    return When.return_year(int(year)).start if year else When.year_to(data_date()).start


def coverage() -> pl.DataFrame:
    """Give what is loaded: borough, source, return_year, as_at, rows, set_aside."""
    return _coverage(version())


@st.cache_resource(show_spinner=False, max_entries=2)
def _coverage(version: str) -> pl.DataFrame:
    columns = ["borough", "source", "return_year", "as_at", "rows", "set_aside"]
    return tables_of(version)["loaded"].select(columns).sort("borough", "source", "return_year").collect()


def uploads() -> pl.DataFrame:
    """Give every upload on record, the newest first: who, when, what, its counts and where it stands."""
    return history.history(database())
