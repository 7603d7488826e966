"""How charts are to be drawn for this reader: light or dark, and who is in focus."""

import streamlit as st

from dashboard.charts.chart_style import Look
from dashboard.charts.palette import Mode
from dashboard.filters.selection import Selection
from metrics import Metric


def mode() -> Mode:
    """Give the page's mode, as the browser says."""
    return "dark" if st.context.theme.type == "dark" else "light"


def look_of(metric: Metric, chosen: Selection, width: int | None = None) -> Look:
    """Give the look of a metric's charts; `width` in pixels for paper."""
    return Look(mode() if width is None else "light", chosen.focus, metric.unit, metric.title, metric.polarity, width)
