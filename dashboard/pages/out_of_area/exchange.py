"""How many more children come to a borough than leave it."""

from typing import Final

import polars as pl

from dashboard.charts.bars import bars
from dashboard.data.cache import kept
from dashboard.data.figures import figures, metric
from dashboard.data.reader_cache import kept_for_reader
from dashboard.figure import Figure, figure_part
from dashboard.filters.fields import FOCUS
from dashboard.filters.publishable import is_limited
from dashboard.filters.selection import Selection
from dashboard.insights.description import described
from dashboard.insights.wording import short, unsaid
from dashboard.pages.out_of_area.counts import count_words

EXCHANGE: Final = "net_import"


@kept_for_reader(500)
def exchange(chosen: Selection) -> pl.DataFrame:
    """Give each borough's net import within the consortium, as `series`, the largest first."""
    rows = figures(EXCHANGE, ("borough",), where=chosen.where(), when=chosen.when)
    named = rows.rename({"borough": "series"}).with_columns(pl.col("series").cast(pl.String))
    return named.sort("value", descending=True, nulls_last=True, maintain_order=True)


PROTECTED: Final = "Children who come in, less those who go out"
"""Over net import in a release whose tables are protected: what is moved there is as large as a borough's balance."""


@kept(500)
def exchange_title(rows: pl.DataFrame, *, is_exact: bool) -> str:
    """Say which borough takes in most of its neighbours' children and which sends most. Columns: series, value."""
    if not is_exact:
        return PROTECTED
    seen = rows.filter(pl.col("value").is_not_null()).sort("value")
    if seen.is_empty():
        return unsaid(rows)
    low, high = seen.row(0, named=True), seen.row(-1, named=True)
    if high["value"] <= 0 or low["value"] >= 0:
        return "No borough shown takes in or sends more than the others"
    return short(
        f"{high['series']} takes in {count_words(high)} more; {low['series']} sends {-low['value']:,.0f} more",
        f"{high['series']} net {high['value']:+,.0f}, {low['series']} net {low['value']:+,.0f}",
    )


@figure_part("What boroughs exchange")
def exchange_figure(selection: Selection) -> Figure:
    """Give how many more children come to a borough than leave it."""
    rows = exchange(selection)
    return described(
        Figure(
            metric=metric(EXCHANGE),
            rows=rows,
            chart=bars,
            selection=selection,
            title=exchange_title(rows, is_exact=not is_limited()),
            click=FOCUS,
        )
    )
