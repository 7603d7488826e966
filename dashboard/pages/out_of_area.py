"""How far from home do children live?"""

import streamlit as st

from dashboard import data, panels, sentences
from dashboard.charts.bars import bars
from dashboard.charts.flows import flows
from dashboard.charts.funnel import funnel
from dashboard.charts.histogram import histogram
from dashboard.charts.tiles import tiles
from dashboard.charts.trend import trend
from dashboard.data import out_of_area as area
from dashboard.findings import out_of_area as say


def render() -> None:
    """Show where children live, how far from home, why, and what the boroughs exchange."""
    chosen = panels.page("Out of area", "How far from home do children live?")
    where, between, miles = area.hosts(chosen), area.flows(chosen), area.distances(chosen)
    why, net, unknown = area.reasons(chosen), area.exchange(chosen), area.distance_not_known(chosen)
    with panels.grid():
        panels.panel(area.CHILDREN, where, tiles, chosen, title=say.hosts(where, chosen), pick="borough")
        panels.panel(area.CHILDREN, between, flows, chosen, title=say.flows(between, chosen.name), target="nearness")
        for slug in ("outside_borough", "outside_london"):
            title = sentences.over_time(data.metric(slug), chosen.name, data.focused(slug, chosen, ("month",)))
            panels.panel(slug, data.compared(slug, chosen, ("month",)), trend, chosen, title=title, benchmarked=True)
        with st.container():
            far = panels.far()
            title = sentences.over_time(data.metric(far), chosen.name, data.focused(far, chosen, ("month",)))
            panels.panel(far, data.compared(far, chosen, ("month",)), trend, chosen, title=title, benchmarked=True)
        for slug in (far, "outside_borough", "location_not_known"):
            rows, centre = data.by_borough(slug, chosen), data.consortium(slug, chosen)
            title = sentences.farthest(data.metric(slug), rows, centre)
            panels.panel(slug, rows, funnel, chosen, title=title, pick="borough", benchmarked=True, centre=centre.value)
        note = f"{area.OPEN_STEP} {say.not_known(unknown)}"
        panels.panel(area.CHILDREN, miles, histogram, chosen, title=say.distances(miles), note=note)
        panels.panel(area.REASONS, why, bars, chosen, title=say.reasons(why), name="distance_reason")
        panels.panel(area.EXCHANGE, net, bars, chosen, title=say.exchange(net), pick="borough")
    panels.local_and_published(area.NATIONAL, chosen, "Out of area")
