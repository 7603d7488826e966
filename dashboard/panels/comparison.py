"""The measure that is compared, and the table of every borough."""

import streamlit as st

from dashboard.charts.matrix import Cell
from dashboard.charts.numbers import written
from dashboard.data.compare import Pairs, is_total
from dashboard.data.compared import Figure
from dashboard.data.figures import metric
from dashboard.data.headlines import HEADLINES
from dashboard.data.measures import measures, words
from dashboard.filters.selection import Selection
from dashboard.findings.standing import Standing, standing
from dashboard.panels import stage
from dashboard.panels.standing import table
from dashboard.sentences import said
from metrics import Metric

HEADINGS = ["Value", "95% range", "n", "A year before", "Change in the year", "Beside the consortium"]


def measure() -> Metric:
    """Ask for a measure, grouped by theme; it stands in the URL."""
    slugs, first = measures(), words(HEADLINES[0].judge)
    if stage.is_set():
        return metric(slugs[stage.answered("measure", [first, *slugs])])
    place = list(slugs).index(first)
    asked = st.selectbox("Measure", list(slugs), place, key="measure", bind="query-params", help="Type to search")
    return metric(slugs[asked])


def every_borough(metric: Metric, pairs: Pairs, chosen: Selection) -> None:
    """Show the figures behind the charts, boroughs in alphabetical order and the consortium last."""
    st.header("Every borough", anchor=False)
    whole = pairs[list(pairs)[-1]][0]
    rows = {who: _cells(metric, mine, then, whole) for who, (mine, then) in pairs.items()}
    kept = [at for at in range(len(HEADINGS)) if any(cells[at].text for cells in rows.values())]
    told = {who: [cells[at] for at in kept] for who, cells in rows.items()}
    table(told, [HEADINGS[at] for at in kept], chosen, metric.title, page="Compare")


def _cells(metric: Metric, mine: Figure, then: Figure, whole: Figure) -> list[Cell]:
    beside = Cell("") if mine is whole or is_total(metric) else _verdict(standing(metric, mine, whole))
    return [
        Cell(said(metric, mine)),
        Cell(_range(metric, mine)),
        Cell("" if mine.n is None else f"{mine.n:,.0f}"),
        Cell(said(metric, then)),
        _verdict(standing(metric, mine, then)),
        beside,
    ]


def _range(metric: Metric, figure: Figure) -> str:
    if figure.lower is None or figure.upper is None:
        return ""
    return f"{written(figure.lower, metric.unit)} to {written(figure.upper, metric.unit)}"


def _verdict(found: Standing) -> Cell:
    """The way, and better or worse where one way is good."""
    if not found.way:
        return Cell("No clear difference" if found.word == "similar" else "")
    words = "Higher" if found.way > 0 else "Lower"
    return Cell("" if found.word == words.lower() else words, found.word, found.way)
