"""How far from home children live, and of how many it is not known."""

from typing import Final

import polars as pl

from dashboard.charts.bars import bars
from dashboard.charts.histogram import histogram
from dashboard.data.cache import kept
from dashboard.data.comparisons import focused
from dashboard.data.figures import metric
from dashboard.data.reader_cache import kept_for_reader
from dashboard.figure import Figure, figure_part
from dashboard.filters.publishable import is_limited
from dashboard.filters.selection import Selection
from dashboard.insights.description import described
from dashboard.insights.wording import largest_group, short, unsaid
from dashboard.pages.out_of_area.counts import CHILDREN, count_words
from metrics.dimensions.location import NOT_KNOWN, STEP_MILES, STEPPED_MILES

OPEN_STEP: Final = f"The last bar holds all over {STEPPED_MILES} miles."


@kept_for_reader(500)
def distances(chosen: Selection) -> pl.DataFrame:
    """Give the focus's children by distance from home, in steps of five miles: start, end, and a figure's columns.

    The last step is open upwards; it is drawn as wide as the others. Children whose distance is not known are in
    `distance_not_known`.
    """
    rows = focused(CHILDREN, chosen, ("distance_step",)).filter(pl.col("distance_step") != NOT_KNOWN)
    start = pl.col("distance_step").cast(pl.String).str.extract(r"(\d+)").cast(pl.Int64)
    return rows.select(pl.all(), start=start).with_columns(end=pl.col("start") + STEP_MILES).sort("start")


@kept_for_reader(500)
def distance_bands(chosen: Selection) -> pl.DataFrame:
    """Give the focus's children by band of distance, where steps of five miles are too fine to be shown."""
    return focused(CHILDREN, chosen, ("distance_band",))


@kept_for_reader(500)
def distance_not_known(chosen: Selection) -> pl.DataFrame:
    """Give the focus's children whose distance from home is not known, in one row or none."""
    return focused(CHILDREN, chosen, ("distance_step",)).filter(pl.col("distance_step") == NOT_KNOWN)


@kept(500)
def distances_title(rows: pl.DataFrame) -> str:
    """Say how many live nearest and how many farthest. Columns: start, end, value, mark; the last step is open."""
    if rows.is_empty() or rows["value"].count() == 0:
        return unsaid(rows)
    near, far = rows.row(0, named=True), rows.row(-1, named=True)
    words = [(near, f"within {near['end']} miles of home"), (far, f"over {far['start']} miles")]
    parts = [f"{count_words(row)} {where}" for row, where in words if row["value"] is not None]
    return short(f"Children: {', '.join(parts)}") if parts else unsaid(rows)


@kept(500)
def not_known_note(rows: pl.DataFrame) -> str:
    """Say of how many children the distance is not known, in a sentence for the line under a title."""
    told = count_words(rows.row(0, named=True)) if rows.height else "0"
    return f"Distance not known for {told} more."


@figure_part("Distances")
def distances_figure(selection: Selection) -> Figure:
    """Give how far from home children live; by band where the release is coarser."""
    return _by_band(selection) if is_limited() else _by_step(selection)


def _by_band(selection: Selection) -> Figure:
    bands = distance_bands(selection)
    return described(
        Figure(
            metric=metric(CHILDREN),
            rows=bands,
            chart=bars,
            selection=selection,
            title=largest_group(bands),
            options={"name": "distance_band"},
        )
    )


def _by_step(selection: Selection) -> Figure:
    rows, unknown = distances(selection), distance_not_known(selection)
    return described(
        Figure(
            metric=metric(CHILDREN),
            rows=rows,
            chart=histogram,
            selection=selection,
            title=distances_title(rows),
            note=f"{OPEN_STEP} {not_known_note(unknown)}",
        )
    )
