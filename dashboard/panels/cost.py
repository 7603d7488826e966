"""The figures of the page about cost, each with its finding."""

import streamlit as st

from dashboard import data
from dashboard.charts.bars import bars
from dashboard.charts.dumbbell import dumbbell
from dashboard.charts.scatter import scatter
from dashboard.charts.side_by_side import beside
from dashboard.charts.stacked_areas import areas
from dashboard.charts.stacked_bars import stacked
from dashboard.charts.strip_plot import dots
from dashboard.charts.waterfall import bridge
from dashboard.data import detail_level, price_against_need, spending
from dashboard.data import funders as funding
from dashboard.data import like_for_like as like_care
from dashboard.data.claims import apart_ways, change_way
from dashboard.filters.selection import Selection
from dashboard.insights import benchmarks, sentences
from dashboard.insights import cost as finding
from dashboard.panels import event_stage
from dashboard.panels.page_part import part, words
from dashboard.panels.panel import panel
from metrics import When


def covered(chosen: Selection) -> str:
    """Say for how many children the price is known, as under every figure of cost."""
    return words("Known prices", lambda: finding.covered(spending.known(chosen), spending.without_episode(chosen)))


@part("Spend by month")
def spend(chosen: Selection, note: str) -> None:
    """Show spend by month in four groups."""
    change = data.change("spend_change", chosen)
    title = finding.spent(data.one("spend", chosen), change, change_way("spend", chosen))
    months = spending.by_month(chosen)
    panel(
        "spend",
        months,
        areas,
        chosen,
        title=title,
        note=note,
        part="placement_group",
        kept=detail_level.kept("placement_group", spending.GROUPS),
    )


@part("What moved spend")
def change(chosen: Selection, note: str) -> None:
    """Show what moved spend since the year before."""
    parts = spending.change(chosen)
    found = spending.drivers(chosen)
    title = finding.why(parts, spending.WHOLE, found)
    left = finding.without(data.change("change_in_spend", chosen))
    panel(
        "change_in_spend",
        parts,
        bridge,
        chosen,
        title=title,
        note=" ".join(filter(None, (left, finding.how_sure(found), note))),
    )


@part("Weekly cost by type")
def by_type(chosen: Selection, note: str) -> None:
    """Show the weekly cost of each placement by type, with median and quartiles."""
    metric = data.metric("weekly_cost_median")
    title = finding.by_type(metric, spending.medians(chosen), spending.medians(chosen, rest=True))
    box = "Boxes: median and quartiles" + (f" of {chosen.focus}." if chosen.focus else ".")
    rows, each = spending.quartiles(chosen), spending.placements(chosen)
    panel(metric.slug, rows, dots, chosen, title=title, note=f"{box} {note}", points=each, group="placement_type")


@part("Prices for like need")
def like_for_like(chosen: Selection, note: str) -> None:
    """Show how far apart boroughs pay one provider for like need; by type alone beyond the working release."""
    title, note = finding.above_median(data.one("levelling_to_median", chosen)), f"{finding.SPREAD} {note}"
    rows = like_care.apart(chosen)
    if rows.is_empty():
        panel("same_provider_spread", like_care.spread(chosen), bars, chosen, title=title, note=note)
        return
    told = "Tick: what need explains. Boroughs with three children or more there; part of a gap is chance."
    panel("unexplained_cost", rows, dumbbell, chosen, title=title, note=f"{told} {note}")


@part("Cost against need")
def against_need(chosen: Selection, note: str) -> None:
    """Show cost against need for one placement type; beyond the working release by borough alone."""
    types = price_against_need.types(chosen) or ["Children's home"]
    with st.container(key=None if event_stage.is_set() else "against-need"):
        if event_stage.is_set():
            kind = event_stage.answered("need_type", types)
        else:
            kind = st.selectbox("Cost against need, placement type", types, key="need_type", bind="query-params")
        only = chosen.only("type", kind)
        rows, cloud = price_against_need.by_boroughs(only), price_against_need.cloud(only, kind)
        far = int(cloud["points"]["name"].count()) if cloud else 0
        title = finding.unexplained(kind, far, data.one("unexplained_cost", only))
        panel("unexplained_cost", rows, scatter if cloud else bars, only, title=title, note=note, **cloud)


@part("Who pays")
def funders(chosen: Selection, note: str) -> None:
    """Show who pays: social care, education, health."""
    shares, both = funding.funders(chosen), funding.partners(chosen)
    title = finding.funded(both.value, both.mark, funding.unstated(chosen).value)
    *kept, _ = funding.FUNDERS.values()
    panel("social_care_share", shares, stacked, chosen, title=title, note=note, part="funder", kept=kept)


@part("Spend outside the borough")
def in_and_out(chosen: Selection, note: str) -> None:
    """Show the share of spend that goes outside the borough, by borough."""
    rows, centre = data.by_borough("spend_out_of_area", chosen), data.consortium("spend_out_of_area", chosen)
    title = sentences.farthest(data.metric("spend_out_of_area"), rows, centre, apart_ways("spend_out_of_area", chosen))
    panel("spend_out_of_area", rows, bars, chosen, title=title, note=note, pick="borough")


@part("Unit costs")
def unit_costs(chosen: Selection, note: str) -> None:
    """Show unit costs the published way, local and published side by side."""
    metric, rows, found = (
        data.metric("unit_cost_children"),
        spending.unit_costs(chosen),
        spending.published_year(chosen),
    )
    year = When.return_year(found.day.year) if found else chosen.when
    published = f"{benchmarks.both(metric, found)} " if found else ""
    title = finding.unit_cost(metric, rows)
    panel(metric.slug, rows, beside, chosen, title=title, when=year, note=f"{published}{note}")


@part("Known prices")
def coverage(chosen: Selection, note: str) -> None:
    """Show for how many children the price is known, by borough."""
    rows, centre = data.by_borough("cost_coverage", chosen), data.consortium("cost_coverage", chosen)
    title = sentences.farthest(data.metric("cost_coverage"), rows, centre, apart_ways("cost_coverage", chosen))
    panel("cost_coverage", rows, bars, chosen, title=title, note=note, pick="borough")
