"""A grid of shaded cells: twelve needs by placement type, needs grouped by domain."""

import json
from collections.abc import Mapping
from typing import Final

import altair as alt
import polars as pl

from dashboard.charts import line_labels
from dashboard.charts.chart import chart
from dashboard.charts.chart_style import Drawing, Look
from dashboard.charts.number_format import written
from dashboard.charts.stacked_bars import side
from dashboard.charts.theme import finish

CELL: Final = 28
"""Pixels a row."""

LINE: Final = 13
"""Pixels a line of a column's name; the first stands lowest of all where there is no room made."""

MOST_COLUMNS: Final = 8

TOOLTIP: Final = [
    alt.Tooltip("row:N", title="Row"),
    alt.Tooltip("column:N", title="Column"),
    alt.Tooltip("words:N", title="Value"),
]


@chart("heat", "Heat map", is_fine=True)
def heat(
    figures: pl.DataFrame, look: Look, *, row: str, column: str, groups: Mapping[str, str], columns: list[str]
) -> Drawing:
    """Draw cells with their value in words.

    Args:
        figures: `row`, `column`, value, mark; where they have n, a share of many has one more decimal.
        look: page and unit.
        row: the column that names the rows.
        column: the column that names the columns.
        groups: each row's name to its group, in the order to show; each group has a heading.
        columns: the columns to show, in order; at most eight.
    """
    told = _told(figures, look, row, column, columns[:MOST_COLUMNS]).filter(pl.col("row").is_in(list(groups)))
    names = _with_headings(groups)
    y = side(names, look, "row", wide=22, bold=[name for name in names if name not in groups])
    base = alt.Chart(told).encode(x=_across(columns[:MOST_COLUMNS], look), y=y, tooltip=TOOLTIP)
    layers = [_cells(base, look), _words(base, told, look)]
    return finish(alt.layer(*layers), look, height=CELL * len(names) + 90)


def _told(figures: pl.DataFrame, look: Look, row: str, column: str, columns: list[str]) -> pl.DataFrame:
    text = [pl.col(row).cast(pl.String).alias("row"), pl.col(column).cast(pl.String).alias("column")]
    n = pl.col("n") if "n" in figures.columns else pl.lit(None).alias("n")
    told = figures.select(*text, "value", "mark", n).filter(pl.col("column").is_in(columns))
    each = told.iter_rows(named=True)
    words = [written(one["value"], look.unit, one["mark"]).replace("%", "") for one in each]
    return told.drop("mark", "n").with_columns(pl.Series("words", words, dtype=pl.String))


def _with_headings(groups: Mapping[str, str]) -> list[str]:
    """Give the rows in order, each group's name before its first row where there is more than one group."""
    names = list(dict.fromkeys(groups.values()))
    if len(names) < 2:
        return list(groups)
    return [name for group in names for name in [group, *(row for row in groups if groups[row] == group)]]


def _is_short(columns: list[str]) -> bool:
    """Say whether the columns' names have room side by side on a phone."""
    return len(columns) <= 5 and all(len(name) <= 11 for name in columns)


def _across(columns: list[str], look: Look) -> alt.X:
    broken = {name: line_labels.broken(name, 7).replace("\n", "|") for name in columns}
    is_short = _is_short(columns)
    axis = alt.Axis(
        orient="top",
        labelAngle=0 if is_short else -50,
        labelExpr=f"split({json.dumps(broken)}[datum.label], '|')" if is_short else "datum.label",
        labelColor=look.colours.text,
        ticks=False,
        domain=False,
        labelLimit=200,
        labelOverlap=False,
        labelPadding=4 + LINE * max((words.count("|") for words in broken.values()), default=0) * is_short,
    )
    return alt.X("column:N", sort=columns, title=None, axis=axis)


def _cells(base: alt.Chart, look: Look) -> alt.Chart:
    shade = alt.Color("value:Q", scale=alt.Scale(range=list(look.colours.sequential), interpolate="rgb"), legend=None)
    colour = alt.condition("isValid(datum.value)", shade, alt.value(look.colours.surface))
    return base.mark_rect(stroke=look.colours.background, strokeWidth=2, invalid=None).encode(color=colour)


def _words(base: alt.Chart, told: pl.DataFrame, look: Look) -> alt.Chart:
    low, high = told["value"].min(), told["value"].max()
    middle = float(str(low)) + (float(str(high)) - float(str(low))) * look.turn if low is not None else 0.0
    is_beyond = f"isValid(datum.value) && datum.value > {middle}"
    first, last = look.colours.inks
    ink = alt.condition(is_beyond, alt.value(last), alt.value(first))
    return base.mark_text(fontSize=12).encode(text=alt.Text("words:N"), color=ink)
