"""The measure that is compared, and the table of every borough."""

from typing import Final

import streamlit as st

from dashboard.charts.matrix import Cell
from dashboard.charts.number_format import month, written
from dashboard.data import compare_page
from dashboard.data.claims import apart_ways, change_ways
from dashboard.data.compare_page import earlier, is_total
from dashboard.data.comparisons import Figure
from dashboard.data.figures import metric
from dashboard.data.headlines import HEADLINES
from dashboard.data.measure_names import measures, words
from dashboard.filters.selection import Selection
from dashboard.insights.position import Standing, standing
from dashboard.insights.sentences import said
from dashboard.panels import event_stage
from dashboard.panels.borough_matrix import table
from dashboard.panels.page_part import part
from metrics import Metric, When

CONTROL: Final = 280
"""Pixels of a short control."""

AGAINST: Final = "against"
"""Widget key and URL parameter: the month that the earlier period ends with."""


def measure() -> Metric:
    """Ask for a measure, grouped by theme; it stands in the URL."""
    slugs, first = measures(), words(HEADLINES[0].judge)
    if event_stage.is_set():
        return metric(slugs[event_stage.answered("measure", [first, *slugs])])
    place = list(slugs).index(first)
    asked = st.selectbox("Measure", list(slugs), place, key="measure", bind="query-params", help="Type to search")
    return metric(slugs[asked])


def against(slug: str, chosen: Selection) -> When:
    """Ask which earlier period the one chosen is held against: a year before unless the reader says otherwise."""
    spans, default = earlier(slug, chosen), chosen.when.before()
    names = list(dict.fromkeys([month(default.end), *spans]))
    if event_stage.is_set():
        return spans.get(event_stage.answered(AGAINST, names), default)
    if st.session_state.get(AGAINST) not in names:
        st.session_state.pop(AGAINST, None)
    asked = st.selectbox("Compare with", names, key=AGAINST, bind="query-params", width=CONTROL)
    return spans.get(asked, default)


@part("Every borough")
def every_borough(metric: Metric, then: When, chosen: Selection) -> None:
    """Show the figures behind the charts, boroughs in alphabetical order and the consortium last."""
    pairs, before = compare_page.pairs(metric.slug, chosen, then), compare_page.named(metric.slug, chosen, then)
    near = compare_page.expected(metric.slug, chosen)
    heads = [
        "Value",
        "95% range",
        "n",
        "Expected of so few",
        f"{before[:1].upper()}{before[1:]}",
        "Change since",
        "Beside the consortium",
    ]
    st.header("Every borough", anchor=False)
    whole = pairs[list(pairs)[-1]][0]
    changed, apart = change_ways(metric.slug, chosen, then), apart_ways(metric.slug, chosen)
    rows = {
        who: _cells(
            metric,
            mine,
            (past, None if mine is whole else whole),
            (changed.get(who, 0), apart.get(who, 0)),
            near.get(who),
        )
        for who, (mine, past) in pairs.items()
    }
    kept = [at for at in range(len(heads)) if any(cells[at].text for cells in rows.values())]
    told = {who: [cells[at] for at in kept] for who, cells in rows.items()}
    table(told, [heads[at] for at in kept], chosen, metric.title, page="Compare", slugs=[metric.slug])


def _cells(
    metric: Metric, mine: Figure, others: tuple[Figure, Figure | None], ways: tuple[int, int], near: float | None
) -> list[Cell]:
    """`others` are the earlier figure and the whole's (None: it is the whole), `ways` what is claimed beside each.

    `near` is what is expected of a borough of few children.
    """
    (then, whole), (changed, apart) = others, ways
    beside = Cell("") if whole is None or is_total(metric) else _verdict(standing(metric, mine, whole, apart))
    return [
        Cell(said(metric, mine)),
        Cell(_range(metric, mine)),
        Cell("" if mine.n is None else f"{mine.n:,.0f}"),
        Cell("" if near is None else written(near, metric.unit)),
        Cell(said(metric, then)),
        _verdict(standing(metric, mine, then, changed)),
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
