"""Where children live, month by month: by placement group, and by the types that are bought or moved between."""

from datetime import date
from typing import Final

import polars as pl

from dashboard.charts.chart import Chart
from dashboard.charts.chart_style import Drawing
from dashboard.charts.part_lines import lines
from dashboard.charts.stacked_areas import areas
from dashboard.data.cache import kept
from dashboard.data.comparisons import focused
from dashboard.data.detail_level import by_kind
from dashboard.data.detail_level import kept as kept_names
from dashboard.data.figures import metric
from dashboard.data.reader_cache import kept_for_reader
from dashboard.figure import Figure, figure_part
from dashboard.filters.selection import Selection, months_before
from dashboard.insights.description import described
from dashboard.insights.wording import direction, figure_of, short, unsaid
from dashboard.pages.placement_mix.shares import (
    GROUPS,
    SLUG,
    Pair,
    alike,
    farthest_pair,
    has_ranges,
    largest_share,
    parts_of,
    present,
)
from metrics import Metric, When
from metrics.statistics import series_breaks

LINES: Final = ["In-house foster", "IFA foster", "Children's home"]
"""The types that commissioning moves children between."""


REGISTERED: Final = series_breaks.REGISTERED.month


BREAKS: Final = tuple((each.month, each.words) for each in series_breaks.breaks_of(SLUG))


def span(chosen: Selection) -> When:
    """Give the months of a trend, with a year before the break in series where the period reaches past it."""
    start = chosen.trend.start
    if chosen.end > REGISTERED:
        start = min(start, months_before(REGISTERED, 13))
    return When(max(chosen.first, start), chosen.end)


@kept_for_reader(500)
def by_month(chosen: Selection, part: str, only: list[str] | None = None) -> pl.DataFrame:
    """Give the focus's shares by month and part; of some parts only, where they are named."""
    rows = present(by_kind(part, lambda kind: focused(SLUG, chosen, ("month", kind), span(chosen))), part)
    return rows if only is None else rows.filter(pl.col(part).cast(pl.String).is_in(only))


@kept(500)
def changed(metric: Metric, months: pl.DataFrame, part: str, kept: list[str], since: date) -> str:
    """Say which part's share changed most to the last month, of those kept. Columns: month, `part`, a figure's.

    Nothing is held against a month before `since`, a break in series, unless all are before it.
    """
    months = months if (months["month"] < since).all() else months.filter(pl.col("month") >= since)
    pairs = [_ends(name, rows) for name, rows in parts_of(months, part, kept)]
    known = [pair for pair in pairs if pair]
    if not known:
        return unsaid(months)
    if not has_ranges(known):
        return largest_share(metric, [(name, last) for name, last, _ in known])
    told = farthest_pair(known)
    if told is None:
        return short(f"No clear change over {months['month'].n_unique()} months")
    name, last, first = told
    way = "up" if direction(last, first) > 0 else "down"
    start, end = alike(metric, first, last)
    return short(f"{name} {way} from {start} to {end} since {months['month'].min():%B %Y}")


def _ends(name: str, months: pl.DataFrame) -> Pair | None:
    seen = months.filter(pl.col("value").is_not_null()).sort("month")
    if seen.height < 2:
        return None
    return name, figure_of("last", seen.row(-1, named=True)), figure_of("first", seen.row(0, named=True))


@figure_part("The mix by month")
def by_group_figure(selection: Selection) -> Figure:
    """Give the mix by month, by placement group."""
    names = kept_names("placement_group", GROUPS)
    return _over_time(selection, "placement_group", areas, names, by_month(selection, "placement_group"))


@figure_part("The mix by month")
def by_type_figure(selection: Selection) -> Figure:
    """Give by month the types that commissioning moves children between."""
    return _over_time(selection, "placement_type", lines, LINES, by_month(selection, "placement_type", LINES))


def _over_time(
    selection: Selection, part: str, chart: Chart[..., Drawing], names: list[str], rows: pl.DataFrame
) -> Figure:
    return described(
        Figure(
            metric=metric(SLUG),
            rows=rows,
            chart=chart,
            selection=selection,
            title=changed(metric(SLUG), rows, part, names, REGISTERED),
            span=span(selection),
            options={"part": part, "kept": names, "breaks": BREAKS},
        )
    )
