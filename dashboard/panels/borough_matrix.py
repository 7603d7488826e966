"""Boroughs by the headline measures, and how far each borough's returns go."""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.charts.chart_style import Look
from dashboard.charts.matrix import Cell, matrix
from dashboard.charts.number_format import day
from dashboard.data import completeness, headlines
from dashboard.data.claims import apart_ways
from dashboard.data.comparisons import Figure
from dashboard.data.downloads import may_take, taken
from dashboard.data.headlines import HEADLINES, Headline
from dashboard.data.measure_names import words
from dashboard.exports.csv_export import as_sheet
from dashboard.filters.fields import FOCUS
from dashboard.filters.selection import Selection
from dashboard.insights.position import standing
from dashboard.insights.sentences import said
from dashboard.markdown import plain
from dashboard.panels import event_stage
from dashboard.panels.figure_table import legend_of, on_sums
from dashboard.panels.links import address
from dashboard.panels.missing_files import say_lacking
from dashboard.panels.page_part import each, part
from dashboard.panels.reader_style import mode
from metrics import Metric

Rows = dict[str, list[Cell]]
"""A row of cells for each borough, in the order to show."""


@part("Boroughs beside the consortium")
def boroughs(chosen: Selection) -> None:
    """Show every borough, in alphabetical order, by the headline measures: shaded only where an interval says so."""
    st.header("Boroughs beside the consortium", anchor=False)
    st.caption(plain(_reading(chosen)))
    judged = {headline.judge.title: headline for headline in HEADLINES}
    columns = each({title: title for title in judged}, lambda title: _column(judged[title], chosen))
    table(
        _rows(columns),
        list(columns),
        chosen,
        "Headline measures by borough",
        about=_reading(chosen),
        slugs=[headline.judged_by for headline in HEADLINES],
    )


def _rows(columns: Mapping[str, Mapping[str, Cell]]) -> Rows:
    names = dict.fromkeys(name for column in columns.values() for name in column)
    return {name: [column.get(name, Cell("")) for column in columns.values()] for name in names}


def table(
    rows: Rows,
    heads: list[str],
    chosen: Selection,
    name: str,
    *,
    page: str = "Overview",
    about: str = "",
    slugs: Sequence[str] = (),
) -> None:
    """Show a table of boroughs, each of which opens its own view of the page; explain its marks; offer it as CSV.

    `slugs` are the measures for which files may be lacking.
    """
    if event_stage.is_set():
        shown = tuple(cell.text for cells in rows.values() for cell in cells)
        drawn = matrix(rows, heads, Look(mode(), chosen.focus), caption=name)
        told = (*legend_of(shown), *on_sums())
        event_stage.put(event_stage.table(name.lower(), name, about or f"To {day(chosen.end)}.", drawn, shown, told))
        return
    opens = {borough: address(page, **{FOCUS: borough}) for borough in chosen.boroughs if borough != chosen.focus}
    opens |= {card.title: address("Compare", measure=words(card)) for card in _judges() if card.title in heads}
    st.html(matrix(rows, heads, Look(mode(), chosen.focus), caption=name, addresses=opens))
    sheet = {"Borough": list(rows)} | {
        head: [_said(cells[at]) for cells in rows.values()] for at, head in enumerate(heads)
    }
    for told in [*legend_of(cell.text for cells in rows.values() for cell in cells), *on_sums()]:
        st.caption(plain(told))
    say_lacking(slugs, chosen, [cell.text for cells in rows.values() for cell in cells])
    if may_take():
        _csv(sheet, name, chosen)


def _csv(sheet: Mapping[str, list[str]], name: str, chosen: Selection) -> None:
    slug = name.lower().replace(" ", "-")
    st.download_button(
        "CSV",
        taken(f"{slug}-{chosen.end:%Y-%m-%d}.csv", lambda: as_sheet(sheet)),
        f"{slug}-{chosen.end:%Y-%m-%d}.csv",
        "text/csv",
        key=f"quiet-{slug}",
        type="tertiary",
        on_click="ignore",
        help="Download this table",
    )


def _said(cell: Cell) -> str:
    return " ".join(word for word in (cell.text, cell.verdict if cell.way else "") if word)


def _judges() -> list[Metric]:
    return [headline.judge for headline in HEADLINES]


def _reading(chosen: Selection) -> str:
    return (
        f"To {day(chosen.end)}. Shaded and marked only where chance is unlikely to explain how a borough differs from "
        "the others; totals are not compared."
    )


def _column(headline: Headline, chosen: Selection) -> dict[str, Cell]:
    metric, ways = headline.judge, apart_ways(headline.judged_by, chosen)
    figures = {who: mine for who, (mine, _) in headlines.pairs(metric.slug, chosen).items()}
    whole = figures[list(figures)[-1]]
    return {who: _cell(metric, mine, whole, ways.get(who, 0)) for who, mine in figures.items()}


def _cell(metric: Metric, mine: Figure, whole: Figure, way: int) -> Cell:
    if mine is whole:
        return Cell(said(metric, mine))
    found = standing(metric, mine, whole, way)
    return Cell(said(metric, mine), found.word if found.way else "similar", found.way)


@part("What the figures rest on")
def coverage(chosen: Selection) -> None:
    """Show to which day each borough's returns speak, and of how many children price, needs and area are known."""
    st.header("What the figures rest on", anchor=False)
    st.caption(
        plain(f"The last day that each borough's returns speak of, and shares of children at {day(chosen.end)}.")
    )
    columns = each({heading: heading for heading in completeness.HEADINGS}, lambda heading: _held(heading, chosen))
    table(_rows(columns), list(columns), chosen, "Data coverage by borough", slugs=[*completeness.SHARES.values()])


def _held(heading: str, chosen: Selection) -> dict[str, Cell]:
    return {who: Cell(told) for who, told in completeness.column(heading, chosen).items()}
