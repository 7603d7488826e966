"""Published figures beside ours: England, the region, statistical neighbours, and the boroughs' own as published.

They are public already, so no release hides them; what the publisher held back stays held back, as a mark.
"""

from collections.abc import Collection
from typing import Final

import polars as pl

from metrics.benchmarks.national_position import SIZES, Standing, standing
from metrics.benchmarks.pooled import POOLED, pooled
from metrics.benchmarks.published_equivalents import TWINS, Part, Twin
from metrics.benchmarks.series import twin_of, within
from metrics.dimensions.location import HOME_REGION
from metrics.discovery import METRICS
from metrics.periods import When
from metrics.populations import Tables
from metrics.shorthand import LOW, NOT_AVAILABLE, UNRELIABLE

__all__ = ["POOLED", "TWINS", "Part", "Standing", "Twin", "benchmarks", "note_of", "published", "standing"]

ENGLAND: Final = "England"
NEIGHBOURS: Final = "Statistical neighbours"
SHAPE: Final = pl.Schema(
    {
        "series": pl.String(),
        "period_end": pl.Date(),
        "value": pl.Float64(),
        "n": pl.Int64(),
        "mark": pl.String(),
        "note": pl.String(),
    }
)

NO_TWIN: Final = Twin("", None, "", "")
NO_ROWS: Final = pl.DataFrame(
    schema={
        "authority": pl.String,
        "level": pl.String,
        "period_end": pl.Date,
        "value": pl.Float64,
        "mark": pl.String,
    }
)


def published(slug: str, tables: Tables, authorities: Collection[str], when: When) -> pl.DataFrame:
    """Give the published figures of some areas: authority, level, period_end, value, mark, note.

    `value` is in the metric's own unit, `period_end` 31 March of the year; `note` says how the definition differs
    from the metric's, and where it is published. No rows where no twin of the metric is loaded. The years are those
    that end in the span or, where none does, the latest before its end.
    """
    twin, rows = twin_of(slug, tables) or (NO_TWIN, NO_ROWS)
    return within(rows, authorities, when).with_columns(note=pl.lit(note_of(twin)))


def benchmarks(
    slug: str, tables: Tables, borough: str | None, when: When, *, without: Collection[str] = frozenset()
) -> pl.DataFrame:
    """Give what a borough's figure is set beside: series, period_end, value, n, mark, note.

    England, London, and the median of the borough's ten statistical neighbours that have a figure, `n` of them; a
    figure that rounds to nothing counts as zero; counts and sums have no such median. For the whole consortium
    (None) instead of neighbours what the boroughs have published put together, where all their counts are published;
    those named in `without` are left out. No rows where no twin is loaded.
    """
    twin, rows = twin_of(slug, tables) or (NO_TWIN, NO_ROWS)
    parts = [within(rows, [area], when).with_columns(series=pl.lit(area), n=1) for area in (ENGLAND, HOME_REGION)]
    if borough is None:
        parts.append(pooled(twin, tables, when, METRICS[slug].unit.scale, without))
    elif METRICS[slug].unit not in SIZES:
        parts.append(_neighbours(borough, rows, tables, when))
    told = [part.with_columns(note=pl.lit(note_of(twin))).select(SHAPE.names()).cast(SHAPE) for part in parts]
    return pl.concat(told)


def note_of(twin: Twin) -> str:
    """Say how a twin's definition differs from ours, if it does, and where it is published."""
    return f"{twin.differs} {twin.source}.".strip() if twin.source else ""


def _neighbours(borough: str, rows: pl.DataFrame, tables: Tables, when: When) -> pl.DataFrame:
    """Give the median of the neighbours' figures by year; `[x]` where none has one, `[u]` where under half have."""
    names = tables["neighbours"].filter(authority=borough).select("neighbour").collect()["neighbour"]
    told = pl.when(pl.col("mark") == LOW).then(0.0).otherwise("value")
    theirs = within(rows, names.to_list(), when)
    medians = theirs.group_by("period_end").agg(value=told.median(), n=told.count()).sort("period_end")
    absent, few = pl.col("value").is_null(), pl.col("n") < len(names) / 2
    mark = pl.when(absent).then(pl.lit(NOT_AVAILABLE)).when(few).then(pl.lit(UNRELIABLE))
    return medians.with_columns(mark=mark, series=pl.lit(NEIGHBOURS))
