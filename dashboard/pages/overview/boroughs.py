"""Boroughs by the headline measures, and how far each borough's returns go."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from dashboard.charts.matrix import Cell
from dashboard.charts.number_format import day
from dashboard.data import completeness, headlines
from dashboard.data.claims import apart_ways
from dashboard.data.comparisons import Estimate
from dashboard.data.figures import metric
from dashboard.data.headlines import HEADLINES, Headline
from dashboard.data.measure_names import words
from dashboard.faults import tried_each
from dashboard.figure import BoroughTable, figure_part
from dashboard.filters.selection import Selection
from dashboard.insights.numbers import Entry, numbers
from dashboard.insights.position import Standing, standing
from dashboard.insights.wording import said
from metrics import Metric

SHADED: Final = (
    "Shaded and marked only where chance is unlikely to explain how a borough differs from the others; totals are not "
    "compared."
)


class Place(NamedTuple):
    """A figure, and where it stands beside the consortium; None of the consortium itself."""

    figure: Estimate
    standing: Standing | None


Columns = Mapping[str, Mapping[str, Place]]
"""By heading and by borough."""


@figure_part("Boroughs beside the consortium", is_wide=True)
def headline_table(selection: Selection) -> BoroughTable:
    """Give every borough, in alphabetical order, by the headline measures: shaded only where an interval says so."""
    judged = {headline.judge.title: headline for headline in HEADLINES}
    titles = dict(zip(judged, judged, strict=True))
    columns, faults = tried_each(titles, lambda title: _column(judged[title], selection))
    cards = {title: headline.judge for title, headline in judged.items()}
    names = dict.fromkeys(name for column in columns.values() for name in column)
    return BoroughTable(
        name="Headline measures by borough",
        rows={name: [_cell(cards[title], column.get(name)) for title, column in columns.items()] for name in names},
        columns=list(columns),
        selection=selection,
        title="Boroughs beside the consortium",
        caption=f"To {day(selection.end)}. {SHADED}",
        opens="Overview",
        data=numbers(_entries(columns, cards), "borough"),
        links={title: ("Compare", {"measure": words(cards[title])}) for title in columns},
        metrics=list(cards.values()),
        faults=faults,
    )


def _column(headline: Headline, selection: Selection) -> dict[str, Place]:
    card, ways = headline.judge, apart_ways(headline.judged_by, selection)
    figures = {who: mine for who, (mine, _) in headlines.pairs(card.slug, selection).items()}
    whole = figures[list(figures)[-1]]
    return {
        who: Place(mine, None if mine is whole else standing(card, mine, whole, ways.get(who, 0)))
        for who, mine in figures.items()
    }


def _cell(card: Metric, place: Place | None) -> Cell:
    if place is None:
        return Cell("")
    words, found = said(card, place.figure), place.standing
    return Cell(words, found.word, found.way) if found and found.way else Cell(words)


def _entries(columns: Columns, cards: Mapping[str, Metric]) -> Iterator[Entry]:
    for title, column in columns.items():
        for who, (figure, found) in column.items():
            yield Entry(who, title, cards[title], figure, found.word if found and found.way else "")


@figure_part("What the figures rest on", is_wide=True)
def coverage_table(selection: Selection) -> BoroughTable:
    """Give to which day each borough's returns speak, and of how many children price, needs and area are known."""
    headings = {heading: heading for heading in completeness.HEADINGS}
    columns, faults = tried_each(headings, lambda heading: completeness.column(heading, selection))
    names = dict.fromkeys(name for column in columns.values() for name in column)
    return BoroughTable(
        name="Data coverage by borough",
        rows={name: [Cell(column.get(name, "")) for column in columns.values()] for name in names},
        columns=list(columns),
        selection=selection,
        title="What the figures rest on",
        caption=f"The last day that each borough's returns speak of, and shares of children at {day(selection.end)}.",
        opens="Overview",
        data=numbers(_held(columns, selection), "borough"),
        metrics=[metric(slug) for slug in completeness.SHARES.values()],
        faults=faults,
    )


def _held(columns: Mapping[str, Mapping[str, str]], selection: Selection) -> Iterator[Entry]:
    for heading, column in columns.items():
        if heading in completeness.SHARES:
            card = metric(completeness.SHARES[heading])
            yield from (
                Entry(who, heading, card, share) for who, share in completeness.shares(heading, selection).items()
            )
        else:
            yield from (Entry(who, heading, words=words) for who, words in column.items())
