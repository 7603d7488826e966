"""A provider's own page: its figures, prices by borough over time, the need it serves, its settings."""

import streamlit as st

from dashboard.data.single_placements import may_draw
from dashboard.filters.selection import Selection
from dashboard.insights.known_prices import prices_note
from dashboard.markdown import plain, plain_cells
from dashboard.pages.providers import insights, offers, provider_data
from dashboard.pages.providers.every_provider import sound_measures
from dashboard.pages.providers.provider_figures import between_figure, prices_figure, providers_sheet, served_figure
from dashboard.panels.figures import show_part
from dashboard.panels.page_header import grid
from dashboard.panels.page_part import part


@part("This provider's page")
def own_page(name: str, selection: Selection) -> None:
    """Draw one provider."""
    st.header(plain(name), anchor=False)
    of_name = selection.only("provider", name)
    offer = offers.main_offers(of_name, sound_measures(of_name)).get(name)
    if offer is None:
        st.info(plain(f"{name} cares for none of the children chosen."), icon=":material/search_off:")
        return
    show_part(providers_sheet([offer], selection, insights.dearer(offer)))
    mine, note = of_name.only("type", offer.care), prices_note(of_name.only("type", offer.care))
    with grid():
        if may_draw():
            show_part(prices_figure(name, offer.care, mine, note))
            show_part(between_figure(name, offer.care, mine, note))
        else:
            st.info(plain(insights.NO_PRICES), icon=":material/visibility_off:")
        show_part(served_figure(name, offer.care, selection, mine))
        _register(name)


@part("The register")
def _register(name: str) -> None:
    """Draw the provider's settings as the register has them."""
    with st.container(key="panel-register"):
        rows = provider_data.register(name)
        st.header(f"{rows.height} setting{'s' if rows.height != 1 else ''} on the register", anchor=False)
        st.caption("Settings and places as the provider register has them.")
        st.table(plain_cells(rows), hide_index=True)
