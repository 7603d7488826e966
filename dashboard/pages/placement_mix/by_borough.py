"""Each borough's mix of placements, by group and by how they are provided and bought; the published mix beneath."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import polars as pl

from dashboard.charts.chart_style import CONSORTIUM, ENGLAND, NEIGHBOURS
from dashboard.charts.number_format import month
from dashboard.charts.stacked_bars import stacked
from dashboard.data.benchmarks import benchmark_rows, beside
from dashboard.data.cache import kept
from dashboard.data.comparisons import by_borough, focused
from dashboard.data.detail_level import by_kind
from dashboard.data.detail_level import kept as kept_names
from dashboard.data.figures import metric
from dashboard.data.reader_cache import kept_for_reader
from dashboard.figure import Figure, Part, figure_part
from dashboard.filters.fields import FOCUS
from dashboard.filters.selection import Selection
from dashboard.insights.benchmarks import under
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
    present,
)
from metrics import Metric, When
from metrics.shorthand import LOW

SECTORS: Final = ["Own provision", "Private", "Voluntary", "Other local authority"]


BARS: Final = (
    ("placement_group", GROUPS, "By placement group."),
    ("provider_sector", SECTORS, "By who provides the care."),
    ("sourcing", ["In-house", "Framework", "Block", "Spot"], "By how the placement was bought."),
    ("arrangement", ["Planned", "Emergency"], "By whether the placement was planned."),
)
"""The bars of a borough: what parts them, the parts with a colour of their own, and what that is in words."""


@kept_for_reader(500)
def boroughs(chosen: Selection, part: str) -> pl.DataFrame:
    """Give each borough's shares by part, and the consortium's last."""
    return present(by_kind(part, lambda kind: by_borough(SLUG, chosen, (kind,))), part)


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


ALIKE: Final = "No borough clearly differs from the consortium"


@kept(500)
def apart(metric: Metric, rows: pl.DataFrame, part: str, kept: list[str], focus: str | None) -> str:
    """Say where the focus, or any borough, is farthest from the consortium, in the parts kept.

    Columns: series, `part`, a figure's.
    """
    names = [focus] if focus else [name for name in rows["series"].unique().sort() if name != CONSORTIUM]
    seen = rows.filter(pl.col("series").is_in([*names, CONSORTIUM])).iter_rows(named=True)
    known = {(str(row[part]), row["series"]): row for row in seen if row["value"] is not None}
    pairs = [pair for name in kept for who in names if (pair := _against(name, known, who))]
    if not pairs:
        return unsaid(rows)
    if not has_ranges(pairs):
        return largest_share(metric, [(name, mine if focus else every) for name, mine, every in pairs])
    told = farthest_pair(pairs)
    if told is None:
        return f"{focus}: no clear difference from the consortium" if focus else ALIKE
    name, mine, every = told
    way = "higher" if direction(mine, every) > 0 else "lower"
    both = alike(metric, mine, every)
    return short(
        f"{name}: {way} in {mine.series} ({both[0]}) than in the consortium ({both[1]})",
        f"{name}: {mine.series} {both[0]}, consortium {both[1]}",
    )


def _against(name: str, known: Mapping[tuple[str, str], dict[str, Any]], who: str) -> Pair | None:
    if (name, who) not in known or (name, CONSORTIUM) not in known:
        return None
    return name, figure_of(who, known[name, who]), figure_of(CONSORTIUM, known[name, CONSORTIUM])


def borough_figures(selection: Selection) -> list[Part]:
    """Give each borough's mix by placement group and by how the placement is provided and bought."""
    return [borough_figure(selection, part, names, about) for part, names, about in BARS]


def group_figure(selection: Selection) -> Part:
    """Give each borough's mix by placement group."""
    return borough_figures(selection)[0]


@figure_part("The mix by borough")
def borough_figure(selection: Selection, part: str, names: list[str], about: str) -> Figure:
    """Give each borough's mix by one part of it; under the placement groups the mix as published."""
    shown, rows = kept_names(part, names), boroughs(selection, part)
    is_published = part == GROUP
    return described(
        Figure(
            metric=metric(SLUG),
            rows=beneath(selection, rows) if is_published else rows,
            chart=stacked,
            selection=selection,
            title=apart(metric(SLUG), rows, part, shown, selection.focus),
            note=f"{about} {_published_note(selection)}".strip() if is_published else about,
            click=FOCUS,
            options={"part": part, "kept": shown},
        )
    )


def _published_note(selection: Selection) -> str:
    """Say what the bars beneath are."""
    found = beside(TOLD[0], selection, ENGLAND)
    return under(metric(TOLD[0]), found, selection.name) if found else ""
