"""Definitions to search: by theme, by word, and each under an anchor of its own."""

import streamlit as st

from dashboard.charts.number_format import MARKS
from dashboard.markdown import plain
from dashboard.pages.definitions.search import found
from dashboard.panels.page_part import part
from metrics import Metric, Polarity, Statistic, Theme
from metrics.definitions import INTERVALS


@part("Definitions")
def definitions() -> None:
    """Show the cards that are asked for. `definitions#weekly_cost` opens at that card."""
    words = st.text_input("Search", key="find", placeholder="A word of a title, definition or source")
    themes = [theme.heading for theme in Theme]
    kept = st.pills("Theme", themes, selection_mode="multi", key="theme", bind="query-params")
    cards = found(words, kept)
    count = sum(len(held) for held in cards.values())
    st.caption(f"{count} definition{'' if count == 1 else 's'}." if count else "No definition holds all these words.")
    for theme, held in cards.items():
        st.header(theme.heading, anchor=theme.value)
        for card in held:
            _card(card)
    _marks()


def _card(card: Metric) -> None:
    st.subheader(card.title, anchor=card.slug)
    st.markdown(f"{card.definition}\n\n:small[{_facts(card)}]")


def _facts(card: Metric) -> str:
    """Say in one line what the value is, which way is good, and where it comes from."""
    if card.statistic is Statistic.GIVEN:
        return f"As published. Source: {card.source}."
    words = card.unit.value.replace("GBP", "£")
    unit = f"{words[:1].upper()}{words[1:]}: {INTERVALS[card.statistic]}."
    direction = "" if card.polarity is Polarity.NEITHER else f" {card.polarity.value.capitalize()}."
    return f"{unit}{direction} Source: {card.source}."


def _marks() -> None:
    st.header("Marks", anchor="marks")
    st.markdown("\n".join(f"- `{mark}` {plain(words)}" for mark, words in MARKS.items()))
