"""The headline measures: eight cards on the page, one board of them on a screen."""

from collections.abc import Sequence
from html import escape

from dashboard.charts.sparkline import spark
from dashboard.data import headlines
from dashboard.data.headlines import Headline
from dashboard.filters.selection import Selection
from dashboard.insights.headline import SMALL_MONTHS, beside
from dashboard.insights.position import ARROWS
from dashboard.insights.sentences import said
from dashboard.panels import event_stage
from dashboard.panels.event_stage import Screen
from dashboard.panels.figure_table import legend_of
from dashboard.panels.headline_card import card
from dashboard.panels.page_header import grid
from dashboard.panels.page_part import part
from dashboard.panels.reader_style import look_of


def cards(shown: Sequence[Headline], chosen: Selection) -> None:
    """Show a card a measure."""
    if event_stage.is_set():
        event_stage.put(_board(shown, chosen))
        return
    with grid(4):
        for headline in shown:
            card(headline, chosen)


def _board(shown: Sequence[Headline], chosen: Selection) -> Screen:
    told, boxes = list[str](), list[str]()
    for each in shown:
        with part(each.metric.title):
            words = said(each.metric, headlines.now(each.slug, chosen))
            boxes.append(_of(each, words, chosen))
            told.append(words)
    return event_stage.table(
        "headlines",
        f"{chosen.name} in eight measures",
        "Each beside its comparison, with its last thirteen months.",
        f'<div class="pcd-board">{"".join(boxes)}</div>',
        tuple(told),
        tuple(legend_of(told)),
    )


def _of(headline: Headline, words: str, chosen: Selection) -> str:
    found = beside(headline, chosen)
    values = [figure.value for _, figure in headlines.months(headline.slug, chosen)[-SMALL_MONTHS:]]
    picture = f'<img src="{spark(values, look_of(headline.metric, chosen))}" alt="">'
    parts = [
        f'<p class="pcd-name">{escape(headline.metric.title)}</p>',
        f'<div class="pcd-figure"><div class="pcd-value">{escape(words)}</div>{picture}</div>',
        f'<p class="pcd-line">{escape(f"{ARROWS[found.way]} {found.line}")}</p>',
    ]
    return f"<div>{''.join(parts)}</div>"
