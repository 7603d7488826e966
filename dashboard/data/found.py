"""Findings of what is loaded, and how each return year fared."""

from dataclasses import dataclass

import polars as pl
import streamlit as st

from dashboard.access import scope
from dashboard.data.source import database, version
from loaders.catalogue import TITLES
from store import uploads
from store.accepted import EVERY_BOROUGH


@dataclass(frozen=True)
class Kept:
    """Which findings to show; None: all."""

    borough: str | None = None
    source: str | None = None
    year: int | None = None
    severity: str | None = None


def current() -> pl.DataFrame:
    """Give the accepted uploads of the reader's own boroughs: what `store.uploads.current` gives, with `title`."""
    rows = uploads.current(database()) if scope().may_hand_in(None) else _own(uploads.current(database()))
    titles = pl.col("source").replace_strict(TITLES, default=pl.col("source"), return_dtype=pl.String)
    return rows.with_columns(pl.col("borough").fill_null(EVERY_BOROUGH), title=titles)


def _own(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.filter(pl.col("borough").is_in(scope().boroughs or ()))


def findings(kept: Kept) -> pl.DataFrame:
    """Give the findings kept, each with borough, source (its title) and return_year."""
    about = current().select("id", "borough", "return_year", source="title")
    rows = _every(version()).join(about, left_on="upload_id", right_on="id").drop("upload_id")
    wanted = {"borough": kept.borough, "source": kept.source, "return_year": kept.year, "severity": kept.severity}
    tests = [pl.col(name) == value for name, value in wanted.items() if value is not None]
    first = ("borough", "source", "return_year")
    return rows.filter(pl.lit(value=True), *tests).select(*first, pl.exclude(first))


@st.cache_resource(show_spinner="Fetching findings", max_entries=2)
def _every(version: str) -> pl.DataFrame:
    del version
    return uploads.found(database(), uploads.current(database())["id"].to_list())


def by_year(borough: str | None) -> pl.DataFrame:
    """Give a row a return year, the newest first: return_year, files, rows, accepted, repaired, set_aside, blank."""
    counts = [pl.col(name).sum() for name in ("rows", "accepted", "repaired", "set_aside", "blank")]
    of_year = current().filter(pl.col("return_year").is_not_null())
    mine = of_year if borough is None else of_year.filter(borough=borough)
    return mine.group_by("return_year").agg(pl.len().alias("files"), *counts).sort("return_year", descending=True)
