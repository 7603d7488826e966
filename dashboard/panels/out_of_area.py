"""The figures of the page about distance, each with its finding."""

import streamlit as st

from dashboard import data
from dashboard.charts.bars import bars
from dashboard.charts.funnel import funnel
from dashboard.charts.histogram import histogram
from dashboard.charts.sankey import flows
from dashboard.charts.tile_map import tiles
from dashboard.charts.trend import trend
from dashboard.data import out_of_area as area
from dashboard.data.claims import apart_ways
from dashboard.filters.publishable import is_limited
from dashboard.filters.selection import Selection
from dashboard.insights import needs, sentences
from dashboard.insights import out_of_area as finding
from dashboard.panels.distance_measure import far
from dashboard.panels.page_part import part
from dashboard.panels.panel import panel


@part("Where children live")
def hosts(chosen: Selection) -> None:
    """Show where children live, on a map of tiles; not where the release is coarser: the flows beside tell as much."""
    if is_limited():
        return
    rows = area.hosts(chosen)
    panel(area.CHILDREN, rows, tiles, chosen, title=finding.hosts(rows, chosen), pick="borough")


@part("From borough to placement")
def exchanges(chosen: Selection) -> None:
    """Show how many children live how near to their own borough."""
    rows = area.flows(chosen)
    panel(area.CHILDREN, rows, flows, chosen, title=finding.flows(rows, chosen.name), target="nearness")


@part("Children placed outside, by month")
def over_time(slug: str, chosen: Selection) -> None:
    """Show a measure of distance by month."""
    title = sentences.over_time(data.metric(slug), chosen.name, data.trend_of(slug, chosen))
    panel(slug, data.compared(slug, chosen, ("month",)), trend, chosen, title=title, benchmarked=True)


def far_from_home(chosen: Selection) -> str:
    """Show the measure of children far from home that the reader chooses, by month; give it."""
    with st.container():
        slug = far()
        over_time(slug, chosen)
    return slug


@part("Boroughs against chance")
def by_borough(slug: str, chosen: Selection) -> None:
    """Show the boroughs on a funnel."""
    rows, centre = data.by_borough(slug, chosen), data.consortium(slug, chosen)
    title = sentences.farthest(data.metric(slug), rows, centre, apart_ways(slug, chosen))
    panel(slug, rows, funnel, chosen, title=title, pick="borough", benchmarked=True, centre=centre.value)


@part("Distances")
def distances(chosen: Selection) -> None:
    """Show how far from home children live, and of how many it is not known; by band where the release is coarser."""
    if is_limited():
        bands = area.distance_bands(chosen)
        panel(area.CHILDREN, bands, bars, chosen, title=needs.commonest(bands), name="distance_band")
        return
    rows, unknown = area.distances(chosen), area.distance_not_known(chosen)
    note = f"{area.OPEN_STEP} {finding.not_known(unknown)}"
    panel(area.CHILDREN, rows, histogram, chosen, title=finding.distances(rows), note=note)


@part("Reasons for distance")
def reasons(chosen: Selection) -> None:
    """Show why children live far from home."""
    rows = area.reasons(chosen)
    panel(area.REASONS, rows, bars, chosen, title=finding.reasons(rows), name="distance_reason")


@part("What boroughs exchange")
def net_import(chosen: Selection) -> None:
    """Show how many more children come to a borough than leave it."""
    rows = area.exchange(chosen)
    panel(area.EXCHANGE, rows, bars, chosen, title=finding.exchange(rows, is_exact=not is_limited()), pick="borough")
