"""What is loaded, and what is missing?"""

import streamlit as st

from dashboard import data, panels


def render() -> None:
    """Show what is loaded."""
    panels.page("Data", "What is loaded, and what is missing?")
    st.table(data.coverage())
