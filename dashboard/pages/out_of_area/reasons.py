"""Why children live outside their borough."""

from typing import Final

import polars as pl

from dashboard.charts.bars import bars
from dashboard.data.cache import kept
from dashboard.data.comparisons import focused
from dashboard.data.figures import metric
from dashboard.data.reader_cache import kept_for_reader
from dashboard.figure import Figure, figure_part
from dashboard.filters.selection import Selection
from dashboard.insights.description import described
from dashboard.insights.wording import short, unsaid
from dashboard.pages.out_of_area.counts import count_words, top_place
from metrics.dimensions.location import NOT_KNOWN

REASONS: Final = "distance_reasons"


@kept_for_reader(500)
def reasons(chosen: Selection) -> pl.DataFrame:
    """Give the focus's children placed outside the borough by reason, the commonest first."""
    rows = focused(REASONS, chosen, ("distance_reason",))
    known = rows.with_columns(pl.col("distance_reason").cast(pl.String).fill_null(NOT_KNOWN))
    return known.sort("value", descending=True, nulls_last=True, maintain_order=True)


NOT_RECORDED = "Not recorded"


@kept(500)
def reasons_title(rows: pl.DataFrame) -> str:
    """Say the commonest recorded reason and how often none is. Columns: distance_reason, value, mark."""
    known = rows.filter(pl.col("distance_reason") != NOT_RECORDED)
    top = top_place(known.rename({"distance_reason": "place"}))
    none = rows.filter(pl.col("distance_reason") == NOT_RECORDED)
    unknown = count_words(none.row(0, named=True)) if none.height else "0"
    if top is None:
        return f"Reason not recorded for {unknown}" if none.height else unsaid(rows)
    return short(f"Most often {top[0].lower()} ({top[1]}); not recorded for {unknown}")


@figure_part("Reasons for distance")
def reasons_figure(selection: Selection) -> Figure:
    """Give why children live outside their borough."""
    rows = reasons(selection)
    return described(
        Figure(
            metric=metric(REASONS),
            rows=rows,
            chart=bars,
            selection=selection,
            title=reasons_title(rows),
            options={"name": "distance_reason"},
        )
    )
