"""Where children live: on a map of tiles, and how near to their own borough."""

import polars as pl

from dashboard.charts.chart_style import CONSORTIUM
from dashboard.charts.sankey import flows as flow_diagram
from dashboard.charts.tile_map import tiles
from dashboard.data.cache import kept
from dashboard.data.comparisons import focused
from dashboard.data.detail_level import by_kind
from dashboard.data.figures import figures, metric
from dashboard.data.reader_cache import kept_for_reader
from dashboard.figure import Figure, figure_part
from dashboard.filters.fields import FOCUS
from dashboard.filters.publishable import is_limited
from dashboard.filters.selection import Selection
from dashboard.insights.description import described
from dashboard.insights.wording import short, unsaid
from dashboard.pages.out_of_area.counts import CHILDREN, count_words, top_place
from metrics.dimensions.coarse_categories import BROAD_NEARNESS
from metrics.dimensions.location import HOME_REGION, NEARNESS, NOT_KNOWN
from metrics.dimensions.neighbours import NEIGHBOURS


@kept_for_reader(500)
def hosts(chosen: Selection) -> pl.DataFrame:
    """Give the focus's children by London borough, then by region or country beyond, as `place`."""
    where = chosen.where(focused=True)
    london = figures(CHILDREN, ("host_authority",), where=where | {"host_region": (HOME_REGION,)}, when=chosen.when)
    beyond = focused(CHILDREN, chosen, ("host_region",)).filter(pl.col("host_region").ne_missing(HOME_REGION))
    parts = [_placed(london, "host_authority"), _placed(beyond, "host_region")]
    return pl.concat(parts)


def _placed(rows: pl.DataFrame, column: str) -> pl.DataFrame:
    return rows.rename({column: "place"}).with_columns(pl.col("place").cast(pl.String).fill_null(NOT_KNOWN))


@kept_for_reader(500)
def flows(chosen: Selection) -> pl.DataFrame:
    """Give children by borough, as `series`, and how near they live, as `nearness`; the consortium's rows last."""
    each = by_kind(
        "nearness", lambda near: figures(CHILDREN, ("borough", near), where=chosen.where(), when=chosen.when)
    )
    every = by_kind("nearness", lambda near: figures(CHILDREN, (near,), where=chosen.where(), when=chosen.when))
    total = every.select(pl.lit(CONSORTIUM).alias("borough"), pl.all())
    both = pl.concat([each.with_columns(pl.col("borough").cast(pl.String)), total])
    return both.rename({"borough": "series"})


@kept(500)
def hosts_title(rows: pl.DataFrame, chosen: Selection) -> str:
    """Say which London borough outside the focus most of its children live in. Columns: place, value."""
    own = [chosen.focus] if chosen.focus else chosen.boroughs
    others = rows.filter(pl.col("place").is_in(list(NEIGHBOURS)) & ~pl.col("place").is_in(own))
    top = top_place(others)
    if top is None:
        return unsaid(rows)
    place, value = top
    return short(f"Largest number in any other London borough: {place}, {value} children")


@kept(500)
def flows_title(rows: pl.DataFrame, name: str) -> str:
    """Say of what is shown how many live at home, next door, beyond London. Columns: series, nearness, value, mark."""
    mine = rows.filter((pl.col("series") == name) & pl.col("value").is_not_null())
    told = {row["nearness"]: count_words(row) for row in mine.iter_rows(named=True)}
    home, next_door, _, beyond, _ = NEARNESS
    *_, elsewhere, beyond_or_not = BROAD_NEARNESS
    words = {home: "in their home borough", next_door: "next door", elsewhere: "elsewhere in London"}
    words |= {beyond: "outside London", beyond_or_not: "beyond or not known"}
    parts = [f"{told[place]} {where}" for place, where in words.items() if place in told]
    return short(f"Children: {', '.join(parts)}") if parts else unsaid(rows)


@figure_part("Where children live")
def hosts_figure(selection: Selection) -> Figure | None:
    """Give where children live, on a map of tiles; none where the release is coarser: the flows tell as much."""
    if is_limited():
        return None
    rows = hosts(selection)
    title = hosts_title(rows, selection)
    figure = Figure(metric=metric(CHILDREN), rows=rows, chart=tiles, selection=selection, title=title, click=FOCUS)
    return described(figure)


@figure_part("From borough to placement")
def flows_figure(selection: Selection) -> Figure:
    """Give how many children live how near to their own borough."""
    rows = flows(selection)
    return described(
        Figure(
            metric=metric(CHILDREN),
            rows=rows,
            chart=flow_diagram,
            selection=selection,
            title=flows_title(rows, selection.name),
            options={"target": "nearness"},
        )
    )
