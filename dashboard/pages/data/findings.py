"""Findings of what is loaded: by kind and file by file, to download for the borough."""

from datetime import date
from typing import Final

import polars as pl
import streamlit as st

from dashboard.charts.chart_style import Look
from dashboard.charts.number_format import day
from dashboard.charts.record_list import Item, Row, listing
from dashboard.data.downloads import taken
from dashboard.filters.selection import Selection
from dashboard.markdown import plain
from dashboard.pages.data import findings_data as data_found
from dashboard.pages.data.finding_kinds import kinds
from dashboard.pages.data.findings_data import Kept
from dashboard.pages.data.preview import XLSX, show_kinds
from dashboard.panels.page_part import part
from dashboard.panels.reader_style import mode
from loaders.finding_advice import DONE
from loaders.findings_workbook import slug

ALL: Final = "All"
A_PAGE: Final = 15
COLUMNS: Final = (
    "File",
    "What it is",
    "Rows in",
    "Accepted",
    "Repaired",
    "Repaired across years",
    "Set aside",
    "Blank",
    "Findings",
)


def found(chosen: Selection) -> None:
    """Draw the section. The borough is the sidebar's."""
    kept = _ask(chosen)
    with st.spinner("Fetching findings"):
        rows = data_found.findings(kept)
    told = kinds(rows, "borough", "source", "return_year")
    st.header(plain(_title(rows.height, told.height)), anchor=False)
    about = f"Findings of the files loaded for {chosen.focus or 'the consortium'}. Row numbers are the file's own."
    st.caption(plain(about))
    if told.height:
        _download(kept, rows.height)
        show_kinds(_a_page(told, "findings-page"), "borough", "source", "return_year")
    _files(data_found.files(kept))


def _ask(chosen: Selection) -> Kept:
    held = data_found.files()
    years = [str(year) for year in held["return_year"].drop_nulls().unique().sort(descending=True)]
    left, middle, right = st.columns(3)
    source = left.selectbox("Source", [ALL, *held["source"].unique().sort()], key="source", bind="query-params")
    year = middle.selectbox("Return year", [ALL, *years], key="year", bind="query-params")
    severity = right.selectbox("What was done", [ALL, *DONE.values()], key="severity", bind="query-params")
    slugs = {words: name for name, words in DONE.items()}
    return Kept(
        borough=chosen.focus,
        source=None if source == ALL else source,
        year=None if year == ALL else int(year),
        severity=slugs.get(severity),
    )


def _title(findings: int, kinds: int) -> str:
    if not findings:
        return "No findings: every row was read as it stands"
    return f"{findings:,} finding{'s' * (findings != 1)} of {kinds:,} kind{'s' * (kinds != 1)}"


def _download(kept: Kept, count: int) -> None:
    """Offer a workbook for the borough in focus, or one a borough, packed together."""
    words = f"Download all {count:,} findings "
    is_one = kept.borough is not None
    name = f"findings-{slug(kept.borough)}.xlsx" if kept.borough else "findings.zip"
    st.download_button(
        plain(words + ("(XLSX)" if is_one else "(ZIP, a workbook a borough)")),
        taken(name, lambda: data_found.workbook(kept, date.today())),
        name,
        XLSX if is_one else "application/zip",
        key="findings-loaded",
        icon=":material/download:",
        on_click="ignore",
    )


def _a_page(rows: pl.DataFrame, key: str) -> pl.DataFrame:
    pages = -(-rows.height // A_PAGE)
    page = st.pagination(pages, key=key) if pages > 1 else 1
    return rows.slice((page - 1) * A_PAGE, A_PAGE)


@part("Findings by file")
def _files(held: pl.DataFrame) -> None:
    st.header("By file", anchor=False)
    st.caption("Rows in are accepted, set aside or blank. Repaired rows are accepted ones in which something changed.")
    rows = [_file(row) for row in _a_page(held, "files-page").iter_rows(named=True)]
    st.html(listing(COLUMNS, rows, Look(mode()), caption="Rows by file"))


def _file(row: dict[str, object]) -> Row:
    year = f"return year {row['return_year']}" if row["return_year"] else ""
    until = f"to {day(row['as_at'])}" if isinstance(row["as_at"], date) else ""
    about = Item(str(row["source"]), ", ".join(part for part in (str(row["borough"]), year, until) if part))
    counts = [row[name] for name in ("rows", "accepted", "repaired", "across", "set_aside", "blank", "findings")]
    return [str(row["file"]), about, *(count for count in counts if isinstance(count, int))]
