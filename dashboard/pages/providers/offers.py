"""Who provides care: each provider's figures for its type of placement, beside the market's for that type."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

import polars as pl

from dashboard.auth.current_user import scope
from dashboard.data.comparisons import Estimate
from dashboard.data.figures import figures, metric
from dashboard.data.loaded import providers
from dashboard.data.provider_sectors import NOBODY, bought
from dashboard.data.reader_cache import kept_for_reader
from dashboard.data.single_placements import may_draw
from dashboard.filters.selection import Selection
from dashboard.insights.wording import figure_of
from metrics import Release
from metrics.shorthand import CONFIDENTIAL, NOT_AVAILABLE

CHILDREN: Final = "children_looked_after"

MEASURES: Final = (
    CHILDREN,
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
    own: dict[str, Estimate]
    market: dict[str, Estimate]

    @property
    def buyers(self) -> str:
        """How many boroughs buy it, or the mark that stands for that."""
        if self.boroughs is not None:
            return str(self.boroughs)
        return NOT_AVAILABLE if self.own[CHILDREN].mark == NOT_AVAILABLE else CONFIDENTIAL


def may_name() -> bool:
    """Say whether the release names providers: the working one alone."""
    return scope().release is Release.WORKING


def names() -> list[str]:
    """Give the providers that may be named; none where the release names none, or where none is known."""
    return [name for name in providers() if name not in NOBODY]


def try_out(slug: str, chosen: Selection) -> None:
    """Work a measure out as `offers` does, so that whoever asks finds out whether it can be."""
    dict(_by_kind(slug, chosen))
    _by_type(slug, chosen)


@kept_for_reader(500)
def offers(chosen: Selection, sound: tuple[str, ...] = MEASURES) -> list[Offer]:
    """Give every provider and type with children at the date, the most children first; none in the event release.

    `sound` are the measures that can be worked out; the others are not available.
    """
    if not names():
        return []
    own = {slug: dict(_by_kind(slug, chosen)) for slug in sound}
    market = {slug: _by_type(slug, chosen) for slug in sound}
    buyers = _buyers(chosen) if scope().boroughs is None and CHILDREN in sound else None
    made = [
        Offer(name, care, _told(buyers, own, (name, care)), _of(own, (name, care)), _of(market, care))
        for name, care in _there(own)
        if name not in NOBODY
    ]
    return sorted(made, key=lambda offer: (-(offer.own[CHILDREN].value or 0), offer.provider))


def _there(own: dict[str, dict[Kind, Estimate]]) -> list[Kind]:
    """Who cares for anybody: by the children there or, where they cannot be counted, by figures of the same ones."""
    of_same = [slug for slug in own if metric(slug).needs == metric(CHILDREN).needs]
    by = [own[slug] for slug in ([CHILDREN] if CHILDREN in own else of_same)]
    kinds = (kind for found in by for kind, figure in found.items() if figure.n or figure.mark == "[c]")
    return list(dict.fromkeys(kinds))


def main_offers(chosen: Selection, sound: tuple[str, ...] = MEASURES) -> dict[str, Offer]:
    """Give each provider's largest offer by provider."""
    return {offer.provider: offer for offer in reversed(offers(chosen, sound))}


def _told(buyers: dict[Kind, int] | None, own: dict[str, dict[Kind, Estimate]], kind: Kind) -> int | None:
    """How many boroughs buy it; where the children are hidden it would tell how few there can be.

    One borough's people are not told, as a single other buyer's price would be what is left.
    """
    return None if buyers is None or own[CHILDREN][kind].value is None else buyers.get(kind, 0)


def _of(figures_of: dict[str, dict[Key, Estimate]], key: Key) -> dict[str, Estimate]:
    nothing, unknown = (Estimate("", None, None, None, None, mark) for mark in ("[z]", NOT_AVAILABLE))
    return {slug: figures_of[slug].get(key, nothing) if slug in figures_of else unknown for slug in MEASURES}


def _by_kind(slug: str, chosen: Selection) -> Iterator[tuple[Kind, Estimate]]:
    rows = figures(slug, BY, where=chosen.where(focused=True), when=chosen.when)
    for row in rows.iter_rows(named=True):
        if row["provider"] is not None and row["placement_type"] is not None:
            yield (str(row["provider"]), str(row["placement_type"])), figure_of(str(row["provider"]), row)


def _by_type(slug: str, chosen: Selection) -> dict[str, Estimate]:
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
