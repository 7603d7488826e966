"""What the statistics say about where children live and how far from home."""

from typing import Final

import polars as pl

from dashboard.charts.number_format import written
from dashboard.data.cache import kept
from dashboard.filters.selection import Selection
from dashboard.insights.placement_mix import unsaid
from dashboard.insights.sentences import short
from metrics.card import Unit
from metrics.dimensions.coarse_categories import BROAD_NEARNESS
from metrics.dimensions.location import NEARNESS
from metrics.dimensions.neighbours import NEIGHBOURS

NOT_RECORDED = "Not recorded"


@kept(500)
def hosts(rows: pl.DataFrame, chosen: Selection) -> str:
    """Say which London borough outside the focus most of its children live in. Columns: place, value."""
    own = [chosen.focus] if chosen.focus else chosen.boroughs
    others = rows.filter(pl.col("place").is_in(list(NEIGHBOURS)) & ~pl.col("place").is_in(own))
    top = _top(others)
    if top is None:
        return unsaid(rows)
    place, value = top
    return short(f"Largest number in any other London borough: {place}, {value} children")


@kept(500)
def flows(rows: pl.DataFrame, name: str) -> str:
    """Say of what is shown how many live at home, next door, beyond London. Columns: series, nearness, value, mark."""
    mine = rows.filter((pl.col("series") == name) & pl.col("value").is_not_null())
    told = {row["nearness"]: _said(row) for row in mine.iter_rows(named=True)}
    home, next_door, _, beyond, _ = NEARNESS
    *_, elsewhere, beyond_or_not = BROAD_NEARNESS
    words = {home: "in their home borough", next_door: "next door", elsewhere: "elsewhere in London"}
    words |= {beyond: "outside London", beyond_or_not: "beyond or not known"}
    parts = [f"{told[place]} {where}" for place, where in words.items() if place in told]
    return short(f"Children: {', '.join(parts)}") if parts else unsaid(rows)


@kept(500)
def distances(rows: pl.DataFrame) -> str:
    """Say how many live nearest and how many farthest. Columns: start, end, value, mark; the last step is open."""
    if rows.is_empty() or rows["value"].count() == 0:
        return unsaid(rows)
    near, far = rows.row(0, named=True), rows.row(-1, named=True)
    words = [(near, f"within {near['end']} miles of home"), (far, f"over {far['start']} miles")]
    parts = [f"{_said(row)} {where}" for row, where in words if row["value"] is not None]
    return short(f"Children: {', '.join(parts)}") if parts else unsaid(rows)


@kept(500)
def not_known(rows: pl.DataFrame) -> str:
    """Say of how many children the distance is not known, in a sentence for the line under a title."""
    told = _said(rows.row(0, named=True)) if rows.height else "0"
    return f"Distance not known for {told} more."


@kept(500)
def reasons(rows: pl.DataFrame) -> str:
    """Say the commonest recorded reason and how often none is. Columns: distance_reason, value, mark."""
    known = rows.filter(pl.col("distance_reason") != NOT_RECORDED)
    top = _top(known.rename({"distance_reason": "place"}))
    none = rows.filter(pl.col("distance_reason") == NOT_RECORDED)
    unknown = _said(none.row(0, named=True)) if none.height else "0"
    if top is None:
        return f"Reason not recorded for {unknown}" if none.height else unsaid(rows)
    return short(f"Most often {top[0].lower()} ({top[1]}); not recorded for {unknown}")


PROTECTED: Final = "Children who come in, less those who go out"
"""Over net import in a release whose tables are protected: what is moved there is as large as a borough's balance."""


@kept(500)
def exchange(rows: pl.DataFrame, *, is_exact: bool) -> str:
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
        f"{high['series']} takes in {_said(high)} more; {low['series']} sends {-low['value']:,.0f} more",
        f"{high['series']} net {high['value']:+,.0f}, {low['series']} net {low['value']:+,.0f}",
    )


def _top(rows: pl.DataFrame) -> tuple[str, str] | None:
    seen = rows.filter(pl.col("value") > 0).sort("value", descending=True)
    return (str(seen["place"][0]), _said(seen.row(0, named=True))) if seen.height else None


def _said(row: dict[str, object]) -> str:
    value, mark = row["value"], row.get("mark")
    number = float(value) if isinstance(value, int | float) else None
    return written(number, Unit.CHILDREN, None if number is not None else str(mark or "[x]"))
