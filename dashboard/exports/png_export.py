"""A figure as a picture of its own: its title, what it is and where it comes from, and its marks explained."""

from textwrap import wrap
from typing import Final

import plotly.graph_objects as go

from dashboard.charts.chart_style import Look
from dashboard.charts.image_export import WIDTH, as_png
from dashboard.charts.number_format import day
from dashboard.data.data_source import is_fictional
from dashboard.figure import Figure

LINE: Final = 115
"""Characters a line of words over a picture."""


def as_picture(figure: Figure) -> bytes:
    """Draw the chart on white, with its title and the lines that say what it is: it is seen without its page."""
    metric, selection = figure.metric, figure.selection
    look = Look("light", selection.focus, metric.unit, metric.title, metric.polarity, WIDTH)
    chart = figure.chart(figure.rows, look, **figure.options)
    assert not isinstance(chart, go.Figure), "Plotly's picture is taken in the browser; the button is off."
    return as_png(chart, figure.title, [line for words in _lines(figure) for line in wrap(words, LINE)])


def _lines(figure: Figure) -> list[str]:
    source = f"Source: {figure.metric.source}, to {day(figure.when.end)}."
    return [figure.caption, f"{source} Fictional data." if is_fictional() else source]
