"""Figures as screens of their own: what each shows to a room, and what it holds, to be looked at once more."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

import polars as pl
import streamlit as st

from dashboard.charts.chart_style import Look
from dashboard.charts.matrix import matrix
from dashboard.charts.summary_table import ledger
from dashboard.faults import Fault, tried_each
from dashboard.figure import AnyFigure, Board, BoroughTable, Changes, Figure, Nothing, Part, Sheet
from dashboard.filters.selection import Selection
from dashboard.markdown import STRESS
from dashboard.page import Page
from dashboard.pages.event.answers import FromAddress
from dashboard.pages.event.large_figure import draw_large
from dashboard.pages.event.suppression_counts import Shown, of_rows, of_words
from dashboard.panels import borough_table, summary_table
from dashboard.panels.figure_table import legend, legend_of, on_sums
from dashboard.panels.headline_board import figure_of
from dashboard.panels.reader_style import look_of, mode


@dataclass(frozen=True, kw_only=True)
class Screen(Shown):
    """One figure for a screen of its own: `key` tells it from others, `draw` draws it, `legend` explains its marks.

    `is_fine` says that its words are too small for the back of a room.
    """

    key: str
    draw: Callable[[], object]
    legend: tuple[str, ...] = ()
    is_fine: bool = False


@dataclass(frozen=True)
class Run:
    """The screens of a page, and the names of what could not be made, so that nobody takes the run for whole."""

    screens: tuple[Screen, ...]
    missed: tuple[str, ...]


def screens_of(page: Page, selection: Selection) -> Run:
    """Give the figures of a page as screens; one with nothing to draw is left out."""
    assert page.figures is not None, f"{page.title} has no figures to show."
    asked, lost = tried_each({page.title: "the rest of the page"}, lambda _: page.figures(selection, FromAddress()))  # pyright: ignore[reportOptionalCall]
    parts: Sequence[Part] = asked.get(page.title, ())
    made, faults = tried_each({at: part.name for at, part in enumerate(parts)}, lambda at: parts[at].make())
    figures = [figure for figure in made.values() if figure is not None]
    every = [*lost, *faults, *(fault for figure in figures for fault in _faults_of(figure))]
    missed = tuple(f"{page.title}: {fault.name[:1].lower()}{fault.name[1:]}" for fault in every)
    return Run(tuple(screen for figure in figures if (screen := screen_of(figure, page.title))), missed)


def _faults_of(figure: AnyFigure) -> Iterable[Fault]:
    if isinstance(figure, Board):
        return [card for card in figure.cards if isinstance(card, Fault)]
    return () if isinstance(figure, Figure | Nothing) else figure.faults


def screen_of(figure: AnyFigure, page: str) -> Screen | None:
    """Give the screen of a figure; None where there is nothing to draw."""
    match figure:
        case Figure():
            return None if figure.lack or figure.is_empty else _of_chart(figure, page)
        case Sheet():
            return _of_sheet(figure, page)
        case BoroughTable():
            return _of_borough_table(figure, page)
        case Board():
            return _of_board(figure, page)
        case Changes():
            return _of_changes(figure, page)
        case Nothing():
            return None


def _of_chart(figure: Figure, page: str) -> Screen:
    return Screen(
        page=page,
        key=f"{page}: {figure.key}",
        title=figure.title,
        about=figure.caption,
        cells=of_rows(figure.rows, figure.options),
        draw=partial(draw_large, figure),
        legend=tuple(legend(figure.rows)),
        frames=frames_of(figure),
        is_fine=figure.chart.is_fine,
    )


def _of_sheet(sheet: Sheet, page: str) -> Screen:
    look = look_of(sheet.metrics[0], sheet.selection)
    table = ledger(sheet.lines, sheet.columns, look, caption=sheet.title, corner=sheet.corner)
    words = tuple(summary_table.words_of(sheet))
    return _of_html(sheet, page, table, words, legend_of(words))


def _of_borough_table(table: BoroughTable, page: str) -> Screen:
    words = tuple(borough_table.words_of(table))
    drawn = matrix(table.rows, table.columns, Look(mode(), table.selection.focus), caption=table.name)
    return _of_html(table, page, drawn, words, [*legend_of(words), *on_sums()])


def _of_board(board: Board, page: str) -> Screen:
    cards = [card for card in board.cards if not isinstance(card, Fault)]
    boxes = [
        f'<div><p class="pcd-name">{escape(card.metric.title)}</p>{figure_of(card)}'
        f'<p class="pcd-line">{escape(card.compared[0])}</p></div>'
        for card in cards
    ]
    words = tuple(card.value for card in cards)
    return _of_html(board, page, f'<div class="pcd-board">{"".join(boxes)}</div>', words, legend_of(words))


def _of_changes(changes: Changes, page: str) -> Screen:
    """The first sentences alone: what moved a figure is too long to be read from the back of a room."""
    words = tuple(sentence.words for sentence in changes.sentences)
    items = "".join(f"<li>{_bold(sentence)}</li>" for sentence in words) or "<li>No clear change in a year.</li>"
    return _of_html(changes, page, f'<ul class="pcd-changes">{items}</ul>', words)


def _bold(words: str) -> str:
    """Print as bold what stands between two marks of stress."""
    pieces = [escape(piece) for piece in words.split(STRESS)]
    return "".join(f"<strong>{piece}</strong>" if at % 2 else piece for at, piece in enumerate(pieces))


def _of_html(
    figure: Sheet | BoroughTable | Board | Changes,
    page: str,
    table: str,
    words: tuple[str, ...],
    marks: Iterable[str] = (),
) -> Screen:
    """Make a screen of what is HTML already; `words` are its cells."""
    title = figure.name if isinstance(figure, BoroughTable) else figure.title
    return Screen(
        page=page,
        key=f"{page}: {figure.key}",
        title=title,
        about=figure.caption,
        cells=of_words(words),
        draw=partial(st.html, table),
        legend=tuple(marks),
        words=words,
        frames=() if isinstance(figure, Board | Changes) else (figure.data,),
    )


def frames_of(figure: Figure) -> tuple[pl.DataFrame, ...]:
    """Give every frame that a chart is drawn from."""
    return (figure.rows, *(option for option in figure.options.values() if isinstance(option, pl.DataFrame)))
