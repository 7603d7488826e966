"""How need has changed since the first assessment."""

from typing import Final

import polars as pl

from dashboard.charts.interval_dots import ranges
from dashboard.data.cache import kept
from dashboard.data.comparisons import focused
from dashboard.data.figures import metric
from dashboard.data.loaded import providers
from dashboard.data.reader_cache import kept_for_reader
from dashboard.figure import Figure, figure_part
from dashboard.filters.selection import Selection
from dashboard.insights.description import described
from dashboard.insights.wording import TOO_FEW, short
from metrics.chance.false_discovery import clear_of
from metrics.guidance import SMALL

ACROSS: Final = "Less need than at first  |  more need than at first (points)"


MOST_PROVIDERS: Final = 12


@kept_for_reader(500)
def change(chosen: Selection, group: str) -> pl.DataFrame:
    """Give the change in need since the first assessment by group; groups of five children or fewer are left out."""
    rows = focused("need_change", chosen, (group,)).drop_nulls(group)
    enough = rows.filter(pl.col("n").is_null() | (pl.col("n") > SMALL))
    return enough.filter(pl.col("mark") == "[c]") if enough["n"].is_null().all() else enough.drop_nulls("n").sort(group)


@kept_for_reader(500)
def change_by_provider(chosen: Selection) -> pl.DataFrame:
    """Give the same for the dozen providers with the most children, the most first."""
    return change(chosen, "provider").sort("n", descending=True, nulls_last=True).head(MOST_PROVIDERS)


@kept(500)
def changed(rows: pl.DataFrame, what: str) -> str:
    """Say in how many groups need clearly fell or rose, as the chart beneath fills them.

    Columns: value, lower, upper, n. `what` is one group, in words.
    """
    known = rows.filter(pl.col("lower").is_not_null())
    if known.is_empty():
        return TOO_FEW
    clear = known.filter(clear_of(known, 0.0))
    fell, rose = clear.filter(pl.col("value") < 0).height, clear.filter(pl.col("value") > 0).height
    if not fell and not rose:
        return f"Need: no clear change with any {what}"
    told = " and ".join(f"{way} with {times}" for way, times in (("falls", fell), ("rises", rose)) if times)
    groups = f"{told} of {known.height} {what}s"
    return short(f"Need clearly {groups}", f"Need {groups}")


@figure_part("Change in need")
def by_type_figure(selection: Selection, note: str) -> Figure:
    """Give the change in need since the first assessment by placement type."""
    rows = change(selection, "placement_type")
    return _figure(rows, selection, note, "placement_type", changed(rows, "placement type"))


@figure_part("Change in need by provider")
def by_provider_figure(selection: Selection, note: str) -> Figure | None:
    """Give the same by provider; none where no provider may be named."""
    if not providers():
        return None
    rows = change_by_provider(selection)
    return _figure(rows, selection, note, "provider", changed(rows, "provider"))


def _figure(rows: pl.DataFrame, selection: Selection, note: str, group: str, title: str) -> Figure:
    return described(
        Figure(
            metric=metric("need_change"),
            rows=rows,
            chart=ranges,
            selection=selection,
            title=title,
            note=f"{note} Filled: a clear change. Groups of five or fewer left out.",
            options={"group": group, "at": 0.0, "across": ACROSS},
        )
    )
