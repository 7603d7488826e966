"""One headline figure: value, comparison in words, thirteen small months, variation in words."""

import streamlit as st

from dashboard import data, sentences
from dashboard.charts.spark import spark
from dashboard.filters.selection import Selection
from dashboard.panels.look import look_of


def card(slug: str, chosen: Selection) -> None:
    """Draw a metric's card for the focus."""
    metric = data.metric(slug)
    mine, other = data.one(slug, chosen), data.reference(slug, chosen)
    months = data.focused(slug, chosen, ("month",), chosen.year)
    with st.container(border=True, key=f"card-{slug}", gap="xsmall"):
        st.markdown(f"**{metric.title}**")
        n = "" if mine.n is None else f"n = {mine.n:,.0f}"
        st.html(f'<div class="pcd-value">{sentences.said(metric, mine)}</div>')
        st.caption(" · ".join(part for part in (_unit(metric.unit.value), n) if part))
        st.altair_chart(
            spark(months, look_of(metric, chosen)),
            theme=None,
            key=f"spark-{slug}",
            alt=f"{metric.title}, thirteen months",
        )
        st.caption(f"{sentences.comparison(metric, mine, other)}. {sentences.movement(metric, months)}.")


def _unit(unit: str) -> str:
    return "" if unit == "%" else unit.replace("GBP", "£")
