"""The headline measures on screen: a card each, with value, period, comparison in words, and thirteen small months."""

from html import escape

import streamlit as st

from dashboard.charts.sparkline import spark
from dashboard.faults import Fault
from dashboard.figure import Board, Card
from dashboard.markdown import plain
from dashboard.panels.links import link
from dashboard.panels.page_header import grid
from dashboard.panels.page_part import part, say
from dashboard.panels.reader_style import look_of


def draw_board(board: Board) -> None:
    """Draw a card a measure, four in a row."""
    with grid(4):
        for card in board.cards:
            if isinstance(card, Fault):
                say([card])
            else:
                _card(card)
    if board.note:
        st.caption(plain(board.note))


def _card(card: Card) -> None:
    slug = card.metric.slug
    with st.container(border=True, key=f"card-{slug}", gap="xxsmall", height="stretch"), part("This figure"):
        page, asks = card.opens
        link(page, card.metric.title, tip=card.metric.definition.partition("\n\n")[0], **asks)
        lines = [(card.about, "about"), card.compared, *card.published]
        st.html(figure_of(card) + "".join(_line(words, verdict) for words, verdict in lines if words))


def figure_of(card: Card) -> str:
    """Give the value and its small months as HTML."""
    words = escape(card.shape)
    image = f'<img src="{spark(card.months, look_of(card.metric, card.selection))}" alt="{words}" title="{words}">'
    return f'<div class="pcd-figure"><div class="pcd-value">{escape(card.value)}</div>{image}</div>'


def _line(words: str, verdict: str) -> str:
    return f'<p class="pcd-line pcd-is-{escape(verdict.replace(" ", "-"))}">{escape(words.strip())}</p>'
