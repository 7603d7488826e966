"""Is the data getting better? Rows with a finding by borough and return year, counts by year, and kinds by year."""

import polars as pl
import streamlit as st

from dashboard.charts.chart_style import Look
from dashboard.charts.heatmap import heat
from dashboard.charts.record_list import Item, listing
from dashboard.data.chart_cache import drawn
from dashboard.filters.selection import Selection
from dashboard.markdown import plain
from dashboard.pages.data import quality_data as data_quality
from dashboard.pages.data.findings_data import Kept, files, findings
from dashboard.pages.data.quality_insights import getting_better
from dashboard.panels.page_part import part
from dashboard.panels.reader_style import mode
from loaders.finding_advice import DONE
from metrics import Unit

COLUMNS = (
    "Return year",
    "Share flagged",
    "Share set aside",
    "Rows in",
    "Accepted",
    "Repaired",
    "Repaired across years",
    "Set aside",
    "Blank",
    "Flagged",
    "Files",
)
LAST = 8
"""Return years in the chart."""


def quality(chosen: Selection) -> None:
    """Draw the chart and the tables. The borough is the sidebar's."""
    with st.spinner("Fetching findings"):
        held = files()
    mine = Kept(borough=chosen.focus)
    years = data_quality.by_year(files(mine))
    st.header(plain(getting_better(years.rows(named=True))), anchor=False)
    about = f"Rows flagged (set aside or to be looked at), % of rows uploaded, {chosen.focus or 'the consortium'}."
    st.caption(plain(f"{about} The stronger the shade, the more."))
    if years.is_empty():
        return
    # shares near zero need a decimal, however few a borough's rows are
    _chart(data_quality.by_borough(held).with_columns(pl.col("n").max()), chosen)
    _years(years)
    _kinds(data_quality.by_kind(findings(mine)))


@part("Rows flagged by borough")
def _chart(figures: pl.DataFrame, chosen: Selection) -> None:
    look = Look(mode(), chosen.focus, Unit.PERCENT, "Rows flagged")
    years = sorted(figures["year"].unique())[-LAST:]
    options = {"row": "series", "column": "year", "columns": years}
    names = dict.fromkeys(figures["series"].unique(maintain_order=True), "")
    words = f"Shaded grid of the share of rows flagged by borough, {years[0]} to {years[-1]}. The table has the years."
    picture = drawn(heat, figures, look, {**options, "groups": names})
    st.vega_lite_chart(picture, theme=None, key="quality", alt=words, width="stretch")


@part("Rows by return year")
def _years(years: pl.DataFrame) -> None:
    counts = ("rows", "accepted", "repaired", "across", "set_aside", "blank", "flagged", "files")
    rows = [
        [str(row["return_year"]), *_shares(row), *(row[name] for name in counts)] for row in years.iter_rows(named=True)
    ]
    st.html(listing(COLUMNS, rows, Look(mode()), caption="Rows by return year"))


def _shares(row: dict[str, int]) -> list[str]:
    return [f"{100 * row[name] / row['rows']:.2f}%" if row["rows"] else "" for name in ("flagged", "set_aside")]


@part("The most frequent findings")
def _kinds(kinds: pl.DataFrame) -> None:
    if kinds.is_empty():
        return
    years = kinds.columns[2:][-LAST:]
    st.header("The most frequent findings, by return year", anchor=False)
    rows = [
        [Item(str(row["message"]), DONE[row["severity"]]), *(row[year] for year in years)]
        for row in kinds.iter_rows(named=True)
    ]
    st.html(listing(("Finding", *years), rows, Look(mode()), caption="Findings by kind and return year"))
