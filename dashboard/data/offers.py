"""Who provides care: each provider's figures for its type of placement, beside the market's for that type."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

import polars as pl

from dashboard.access import scope
from dashboard.data.about import providers
from dashboard.data.compared import Figure
from dashboard.data.figures import figures
from dashboard.data.for_reader import kept_for_reader
from dashboard.data.like_care import NOBODY, bought
from dashboard.data.points import may_draw
from dashboard.filters.selection import Selection
from dashboard.sentences import figure_of
from metrics import Release

MEASURES: Final = (
    "children_looked_after",
    "weekly_cost",
    "unexplained_cost",
    "weighted_need",
    "distance_median",
    "outside_borough",
    "three_or_more_placements",
    "missing_share",
)
"""What a provider is told by; each is beside the market's figure for the same type of placement."""

BY: Final = ("provider", "placement_type")

LEAST: Final = 5
"""Children up to whom a figure is marked as unreliable."""

Kind = tuple[str, str]
Key = TypeVar("Key")


@dataclass(frozen=True)
class Offer:
    """One provider's care of one type: its figures, the market's, and how many boroughs buy it (None: hidden)."""

    provider: str
    care: str
    boroughs: int | None
    own: dict[str, Figure]
    market: dict[str, Figure]


def may_name() -> bool:
    """Say whether the release names providers: the working one alone."""
    return scope().release is Release.WORKING


def names() -> list[str]:
    """Give the providers that may be named; none where the release names none, or where none is known."""
    return [name for name in providers() if name not in NOBODY]


@kept_for_reader(500)
def offers(chosen: Selection) -> list[Offer]:
    """Give every provider and type with children at the date, the most children first; none in the event release."""
    if not names():
        return []
    own = {slug: dict(_by_kind(slug, chosen)) for slug in MEASURES}
    market = {slug: _by_type(slug, chosen) for slug in MEASURES}
    buyers = _buyers(chosen) if scope().boroughs is None else None
    made = [
        Offer(name, care, _told(buyers, (name, care), children), _of(own, (name, care)), _of(market, care))
        for (name, care), children in own["children_looked_after"].items()
        if name not in NOBODY and (children.n or children.mark == "[c]")
    ]
    return sorted(made, key=lambda offer: (-(offer.own["children_looked_after"].value or 0), offer.provider))


def main_offers(chosen: Selection) -> dict[str, Offer]:
    """Give each provider's largest offer by provider."""
    return {offer.provider: offer for offer in reversed(offers(chosen))}


def _told(buyers: dict[Kind, int] | None, kind: Kind, children: Figure) -> int | None:
    """How many boroughs buy it; where the children are hidden it would tell how few there can be.

    One borough's people are not told, as a single other buyer's price would be what is left.
    """
    return None if buyers is None or children.value is None else buyers.get(kind, 0)


def _of(figures_of: dict[str, dict[Key, Figure]], key: Key) -> dict[str, Figure]:
    missing = Figure("", None, None, None, None, "[z]")
    return {slug: found.get(key, missing) for slug, found in figures_of.items()}


def _by_kind(slug: str, chosen: Selection) -> Iterator[tuple[Kind, Figure]]:
    rows = figures(slug, BY, where=chosen.where(focused=True), when=chosen.when)
    for row in rows.iter_rows(named=True):
        if row["provider"] is not None and row["placement_type"] is not None:
            yield (str(row["provider"]), str(row["placement_type"])), figure_of(str(row["provider"]), row)


def _by_type(slug: str, chosen: Selection) -> dict[str, Figure]:
    """The market: every provider of a type, in every borough."""
    where = chosen.without("provider").where()
    rows = figures(slug, ("placement_type",), where=where, when=chosen.when)
    return {str(row["placement_type"]): figure_of("the market", row) for row in rows.iter_rows(named=True)}


def _buyers(chosen: Selection) -> dict[Kind, int]:
    """How many boroughs have children there; a hidden count is of one child at least."""
    rows = figures("children_looked_after", (*BY, "borough"), where=chosen.where(focused=True), when=chosen.when)
    there = rows.filter((pl.col("n") > 0) | (pl.col("mark") == "[c]"))
    counted = there.group_by(BY).len()
    return {(str(name), str(care)): count for name, care, count in counted.iter_rows()}


@kept_for_reader(500)
def unexplained(chosen: Selection) -> pl.DataFrame:
    """Give the price that need does not explain by provider as `series`, the dearest first; none beyond working.

    Bought care with six children or more, so that a mean says something of a price.
    """
    if not may_draw():
        return pl.DataFrame(schema={"series": pl.String, "value": pl.Float64, "mark": pl.String, "n": pl.Int64})
    where = bought(chosen) | ({"borough": (chosen.focus,)} if chosen.focus else {})
    rows = figures("unexplained_cost", ("provider",), where=where, when=chosen.when)
    told = rows.filter(~pl.col("provider").is_in(NOBODY) & (pl.col("n").is_null() | (pl.col("n") > LEAST)))
    return told.rename({"provider": "series"}).sort("value", descending=True, nulls_last=True)
