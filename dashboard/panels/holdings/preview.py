"""What files hold and what they would change, before they are stored."""

from collections.abc import Sequence
from typing import Final

import polars as pl
import streamlit as st

from dashboard import data
from dashboard.charts.listing import Item, Row, listing
from dashboard.charts.look import Look
from dashboard.charts.numbers import day, signed, written
from dashboard.data.finding_kinds import SEVERITY, kinds, where
from dashboard.data.foreseen import Change, changes
from dashboard.data.handed import Looked
from dashboard.exports.findings import as_workbook
from dashboard.panels.look import mode
from dashboard.panels.table import legend_of
from loaders.catalogue import TITLES
from metrics import Unit

WORDS: Final = {
    "new": Item("New", tone="good"),
    "replaces": Item("Replaces", tone="good"),
    "unchanged": Item("Already loaded", tone="quiet"),
    "held back": Item("Held back", tone="bad"),
    "refused": Item("Refused", tone="bad"),
}
COLUMNS: Final = ("File", "What it is", "Rows in", "Accepted", "Repaired", "Set aside", "Blank", "What accepting does")
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST: Final = 30
"""Kinds of finding on the page; the download has all."""


def preview(looked: Sequence[Looked]) -> None:
    """Show counts, what would change, and findings."""
    st.subheader("What the files hold", anchor=False)
    st.html(listing(COLUMNS, [_file(each) for each in looked], Look(mode()), caption="What the files hold"))
    _foreseen(looked)
    found = pl.concat([each.reading.findings for each in looked])
    _findings(found, sum(not each.reading.refused for each in looked))


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


def _foreseen(looked: Sequence[Looked]) -> None:
    if not any(each.is_ready for each in looked):
        return
    st.subheader("What would change", anchor=False)
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
        st.caption(words)


def _change(change: Change) -> Row:
    metric = data.metric(change.slug)
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
        word = Item(_by(change.after - change.before, metric.unit))
    return [change.borough, day(change.at), f"{metric.title}{unit}", before, after, word]


def _by(difference: float, unit: Unit) -> str:
    return f"{difference:+.1f} percentage points" if unit is Unit.PERCENT else signed(difference, unit)


def _findings(found: pl.DataFrame, files: int) -> None:
    if files == 0:
        return
    st.subheader("Findings", anchor=False)
    if found.is_empty():
        st.markdown("Nothing was found wrong in any row.")
        return
    show_kinds(kinds(found).head(MOST))
    download(kinds(found), found, "upload")


def show_kinds(told: pl.DataFrame, *also: str) -> None:
    """Show findings by kind: what was done, where, and what is wrong. Columns: those of `kinds`."""
    rows = [_kind(row, also) for row in told.iter_rows(named=True)]
    columns = ("What was done", "Where", "What is wrong and what to do")
    st.html(listing(columns, rows, Look(mode()), caption="Findings by kind"))


def _kind(row: dict[str, object], also: Sequence[str]) -> Row:
    severity, count, first = str(row["severity"]), row["rows"], row["first"]
    assert isinstance(count, int), "Kinds count their rows."
    assert isinstance(first, list), "Kinds name their rows."
    place = where(count, first)
    under = ", ".join(str(row[name]) for name in (*also, "file") if row[name] is not None)
    tone = {"error": "bad", "info": "quiet"}.get(severity, "")
    column = f"Column {row['column']}" if row["column"] else ""
    return [Item(SEVERITY[severity], tone=tone), Item(place, under), Item(str(row["message"]), column)]


def download(told: pl.DataFrame, found: pl.DataFrame, name: str) -> None:
    """Offer every finding as a workbook."""
    listed = told.with_columns(pl.col("first").cast(pl.List(pl.String)).list.join(", ")).rename({"first": "first rows"})
    st.download_button(
        f"Download all {found.height:,} findings (XLSX)",
        lambda: as_workbook(listed, found),
        f"findings-{name}.xlsx",
        XLSX,
        key=f"findings-{name}",
        icon=":material/download:",
        on_click="ignore",
    )
