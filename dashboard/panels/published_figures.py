"""What others published, beside our figures: in the line under a title, and borough by borough."""

from collections.abc import Sequence

import polars as pl
import streamlit as st

from dashboard import data
from dashboard.charts.matrix import Cell
from dashboard.data import benchmarks
from dashboard.data import local_and_published as as_published
from dashboard.data.local_and_published import Both
from dashboard.filters.selection import Selection
from dashboard.insights import benchmarks as finding
from dashboard.insights.sentences import said
from dashboard.markdown import plain
from dashboard.panels.borough_matrix import table
from dashboard.panels.page_part import part
from metrics import Metric

FICTIONAL = "The local figures are fictional, the published ones are not."


def with_benchmarks(slug: str, figures: pl.DataFrame, chosen: Selection) -> tuple[pl.DataFrame, str]:
    """Give figures with the benchmarks that the reader chose, and the line that says what they are."""
    return benchmarks.joined(slug, figures, chosen), finding.words(slug, chosen)


@part("Where benchmarks are published")
def sources(slugs: Sequence[str], chosen: Selection) -> None:
    """Say where the benchmarks of some measures are published and how their definitions differ, if any was chosen."""
    found = [benchmarks.beside(slug, chosen) for slug in slugs] if chosen.benchmarks else []
    notes = dict.fromkeys(each.note for each in found if each)
    if notes:
        st.caption(plain(f"Published figures: {' '.join(notes)}"))


@part("Local and as published")
def local_and_published(slugs: Sequence[str], chosen: Selection, page: str) -> None:
    """Show each borough's own figures beside what was published of the same measures at the same date, if anything."""
    known = {slug: both for slug in slugs if (both := as_published.by_borough(slug, chosen)) is not None}
    if not known:
        return
    st.header("Local and as published", anchor=False)
    st.caption(plain(_about(known)))
    columns = [column for slug, both in known.items() for column in _columns(data.metric(slug), both, len(known) == 1)]
    names = list(dict.fromkeys(name for both in known.values() for name in both.names))
    rows = {name: [cells.get(name, Cell("")) for _, cells in columns] for name in names}
    table(rows, [heading for heading, _ in columns], chosen, "Local and as published", page=page)


def _about(known: dict[str, Both]) -> str:
    """The dates, that filters do not bear on it, where it is published and how the definitions differ."""
    dates = dict.fromkeys(finding.when_of(data.metric(slug), both.day) for slug, both in known.items())
    ours = [finding.defined(data.metric(slug)) for slug in known if not benchmarks.is_same(slug)]
    notes = dict.fromkeys(both.note for both in known.values())
    parts = [f"Both {' or '.join(dates)}, of all children whatever the filters.", *ours, *notes]
    return " ".join([*parts, FICTIONAL] if data.is_fictional() else parts)


def _columns(metric: Metric, both: Both, is_alone: bool) -> list[tuple[str, dict[str, Cell]]]:
    """Headings and cells by name: local, published and, of a measure that stands alone, how far apart they are."""
    local = {name: Cell(said(metric, figure)) for name, figure in both.local.items()}
    published = {name: Cell(said(metric, figure)) for name, figure in both.published.items()}
    columns = [(f"{metric.title}: local", local), (f"{metric.title}: published", published)]
    if not is_alone:
        return columns
    apart = {name: finding.difference(metric, both.local.get(name), both.published.get(name)) for name in both.names}
    return [*columns, ("Difference", {name: Cell(words) for name, words in apart.items()})]


def national(slug: str, chosen: Selection) -> str:
    """Say where the focus stands among England's authorities, or that it is not known; nothing of the consortium."""
    found = benchmarks.national(slug, chosen)
    is_asked = chosen.focus and benchmarks.has_benchmarks(slug)
    return finding.place(data.metric(slug), chosen.name, found) or (finding.NO_PLACE if is_asked else "")
