"""What does every figure mean?"""

import streamlit as st

from dashboard import data, panels
from metrics import Theme


def render() -> None:
    """Show every metric's card, by theme."""
    panels.page("Definitions", "What does every figure mean, and where does it come from?")
    for theme in Theme:
        cards = data.metrics(theme)
        if cards:
            st.header(theme.value.replace("_", " ").capitalize(), anchor=theme.value)
        for card in cards:
            with st.expander(card.title):
                panels.definition(card)
