"""Which of the two national measures of children far from home is shown."""

import streamlit as st

from dashboard.data import out_of_area as area
from dashboard.panels import event_stage


def far() -> str:
    """Ask for the definition, and give its measure."""
    if event_stage.is_set():
        return area.far(event_stage.answered("far", list(area.FAR)))
    return area.far(st.radio(area.ASKED, area.FAR, captions=area.EXPLAINED, key="far", bind="query-params"))
