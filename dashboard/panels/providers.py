"""The figures of the page about providers, each with its finding."""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard import data
from dashboard.charts.bars import bars
from dashboard.charts.number_format import day
from dashboard.charts.side_by_side import beside
from dashboard.charts.small_multiples import multiples
from dashboard.data import provider_offers as known
from dashboard.data import provider_page
from dashboard.data.provider_offers import MEASURES, Offer
from dashboard.data.single_placements import may_draw
from dashboard.filters.selection import Selection
from dashboard.insights import providers, sentences
from dashboard.markdown import plain, plain_cells
from dashboard.panels.cost import covered
from dashboard.panels.empty_state import empty
from dashboard.panels.missing_files import lack_of, notice
from dashboard.panels.page_header import grid
from dashboard.panels.page_part import each, part
from dashboard.panels.panel import panel
from dashboard.panels.provider_table import PAGE, directory
from dashboard.panels.summary_table import sheet

EVERY = "Every provider"
BESIDE = "beside"
"""Widget key and URL parameter: the providers to compare side by side."""


def withheld() -> None:
    """Say that this release shows no provider's figures, and why."""
    st.info(plain(providers.WITHHELD), icon=":material/visibility_off:")


def nobody(chosen: Selection) -> None:
    """Say that no provider is known yet, and what to upload."""
    lack = lack_of("children_looked_after", chosen, by=("provider",))
    if lack:
        notice(lack)
    else:
        st.info(plain(providers.NAMELESS), icon=":material/search_off:")


def opened(chosen: Selection) -> str | None:
    """Give the provider whose own page is open: the one picked, or the only one filtered for."""
    picked = st.selectbox("A provider's own page", [EVERY, *known.names()], key=PAGE, bind="query-params")
    only = dict(chosen.kept).get("provider", ())
    return picked if picked != EVERY else only[0] if len(only) == 1 else None


@part("Every provider")
def everyone(chosen: Selection) -> None:
    """Show every provider: the table, prices that need does not explain, and a few side by side."""
    sound, note = _sound(chosen), covered(chosen)
    found = known.offers(chosen, sound)
    if not found:
        empty("children_looked_after", chosen)
        return
    directory(found, chosen, note)
    dearest(chosen, note)
    side_by_side(known.main_offers(chosen, sound), chosen)


def _sound(chosen: Selection) -> tuple[str, ...]:
    """Give the measures that can be worked out, and say which cannot: they cost their own column or row alone."""
    titles = {slug: data.metric(slug).title for slug in MEASURES}
    return tuple(each(titles, lambda slug: known.try_out(slug, chosen)))


@part("Prices that need does not explain")
def dearest(chosen: Selection, note: str) -> None:
    """Show the providers whose prices need explains least, of those with children enough."""
    over = known.unexplained(chosen)
    if over.height:
        title = providers.negotiable(over)
        note = f"Bought care with six children or more, the 15 dearest; lines are 95% ranges. {note}"
        panel("unexplained_cost", over, bars, chosen, title=title, pick="provider", note=note, most=15)


@part("Providers side by side")
def side_by_side(offers: Mapping[str, Offer], chosen: Selection) -> None:
    """Show two to five providers side by side, each beside the market for its type of care."""
    st.header("Compare providers side by side", anchor=False)
    names = st.multiselect(
        "Two to five providers", sorted(offers), key=BESIDE, bind="query-params", max_selections=5, placeholder="Choose"
    )
    if len(names) > 1:
        picked = [offers[name] for name in names]
        provider_figures(picked, chosen, title="Each beside the market for its main type of care")


@part("Figures of providers")
def provider_figures(offers: Sequence[Offer], chosen: Selection, title: str) -> None:
    """Show the figures of some providers as a table, a column each; of one alone with the market beside it."""
    register = provider_page.ofsted(), provider_page.inspected()
    about = f"Main type of care, at {day(chosen.end)} or in the period to it. Market: every provider of the type."
    if len(offers) == 1:
        about = f"{providers.facts(offers[0], *register)} {about}"
        lines, columns = providers.alone(offers[0]), ["Provider", "Market", "To the market"]
    else:
        lines, columns = providers.lines(offers, *register), [offer.provider for offer in offers]
    sheet(list(MEASURES), lines, columns, chosen, title=title, about=about, corner="Measure")


@part("This provider's page")
def own_page(name: str, chosen: Selection) -> None:
    """Show one provider: its figures, prices by borough over time, the need it serves, its settings."""
    st.header(plain(name), anchor=False)
    of_name = chosen.only("provider", name)
    offer = known.main_offers(of_name, _sound(of_name)).get(name)
    if offer is None:
        st.info(plain(f"{name} cares for none of the children chosen."), icon=":material/search_off:")
        return
    provider_figures([offer], chosen, title=providers.dearer(offer))
    mine = chosen.only("provider", name).only("type", offer.care)
    with grid():
        if may_draw():
            prices(name, offer.care, mine, covered(chosen))
            between(name, offer.care, mine, covered(chosen))
        else:
            st.info(plain(providers.NO_PRICES), icon=":material/visibility_off:")
        served(name, offer.care, chosen, mine)
        register(name)


@part("Prices over time")
def prices(name: str, care: str, mine: Selection, note: str) -> None:
    """Show the weekly cost by borough over time."""
    months = provider_page.prices(name, care, mine)
    metric, every = data.metric("weekly_cost"), data.trend_of("weekly_cost", mine)
    title = sentences.over_time(metric, mine.name, every)
    panel("weekly_cost", months, multiples, mine, title=title, note=f"{care}, by borough. {note}")


@part("Prices between boroughs")
def between(name: str, care: str, mine: Selection, note: str) -> None:
    """Show what each borough pays beyond what need explains."""
    rows = provider_page.between(name, care, mine)
    panel("unexplained_cost", rows, bars, mine, title=providers.between(rows), note=note, pick="borough")


@part("The need it serves")
def served(name: str, care: str, chosen: Selection, mine: Selection) -> None:
    """Show the need of the children it cares for beside the market's."""
    rows = provider_page.needs(name, care, chosen)
    panel("need_score_mean", rows, beside, mine, title=providers.needs(rows, name))


@part("The register")
def register(name: str) -> None:
    """Show the provider's settings as the register has them."""
    with st.container(key="panel-register"):
        rows = provider_page.register(name)
        st.header(f"{rows.height} setting{'s' if rows.height != 1 else ''} on the register", anchor=False)
        st.caption("Settings and places as the provider register has them.")
        st.table(plain_cells(rows), hide_index=True)
