"""The figures behind the charts, borough by borough: value, range, n, the earlier period, and where each stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from dashboard.charts.matrix import Cell
from dashboard.charts.number_format import day, written
from dashboard.data.claims import apart_ways, change_ways
from dashboard.data.comparisons import Estimate
from dashboard.figure import BoroughTable, figure_part
from dashboard.filters.selection import Selection
from dashboard.insights.position import Standing, standing
from dashboard.insights.wording import said
from dashboard.pages.compare.compare_data import expected, named, pairs
from metrics import Metric, When

SCHEMA: Final = {
    "borough": pl.String,
    "value": pl.Float64,
    "mark": pl.String,
    "lower": pl.Float64,
    "upper": pl.Float64,
    "n": pl.Float64,
    "expected of so few": pl.Float64,
    "earlier value": pl.Float64,
    "earlier mark": pl.String,
    "change since": pl.String,
    "beside the consortium": pl.String,
}


@dataclass(frozen=True)
class BoroughRow:
    """One borough, or the consortium: its figure and the earlier one, what is expected of so few, and how it stands."""

    mine: Estimate
    earlier: Estimate
    change: Standing
    beside: Standing | None
    near: float | None

    def cells(self, card: Metric) -> list[Cell]:
        """Give the row as on screen."""
        return [
            Cell(said(card, self.mine)),
            Cell(_range(card, self.mine)),
            Cell("" if self.mine.n is None else f"{self.mine.n:,.0f}"),
            Cell("" if self.near is None else written(self.near, card.unit)),
            Cell(said(card, self.earlier)),
            _verdict(self.change),
            Cell("") if self.beside is None else _verdict(self.beside),
        ]

    def numbers(self, who: str) -> tuple[str | float | None, ...]:
        """Give the row as in a file."""
        mine, then = self.mine, self.earlier
        words = [_verdict(each).text if each else "" for each in (self.change, self.beside)]
        figure = (mine.value, mine.mark, mine.lower, mine.upper, mine.n, self.near)
        return (who, *figure, then.value, then.mark, *words)


@figure_part("Every borough", is_wide=True)
def every_borough_table(card: Metric, then: When, selection: Selection) -> BoroughTable:
    """Give the figures behind the charts, boroughs in alphabetical order and the consortium last."""
    found = _rows(card, then, selection)
    before = named(card.slug, selection, then)
    heads = ["Value", "95% range", "n", "Expected of so few", f"{before[:1].upper()}{before[1:]}"]
    columns = [*heads, "Change since", "Beside the consortium"]
    cells = {who: row.cells(card) for who, row in found.items()}
    shown = [at for at in range(len(columns)) if any(row[at].text for row in cells.values())]
    return BoroughTable(
        name=card.title,
        rows={who: [row[at] for at in shown] for who, row in cells.items()},
        columns=[columns[at] for at in shown],
        selection=selection,
        title="Every borough",
        caption=f"{card.title}, to {day(selection.end)}.",
        opens="Compare",
        data=pl.DataFrame([row.numbers(who) for who, row in found.items()], schema=SCHEMA, orient="row"),
        metrics=[card],
    )


def _rows(card: Metric, then: When, selection: Selection) -> Mapping[str, BoroughRow]:
    both, near = pairs(card.slug, selection, then), expected(card.slug, selection)
    whole = both[list(both)[-1]][0]
    changed, apart = change_ways(card.slug, selection, then), apart_ways(card.slug, selection)
    return {
        who: BoroughRow(
            mine,
            past,
            standing(card, mine, past, changed.get(who, 0)),
            None if mine is whole or card.is_total else standing(card, mine, whole, apart.get(who, 0)),
            near.get(who),
        )
        for who, (mine, past) in both.items()
    }


def _range(card: Metric, figure: Estimate) -> str:
    if figure.lower is None or figure.upper is None:
        return ""
    return f"{written(figure.lower, card.unit)} to {written(figure.upper, card.unit)}"


def _verdict(found: Standing) -> Cell:
    """The way, and better or worse where one way is good."""
    if not found.way:
        return Cell("No clear difference" if found.word == "similar" else "")
    words = "Higher" if found.way > 0 else "Lower"
    return Cell("" if found.word == words.lower() else words, found.word, found.way)
