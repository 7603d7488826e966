"""How do the boroughs compare on one measure?"""

import streamlit as st

from dashboard import data, panels, sentences
from dashboard.charts.bars import bars
from dashboard.charts.funnel import fits, funnel
from dashboard.charts.multiples import multiples


def render() -> None:
    """Show one measure for every borough: against chance, over time, and as a table."""
    chosen = panels.page("Compare", "How do the boroughs compare on one measure, size and chance allowed for?")
    slugs = {card.title: card.slug for card in data.metrics()}
    slug = slugs[st.selectbox("Measure", list(slugs), key="measure", bind="query-params")]
    now, months = data.by_borough(slug, chosen), data.by_borough(slug, chosen, ("month",))
    centre = data.consortium(slug, chosen)
    title = sentences.farthest(data.metric(slug), now, centre)
    with panels.grid():
        if fits(data.metric(slug).unit):
            panels.panel(slug, now, funnel, chosen, title=title, pick="borough", centre=centre.value)
        else:
            panels.panel(slug, now, bars, chosen, title=title, pick="borough")
        panels.panel(slug, months, multiples, chosen, title=f"{data.metric(slug).title} by borough, month by month")
