"""Unit costs the published way, local and published side by side."""

from typing import Final

import polars as pl

from dashboard.charts.chart_style import ENGLAND
from dashboard.charts.side_by_side import beside as side_by_side
from dashboard.data.benchmarks import OWN, Beside, beside
from dashboard.data.cache import kept
from dashboard.data.comparisons import Estimate, one
from dashboard.data.comparisons import beside as of_period
from dashboard.data.figures import metric
from dashboard.data.reader_cache import kept_for_reader
from dashboard.figure import Figure, figure_part
from dashboard.filters.selection import Selection
from dashboard.insights import wording
from dashboard.insights.benchmarks import both
from dashboard.insights.description import described
from metrics import Metric, When

UNIT_COSTS: Final = {
    "unit_cost_children": "Children looked after",
    "unit_cost_fostering": "Fostering",
    "unit_cost_residential": "Residential",
}
"""Unit costs the published way, and their words on screen."""


FROM_PRICES: Final = "from prices"


SIDE_BY_SIDE: Final = {
    "label": pl.String,
    "series": pl.String,
    "value": pl.Float64,
    "lower": pl.Float64,
    "upper": pl.Float64,
    "n": pl.Float64,
    "mark": pl.String,
}


def published_year(chosen: Selection) -> Beside | None:
    """Give what was last published of the unit cost of all children: of the benchmarks chosen or else of England."""
    return beside("unit_cost_children", chosen, *(chosen.benchmarks or (ENGLAND,)))


@kept_for_reader(500)
def unit_costs(chosen: Selection) -> pl.DataFrame:
    """Give unit costs from local prices beside those published of the same year: label, series, a figure's columns.

    Where none is published, those of the period chosen beside the rest's.
    """
    rows = [row for slug, label in UNIT_COSTS.items() for row in _unit_cost(slug, label, chosen)]
    return pl.DataFrame(rows, schema=SIDE_BY_SIDE, orient="row")


def _unit_cost(slug: str, label: str, chosen: Selection) -> list[tuple[object, ...]]:
    told = beside(slug, chosen, *(chosen.benchmarks or (ENGLAND,)))
    if told is None:
        local = [(f"{figure.series}, {FROM_PRICES}", figure) for figure in _locals(slug, chosen)]
        return [_row(label, name, figure) for name, figure in local]
    others = [(f"{figure.series}, {OWN}", figure) for figure in told.others]
    own = [(f"{chosen.name}, {OWN}", told.own)] if told.own else []
    shown = [(f"{chosen.name}, {FROM_PRICES}", told.local), *others, *own]
    return [_row(label, name, figure) for name, figure in shown]


def _locals(slug: str, chosen: Selection) -> list[Estimate]:
    return list(of_period(slug, chosen)) if chosen.focus else [one(slug, chosen)]


def _row(label: str, name: str, figure: Estimate) -> tuple[object, ...]:
    return label, name, figure.value, figure.lower, figure.upper, figure.n, figure.mark


@kept(500)
def unit_cost(metric: Metric, rows: pl.DataFrame) -> str:
    """Say the first local unit cost beside the last one published, if any. Columns: label, series, value, mark."""
    first = rows.filter(pl.col("label") == pl.col("label").first())
    told = {row["series"]: wording.said(metric, wording.figure_of("", row)) for row in first.iter_rows(named=True)}
    mine, last = next(iter(told), ""), next(reversed(told), "")
    local = f"A child costs {told.get(mine, '[x]')} a week"
    if not last.endswith(OWN):
        return f"{local}; no published figure is loaded"
    is_own = last.removesuffix(OWN) == mine.removesuffix(FROM_PRICES)
    return f"{local}, {told[last]} as published" if is_own else f"{local}; {last.partition(',')[0]} {told[last]}"


@figure_part("Unit costs")
def unit_costs_figure(selection: Selection, note: str) -> Figure:
    """Give unit costs the published way, local and published of the same year."""
    cost, rows, found = metric("unit_cost_children"), unit_costs(selection), published_year(selection)
    return described(
        Figure(
            metric=cost,
            rows=rows,
            chart=side_by_side,
            selection=selection,
            title=unit_cost(cost, rows),
            note=f"{both(cost, found)} {note}" if found else note,
            span=When.return_year(found.day.year) if found else selection.when,
        )
    )
