"""Findings of what is loaded, file by file, and as workbooks for the boroughs."""

import io
import zipfile
from dataclasses import dataclass
from datetime import date

import polars as pl

from dashboard.auth.current_user import scope
from dashboard.data.cache import kept
from dashboard.data.data_source import database, version
from loaders.findings_workbook import findings_book, slug
from store.uploads import findings as upload_findings
from store.uploads.accepted import EVERY_BOROUGH

NAMED = ("borough", "source", "return_year")


@dataclass(frozen=True)
class Kept:
    """Which files and findings to show; None: all."""

    borough: str | None = None
    source: str | None = None
    year: int | None = None
    severity: str | None = None


def files(kept: Kept = Kept()) -> pl.DataFrame:
    """Give a row an accepted file of the reader's own boroughs, by borough, the newest return year first.

    Columns: id, borough, source (its title), return_year, as_at, file, rows, accepted, repaired, across (rows
    repaired when years were put together), set_aside, blank, flagged (rows with an error or a warning), findings.
    """
    return _own(version(), _mine())[0].filter(pl.lit(value=True), *_tests(kept))


def findings(kept: Kept = Kept()) -> pl.DataFrame:
    """Give the findings kept: borough, source (its title), return_year, file, row, column, code, severity, message,
    todo.
    """
    about = files(kept).select("id", *NAMED)
    rows = _own(version(), _mine())[1].join(about, left_on="upload_id", right_on="id").drop("upload_id")
    graver = [] if kept.severity is None else [pl.col("severity") == kept.severity]
    return rows.filter(pl.lit(value=True), *graver).select(*NAMED, pl.exclude(NAMED))


def _tests(kept: Kept) -> list[pl.Expr]:
    wanted = {"borough": kept.borough, "source": kept.source, "return_year": kept.year}
    return [pl.col(name) == value for name, value in wanted.items() if value is not None]


def _mine() -> tuple[str, ...] | None:
    """The boroughs whose files the reader may see, none where they may see no file (None: every one)."""
    if not scope().may_see_files(None):
        return ()
    mine = scope().boroughs
    return None if mine is None else (*mine, EVERY_BOROUGH)


@kept(20)
def _own(version: str, boroughs: tuple[str, ...] | None) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give the files of these boroughs, and their findings."""
    rows, told = _account(version)
    mine = rows if boroughs is None else rows.filter(pl.col("borough").is_in(boroughs))
    return mine, told.join(mine.select("id"), left_on="upload_id", right_on="id", how="semi")


@kept(2)
def _account(version: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give every accepted file, and every finding."""
    del version
    found = upload_findings.findings(database())
    held = upload_findings.files(database(), found).with_columns(pl.col("borough").fill_null(EVERY_BOROUGH))
    told = ("as_at", "rows", "accepted", "repaired", "across", "set_aside", "blank", "flagged", "findings")
    return held.select("id", "borough", "return_year", *told, source="title", file="filename"), found


def forget() -> None:
    """Let go of every finding kept in memory."""
    _account.cache_clear()
    _own.cache_clear()


def workbook(kept: Kept, today: date) -> bytes:
    """Give the findings kept as a workbook of one borough, or of all as a ZIP with a workbook each."""
    held, told = files(kept), findings(kept)
    if kept.borough:
        return findings_book(kept.borough, today, held, told)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bundle:
        for borough in told["borough"].unique().sort():
            mine = (frame.filter(borough=borough) for frame in (held, told))
            bundle.writestr(f"findings-{slug(borough)}.xlsx", findings_book(borough, today, *mine))
    return packed.getvalue()
