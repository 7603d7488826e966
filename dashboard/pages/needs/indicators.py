"""The twelve indicators of need by a group of children."""

from typing import Final

import polars as pl

from dashboard.charts.heatmap import heat
from dashboard.data import comparisons
from dashboard.data.cache import kept
from dashboard.data.comparisons import focused
from dashboard.data.detail_level import by_kind, grouping
from dashboard.data.figures import metric
from dashboard.data.reader_cache import kept_for_reader
from dashboard.figure import Figure, figure_part
from dashboard.filters.publishable import noted, together
from dashboard.filters.selection import Selection
from dashboard.insights.description import described
from dashboard.insights.wording import TOO_FEW, direction, figure_of, short
from loaders.labels import NEEDS

MOST_GROUPS: Final = 8


@kept_for_reader(500)
def indicators(slug: str, chosen: Selection, group: str) -> pl.DataFrame:
    """Give the focus's figures by indicator and group; `children` is n, as twelve indicators share the same ones."""
    rows = by_kind(group, lambda kind: focused(slug, chosen, ("indicator", kind))).drop_nulls(group)
    return rows.rename({"n": "children"})


@kept(500)
def largest(rows: pl.DataFrame, group: str) -> list[str]:
    """Name the eight groups with the most children, in their usual order."""
    each = rows.group_by(group, maintain_order=True).agg(pl.col("children").max().fill_null(0))
    sizes = each.sort("children", descending=True, maintain_order=True)
    return sizes.head(MOST_GROUPS).sort(group)[group].cast(pl.String).to_list()


@kept(500)
def stands_out(rows: pl.DataFrame, whole: pl.DataFrame, group: str) -> str:
    """Say which group is above the average of all in most needs. Columns: indicator, `group`, a figure's."""
    average = {row["indicator"]: figure_of("all", row) for row in whole.iter_rows(named=True)}
    if not any(figure.value is not None for figure in average.values()):
        return TOO_FEW
    above: dict[str, int] = {}
    for row in rows.iter_rows(named=True):
        is_above = direction(figure_of(str(row[group]), row), average[row["indicator"]], rows.height) > 0
        above[str(row[group])] = above.get(str(row[group]), 0) + is_above
    most = max(above.values(), default=0)
    if not most:
        return "No group is clearly above average in any need"
    names = " and ".join(name for name, times in above.items() if times == most)
    needs = f"all {most}" if most == len(average) else f"{most} of {len(average)}"
    return short(f"{names}: above average in {needs} needs", f"Several groups: above average in {needs} needs")


@figure_part("Needs by group")
def indicators_figure(slug: str, selection: Selection, group: str, note: str) -> Figure:
    """Give the twelve indicators by a group of children, in their six domains."""
    group, note, everyone = grouping(group), noted(selection, note), together(selection)
    rows, whole = indicators(slug, everyone, group), comparisons.focused(slug, everyone, ("indicator",))
    layout = {"row": "indicator", "column": group, "groups": NEEDS, "columns": largest(rows, group)}
    return described(
        Figure(
            metric=metric(slug),
            rows=rows,
            chart=heat,
            selection=everyone,
            title=stands_out(rows, whole, group),
            note=note,
            options=layout,
        )
    )
