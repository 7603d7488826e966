"""When in the week incidents start."""

from collections.abc import Mapping
from itertools import pairwise

import polars as pl

from dashboard.charts.heatmap import heat
from dashboard.data.comparisons import focused
from dashboard.data.figures import metric
from dashboard.data.reader_cache import kept_for_reader
from dashboard.figure import Figure, figure_part
from dashboard.filters.publishable import noted, together
from dashboard.filters.selection import Selection
from dashboard.insights.description import described
from dashboard.pages.missing.by_month import INCIDENTS
from metrics.dimensions.time_of_week import PARTS_OF_DAY, WEEKDAYS


@kept_for_reader(500)
def week(chosen: Selection) -> pl.DataFrame:
    """Give incidents by part of the day and day of the week; one that has none is a zero.

    Counts this small are a matter of course here, so the mark of an unreliable one is left off.
    """
    rows = focused(INCIDENTS, chosen, ("part_of_day", "weekday"))
    if rows.is_empty():
        return rows
    days = pl.DataFrame({"weekday": pl.Series(WEEKDAYS, dtype=rows.schema["weekday"])})
    full = rows.select("part_of_day").unique().join(days, how="cross").sort("part_of_day", "weekday")
    filled = full.join(rows, on=["part_of_day", "weekday"], how="left", maintain_order="left")
    is_zero = pl.col("value").is_null() & pl.col("mark").is_null()
    is_said = pl.col("value").is_not_null()
    return filled.with_columns(value=pl.when(is_zero).then(0.0).otherwise("value"), mark=pl.when(~is_said).then("mark"))


@kept_for_reader(500)
def parts_of_day(chosen: Selection) -> dict[str, float | None]:
    """Give incidents by part of the day, in the day's order; null where hidden."""
    rows = focused(INCIDENTS, chosen, ("part_of_day",))
    found = dict(rows.select(pl.col("part_of_day").cast(pl.String), "value").iter_rows())
    return {part: found.get(part, 0.0) for part in PARTS_OF_DAY}


def busiest(parts: Mapping[str, float | None]) -> str:
    """Say in which eight hours of the day most incidents start, and what share. Parts are in the day's order."""
    hours = [(part, value) for part, value in parts.items() if " to " in part]
    known = [(part, value) for part, value in hours if value is not None]
    total = sum(value for _, value in known)
    if len(known) < len(hours) or not total:
        return "When in the week incidents start"
    (first, some), (second, more) = max(pairwise(known), key=lambda pair: pair[0][1] + pair[1][1])
    start, end = first.split(" to ")[0].lower(), second.split(" to ")[1]
    return f"{(some + more) / total * 100:.0f}% of incidents start between {start} and {end}"


@figure_part("When in the week incidents start")
def week_figure(selection: Selection) -> Figure:
    """Give when in the week incidents start."""
    everyone = together(selection)
    rows = week(everyone)
    shown = {name: "" for name in PARTS_OF_DAY if name in rows["part_of_day"].cast(str).to_list()}
    return described(
        Figure(
            metric=metric(INCIDENTS),
            rows=rows,
            chart=heat,
            selection=everyone,
            title=busiest(parts_of_day(everyone)),
            note=noted(selection, ""),
            options={"row": "part_of_day", "column": "weekday", "groups": shown, "columns": WEEKDAYS},
        )
    )
