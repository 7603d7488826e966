"""Figures on screen: the parts of a page one after the other, each as its kind is drawn."""

from collections.abc import Iterable
from contextlib import nullcontext
from itertools import groupby

import streamlit as st

from dashboard.figure import AnyFigure, Board, BoroughTable, Changes, Figure, Nothing, Part, Sheet
from dashboard.panels.borough_table import draw_borough_table
from dashboard.panels.change_list import draw_changes
from dashboard.panels.empty_state import draw_nothing
from dashboard.panels.headline_board import draw_board
from dashboard.panels.page_header import grid
from dashboard.panels.page_part import part
from dashboard.panels.panel import draw_figure
from dashboard.panels.summary_table import draw_sheet


def show(parts: Iterable[Part]) -> None:
    """Draw the parts of a page in their order: those that are not wide side by side."""
    for is_wide, run in groupby(parts, key=lambda each: each.is_wide):
        with nullcontext() if is_wide else grid():
            for each in run:
                show_part(each)


def show_part(each: Part) -> None:
    """Make one figure and draw it, under its question if it asks one."""
    with part(each.name), st.container() if each.asks else nullcontext():
        figure = each.make()
        if figure is not None:
            draw(figure)


def draw(figure: AnyFigure) -> None:
    """Draw a figure as its kind is drawn."""
    match figure:
        case Figure():
            draw_figure(figure)
        case Sheet():
            draw_sheet(figure)
        case BoroughTable():
            draw_borough_table(figure)
        case Board():
            draw_board(figure)
        case Changes():
            draw_changes(figure)
        case Nothing():
            draw_nothing(figure)
