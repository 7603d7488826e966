"""What files hold and what they would change, before they are stored."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import polars as pl
import streamlit as st

from dashboard.charts.chart_style import Look
from dashboard.charts.number_format import apart, day, signed, written
from dashboard.charts.record_list import Item, Row, listing
from dashboard.data import figures
from dashboard.data.downloads import taken
from dashboard.data.uploads import Looked
from dashboard.markdown import plain
from dashboard.pages.data.finding_kinds import kinds, where
from dashboard.pages.data.preview_data import Change, changes
from dashboard.panels.figure_table import legend_of
from dashboard.panels.page_part import part
from dashboard.panels.reader_style import mode
from loaders.catalogue import TITLES
from loaders.finding_advice import DONE, with_advice
from loaders.findings_workbook import findings_book
from loaders.reading.result import Reading
from metrics import Unit

WORDS: Final = {
    "new": Item("New", tone="good"),
    "replaces": Item("Replaces", tone="good"),
    "unchanged": Item("Already loaded", tone="quiet"),
    "empties": Item("Empties a table", tone="bad"),
    "held back": Item("Held back", tone="bad"),
    "refused": Item("Refused", tone="bad"),
}
COLUMNS: Final = ("File", "What it is", "Rows in", "Accepted", "Repaired", "Set aside", "Blank", "What accepting does")
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST: Final = 30
"""Kinds of finding on the page; the download has all."""


def preview(looked: Sequence[Looked]) -> None:
    """Show counts, what would change, and findings."""
    st.header("What the files hold", anchor=False)
    st.html(listing(COLUMNS, [_file(each) for each in looked], Look(mode()), caption="What the files hold"))
    _foreseen(looked)
    _findings([each.reading for each in looked if not each.reading.refused])


def _file(each: Looked) -> Row:
    reading, word = each.reading, WORDS[each.status]
    does = Item(word.text, each.sentence, word.tone)
    if reading.refused:
        return [reading.file, "Not read", "", "", "", "", "", does]
    whose = [reading.borough or "Every borough", f"return year {reading.return_year}" if reading.return_year else ""]
    until = f"to {day(reading.as_at)}" if reading.as_at else ""
    about = Item(TITLES.get(reading.source or "", "Unknown"), ", ".join(part for part in (*whose, until) if part))
    counts = (reading.rows, reading.accepted, reading.repaired, reading.set_aside, reading.blank)
    return [reading.file, about, *counts, does]


@part("What would change")
def _foreseen(looked: Sequence[Looked]) -> None:
    if not any(each.is_ready for each in looked):
        return
    st.header("What would change", anchor=False)
    with st.spinner("Working out what would change"):
        found = changes(looked)
    st.caption("Headline figures at the last day that the files speak of. Nothing is stored yet.")
    if not found:
        st.markdown("None of the headline figures.")
        return
    rows = [_change(each) for each in found]
    st.html(
        listing(("Borough", "At", "Figure", "Now", "Then", "Change"), rows, Look(mode()), caption="What would change")
    )
    for words in legend_of(mark for each in found for mark in (each.before_mark, each.after_mark) if mark):
        st.caption(plain(words))


def _change(change: Change) -> Row:
    metric = figures.metric(change.slug)
    unit = "" if metric.unit in (Unit.PERCENT, Unit.CHILDREN) else f", {metric.unit.value.replace('GBP', '£')}"
    before, after = (
        written(change.before, metric.unit, change.before_mark),
        written(change.after, metric.unit, change.after_mark),
    )
    if not change.is_one:
        word = Item("No change", tone="quiet")
    elif change.before is None or change.after is None:
        word = Item("Changes")
    else:
        word = Item(_by(apart(change.after, change.before, metric.unit), metric.unit))
    return [change.borough, day(change.at), f"{metric.title}{unit}", before, after, word]


def _by(difference: float, unit: Unit) -> str:
    if not difference:
        return "Less than is shown"
    return f"{difference:+.0f} percentage points" if unit is Unit.PERCENT else signed(difference, unit)


@part("Findings")
def _findings(readings: Sequence[Reading]) -> None:
    if not readings:
        return
    st.header("Findings", anchor=False)
    found = pl.concat([_of(reading) for reading in readings])
    if found.is_empty():
        st.markdown("Nothing was found wrong in any row.")
        return
    show_kinds(kinds(found).head(MOST))
    _download(readings, found)


def _of(reading: Reading) -> pl.DataFrame:
    about = {"source": TITLES.get(reading.source or ""), "return_year": reading.return_year}
    shape = {"source": pl.String, "return_year": pl.Int16}
    return with_advice(reading.findings).with_columns(pl.lit(about[name], shape[name]).alias(name) for name in about)


def show_kinds(told: pl.DataFrame, *also: str) -> None:
    """Show findings by kind: what was done, where, what is wrong, what to do. Columns: those of `kinds`."""
    rows = [_kind(row, also) for row in told.iter_rows(named=True)]
    columns = ("What was done", "Where", "What is wrong", "What to do")
    st.html(listing(columns, rows, Look(mode()), caption="Findings by kind"))


def _kind(row: dict[str, object], also: Sequence[str]) -> Row:
    severity, count, first = str(row["severity"]), row["rows"], row["first"]
    assert isinstance(count, int), "Kinds count their rows."
    assert isinstance(first, list), "Kinds name their rows."
    place = where(count, first)
    under = ", ".join(str(row[name]) for name in (*also, "file") if row[name] is not None)
    tone = {"error": "bad", "info": "quiet"}.get(severity, "")
    column = f"Column {row['column']}" if row["column"] else ""
    wrong = Item(str(row["message"]), column)
    return [Item(DONE[severity], tone=tone), Item(place, under), wrong, str(row["todo"])]


def _download(readings: Sequence[Reading], found: pl.DataFrame) -> None:
    """Offer every finding as a workbook."""
    counts = ("file", "return_year", "rows", "accepted", "repaired", "set_aside", "blank")
    rows = [{name: getattr(each, name) for name in counts} for each in readings]
    titles = [TITLES.get(each.source or "") for each in readings]
    many = [each.findings.height for each in readings]
    files = pl.DataFrame(rows).with_columns(pl.Series("source", titles), pl.Series("findings", many))
    st.download_button(
        f"Download all {found.height:,} findings (XLSX)",
        taken("findings-upload.xlsx", lambda: findings_book("the files uploaded", date.today(), files, found)),
        "findings-upload.xlsx",
        XLSX,
        key="findings-upload",
        icon=":material/download:",
        on_click="ignore",
    )
