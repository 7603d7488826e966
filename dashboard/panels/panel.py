"""One figure on screen: the finding as title, one line about the measure, the chart, a quiet row."""

from collections.abc import Callable
from typing import Any, Final

import polars as pl
import streamlit as st

from dashboard import data
from dashboard.charts.look import PICKED, Picture
from dashboard.charts.numbers import day
from dashboard.charts.spec import can_be_picked, is_by_plotly
from dashboard.charts.words import alt
from dashboard.data.pictures import drawn
from dashboard.filters.chips import add
from dashboard.filters.fields import BY_COLUMN, FOCUS
from dashboard.filters.selection import Selection
from dashboard.panels.empty import empty
from dashboard.panels.look import look_of
from dashboard.panels.row import Shown, quiet_row
from metrics import Metric, When
from metrics.dimensions import DIMENSIONS

Builder = Callable[..., Picture]

NOT_APPLICABLE: Final = "[z]"
"""The mark of a figure with nothing to divide by."""


def panel(
    slug: str,
    figures: pl.DataFrame,
    draw: Builder,
    chosen: Selection,
    *,
    title: str,
    when: When | None = None,
    pick: str | None = None,
    note: str = "",
    key: str = "",
    **options: Any,
) -> None:
    """Show one figure.

    Args:
        slug: the metric.
        figures: what the chart draws and the table holds.
        draw: a builder of `dashboard.charts`; takes the figures, a Look and `options`.
        chosen: the reader's choices.
        title: the finding, made by `dashboard.sentences`.
        when: the period of the figures; the period chosen when not given.
        pick: the filter that a click on a mark sets: `borough`, `provider` or another of the sidebar.
        note: one more sentence for the line under the title.
        key: tells two panels of one page apart that show the same measure in the same kind of chart.
        options: what else the builder takes.
    """
    metric, span = data.metric(slug), when or _span(figures, chosen)
    key = f"{slug}-{draw.__name__}-{'-'.join(figures.columns[:3])}{key}"
    with st.container(key=f"panel-{key}"):
        st.subheader(title, anchor=False)
        st.caption(about(metric, figures, span, chosen, note))
        if is_bare(figures):
            empty(slug, chosen, key)
            return
        look = look_of(metric, chosen)
        _chart(drawn(draw, figures, look, options), alt(figures, look, kind(draw)), key, pick)
        quiet_row(Shown(metric, figures, span, title, chosen, key, draw, options))


def is_bare(figures: pl.DataFrame) -> bool:
    """Say whether there is nothing to draw: no row, or no value in any and no mark but "not applicable"."""
    if figures.is_empty() or "value" not in figures.columns:
        return figures.is_empty()
    marks = figures["mark"].drop_nulls() if "mark" in figures.columns else pl.Series([], dtype=pl.String)
    return figures["value"].is_null().all() and (marks == NOT_APPLICABLE).all()


def about(metric: Metric, figures: pl.DataFrame, span: When, chosen: Selection, note: str = "") -> str:
    """Say measure, unit, period and n in one line, and which filters the measure cannot take."""
    period = (
        f"at {day(span.end)}"
        if metric.is_at_date and "month" not in figures.columns
        else f"{day(span.start)} to {day(span.end)}"
    )
    n = _n(metric, figures, chosen)
    dropped = [
        BY_COLUMN[name].label.lower() for name in data.left_out(metric.slug, chosen.where()) if name in BY_COLUMN
    ]
    cannot = f"Not filtered by {', '.join(dropped)}." if dropped else ""
    words = metric.unit.value.replace("GBP", "£")
    unit = "" if words == "children" or metric.title.endswith(words) else f", {words}"
    parts = [
        f"{metric.title}{unit}",
        period,
        *([f"{'latest ' if 'month' in figures.columns else ''}n = {n:,.0f}"] if n is not None else []),
    ]
    return " ".join([" · ".join(parts) + ".", note, cannot]).strip()


def _n(metric: Metric, figures: pl.DataFrame, chosen: Selection) -> float | None:
    """The n of the focus at the end of what is shown, each whole once; null where it may not be said."""
    rows = figures
    if "series" in figures.columns:
        rows = figures.filter(pl.col("series") == chosen.name)
    if "n" not in rows.columns or rows.is_empty():
        return None
    if "month" in rows.columns:
        rows = rows.filter(pl.col("month") == pl.col("month").max())
    if metric.parts:
        whole = [name for name in rows.columns if name in DIMENSIONS and name not in metric.parts]
        rows = (
            rows.sort("n", nulls_last=True).unique(whole, keep="first")
            if whole
            else rows.sort("n", nulls_last=True).head(1)
        )
    return None if rows["n"].is_null().any() else float(rows["n"].sum())


def kind(draw: Builder) -> str:
    """Name a chart's kind from its builder."""
    return f"{draw.__name__.replace('_', ' ').capitalize()} chart"


def _span(figures: pl.DataFrame, chosen: Selection) -> When:
    return chosen.trend if "month" in figures.columns else chosen.when


def _chart(picture: dict[str, Any], words: str, key: str, pick: str | None) -> None:
    if is_by_plotly(picture):
        st.plotly_chart(picture, theme=None, key=key, config={"displayModeBar": False}, alt=words)
        return
    if pick is None or not can_be_picked(picture):
        st.vega_lite_chart(picture, theme=None, key=key, alt=words, width="stretch")
    else:
        st.vega_lite_chart(
            picture,
            theme=None,
            key=key,
            alt=words,
            width="stretch",
            on_select=lambda: _picked(key, pick),
            selection_mode=PICKED,
        )


def _picked(key: str, pick: str) -> None:
    """Set the filter to what was clicked; an area outside the consortium, or the whole of it, sets none."""
    points = st.session_state[key].selection.get(PICKED) or []
    for point in points[:1]:
        for value in map(str, point.values()):
            if pick != FOCUS or value in data.boroughs():
                add(pick, value)
