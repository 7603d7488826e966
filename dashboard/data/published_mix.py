"""The mix of placements as published: what stands under the boroughs' bars."""

from dataclasses import replace
from typing import Final

import polars as pl

from dashboard.charts.chart_style import ENGLAND, NEIGHBOURS
from dashboard.charts.number_format import month
from dashboard.data.benchmarks import benchmark_rows
from dashboard.data.comparisons import focused
from dashboard.data.detail_level import by_kind
from dashboard.data.placement_mix import SLUG
from dashboard.data.reader_cache import kept_for_reader
from dashboard.filters.selection import Selection
from metrics import When
from metrics.shorthand import LOW

GROUP: Final = "placement_group"

PUBLISHED: Final = {
    "Foster care": "foster",
    "Supported accommodation": "supported_accommodation",
    "Secure and children's homes": "secure_and_childrens_homes",
    "Other residential": "other_residential",
    "Residential school": "residential_school",
    "Placed for adoption": "placed_for_adoption",
    "With parents": "with_parents",
    "Other placements": "other_placements",
}
"""The measure of each placement group, which is published too; temporary moves are not."""

TOLD: Final = tuple(PUBLISHED.values())[:4]
"""The measures of the groups that have a colour of their own."""


@kept_for_reader(500)
def beneath(chosen: Selection, bars: pl.DataFrame) -> pl.DataFrame:
    """Give the bars by placement group with the last published mix of England beneath, and London's where chosen.

    The focus's own mix of the same date, whatever the filters, stands over them. What rounds to nothing counts as
    zero; neighbours have no bar, as medians do not add up to a whole. `bars` where nothing is published.
    """
    areas = dict.fromkeys([ENGLAND, *(area for area in chosen.benchmarks if area != NEIGHBOURS)])
    rows = pl.concat([_published(group, slug, chosen.when, [*areas]) for group, slug in PUBLISHED.items()])
    if rows.is_empty():
        return bars
    year = When.return_year(max(rows["period_end"]).year)
    at = month(year.end)
    everyone = replace(chosen, kept=())
    mine = by_kind(GROUP, lambda kind: focused(SLUG, everyone, (kind,), year)).with_columns(
        series=pl.lit(f"{chosen.name}, {at}")
    )
    last = rows.filter(period_end=year.end).with_columns(pl.format("{}, {}", "series", pl.lit(at)).alias("series"))
    parts = [part.with_columns(pl.col(GROUP).cast(pl.String)) for part in (bars, mine, last.drop("period_end"))]
    return pl.concat(parts, how="diagonal_relaxed")


def _published(group: str, slug: str, when: When, areas: list[str]) -> pl.DataFrame:
    """What was published of some areas: asked of no borough, as it is the same whichever is chosen."""
    value = pl.when(pl.col("mark") == LOW).then(0.0).otherwise("value")
    rows = benchmark_rows(slug, None, when).filter(pl.col("series").is_in(areas))
    mark = pl.when(pl.col("mark") != LOW).then("mark")
    return rows.select("series", "period_end", pl.lit(group).alias(GROUP), value=value, mark=mark)
