"""What changed on screen: each sentence opens the page that shows it, and below it what moved the figure."""

import streamlit as st

from dashboard.figure import Changes, Sentence
from dashboard.markdown import plain, stressed
from dashboard.panels.links import link
from dashboard.panels.page_part import part, say

ICONS = {1: ":material/trending_up:", -1: ":material/trending_down:", 0: ":material/trending_flat:"}


def draw_changes(changes: Changes) -> None:
    """Draw the sentences, the most unusual first, then the measures of which nothing is claimed."""
    with st.container(key="changes", gap="xsmall"):
        st.header(plain(changes.title), anchor=False)
        st.caption(plain(changes.caption))
        say(changes.faults)
        for sentence in changes.sentences:
            _sentence(sentence)
        for name, sentences in changes.others.items():
            with st.expander(plain(name)):
                for sentence in sentences:
                    with part("This sentence"):
                        page, asks = sentence.opens
                        link(page, plain(sentence.words), **asks)


def _sentence(sentence: Sentence) -> None:
    page, asks = sentence.opens
    link(page, f"{ICONS[sentence.way]} {stressed(sentence.words)}", **asks)
    if sentence.rest:
        st.caption(plain(sentence.rest))
