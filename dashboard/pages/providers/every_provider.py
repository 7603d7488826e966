"""Every provider: the table, prices that need does not explain, and a few side by side."""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.charts.bars import bars
from dashboard.data.figures import metric
from dashboard.faults import tried_each
from dashboard.figure import Figure, figure_part
from dashboard.filters.parameters import BESIDE
from dashboard.filters.selection import Selection
from dashboard.insights.description import described
from dashboard.insights.known_prices import prices_note
from dashboard.markdown import plain
from dashboard.pages.providers import insights, offers
from dashboard.pages.providers.directory import directory
from dashboard.pages.providers.offers import MEASURES, Offer
from dashboard.pages.providers.provider_figures import providers_sheet
from dashboard.panels.empty_state import empty
from dashboard.panels.figures import show_part
from dashboard.panels.page_part import part, say


@part("Every provider")
def every_provider(selection: Selection) -> None:
    """Draw what there is of every provider."""
    sound, note = sound_measures(selection), prices_note(selection)
    found = offers.offers(selection, sound)
    if not found:
        empty("children_looked_after", selection)
        return
    directory(found, selection, note)
    show_part(dearest_figure(selection, note))
    _side_by_side(offers.main_offers(selection, sound), selection)


def sound_measures(selection: Selection) -> tuple[str, ...]:
    """Give the measures that can be worked out, and say which cannot: they cost their own column or row alone."""
    titles = {slug: metric(slug).title for slug in MEASURES}
    found, faults = tried_each(titles, lambda slug: offers.try_out(slug, selection))
    say(faults)
    return tuple(found)


@figure_part("Prices that need does not explain", is_wide=True)
def dearest_figure(selection: Selection, note: str) -> Figure | None:
    """Give the providers whose prices need explains least, of those with children enough; None where there are none."""
    over = offers.unexplained(selection)
    if over.is_empty():
        return None
    return described(
        Figure(
            metric=metric("unexplained_cost"),
            rows=over,
            chart=bars,
            selection=selection,
            title=insights.negotiable(over),
            note=f"Bought care with six children or more, the 15 dearest; lines are 95% ranges. {note}",
            click="provider",
            options={"most": 15},
        )
    )


@part("Providers side by side")
def _side_by_side(found: Mapping[str, Offer], selection: Selection) -> None:
    """Draw two to five providers side by side, each beside the market for its type of care."""
    st.header("Compare providers side by side", anchor=False)
    names = st.multiselect(
        plain(BESIDE.label), sorted(found), key=BESIDE.key, bind="query-params", max_selections=5, placeholder="Choose"
    )
    if len(names) > 1:
        show_part(providers_sheet(_picked(found, names), selection, "Each beside the market for its main type of care"))


def _picked(found: Mapping[str, Offer], names: Sequence[str]) -> list[Offer]:
    return [found[name] for name in names]
