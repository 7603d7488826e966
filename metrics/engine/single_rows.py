"""The single placements behind a figure, for a chart that draws one mark each: cost against need, for instance."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from metrics.card import Metric, Release
from metrics.dimensions.catalogue import DIMENSIONS
from metrics.engine.query import ask
from metrics.measure import rows_behind
from metrics.periods import When
from metrics.populations import Tables

PLOTTED: Final = ("weekly_cost", "expected_cost", "need_score", "score", "distance_miles", "numerator", "denominator")
"""The numbers that a mark may stand at. Nothing that tells who the child is."""

MOST: Final = 5000
"""Marks on one chart; of more, as many are drawn at random, the same each time."""


def points(
    metric: Metric,
    tables: Tables,
    columns: tuple[str, ...],
    *,
    where: Mapping[str, tuple[str, ...]] | None = None,
    when: When | None = None,
    release: Release = Release.WORKING,
) -> pl.DataFrame:
    """Give the rows behind a figure, cut to some dimensions and numbers, in an order that tells nothing.

    For charts in the working release only: a row stands for one child, though never by name. At most 5,000.
    Whoever asks keeps to the boroughs that the reader may see, by `where`.

    Raises:
        ValueError: a release beyond the working one, or a column that would tell too much or is not there.
    """
    _refuse_what_tells_too_much(columns, release)
    question = ask(metric, tables, tuple(name for name in columns if name in DIMENSIONS), where, when)
    rows = rows_behind(question, tables)
    absent = [name for name in columns if name not in rows.collect_schema()]
    if absent:
        raise ValueError(f"{metric.title} has no {absent[0]} to draw.")
    found = rows.select(columns).collect().sort(columns)
    return found.sample(MOST, seed=0).sort(columns) if len(found) > MOST else found


def _refuse_what_tells_too_much(columns: tuple[str, ...], release: Release) -> None:
    if release is not Release.WORKING:
        raise ValueError(f"Single placements are shown in the working release only, not in the {release} release.")
    barred = [name for name in columns if name not in DIMENSIONS and name not in PLOTTED]
    if barred:
        raise ValueError(f"{barred[0]} cannot be drawn. These can: {', '.join(PLOTTED)}, and every grouping.")
