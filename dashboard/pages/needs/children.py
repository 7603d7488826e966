"""Children looked after by one characteristic at a time."""

import polars as pl

from dashboard.charts.bars import bars
from dashboard.data import comparisons
from dashboard.data.figures import metric
from dashboard.data.reader_cache import kept_for_reader
from dashboard.figure import Ask, Figure, figure_part
from dashboard.filters.parameters import CHILDREN_BY
from dashboard.filters.publishable import is_limited
from dashboard.filters.selection import Selection
from dashboard.insights.description import described
from dashboard.insights.wording import largest_group
from metrics.disclosure.lattice import DIMENSIONS


def characteristics() -> list[str]:
    """Give the words of the characteristics that the reader's release tells children apart by."""
    names = dict(zip(CHILDREN_BY.own_options, CHILDREN_BY.meanings, strict=True))
    return [words for words, name in names.items() if not is_limited() or name in DIMENSIONS]


@kept_for_reader(500)
def children(selection: Selection, name: str) -> pl.DataFrame:
    """Give children looked after by a dimension."""
    rows = comparisons.focused("children_looked_after", selection, (name,))
    return rows.with_columns(pl.col(name).cast(pl.String).fill_null("Not known"))


@figure_part("Children looked after by characteristic", asks=True)
def children_figure(selection: Selection, ask: Ask) -> Figure:
    """Give children looked after by the characteristic that the reader chooses."""
    name = CHILDREN_BY.meaning(ask(CHILDREN_BY, characteristics()))
    rows = children(selection, name)
    return described(
        Figure(
            metric=metric("children_looked_after"),
            rows=rows,
            chart=bars,
            selection=selection,
            title=largest_group(rows),
            options={"name": name},
        )
    )
