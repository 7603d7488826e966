"""Same provider, same care: what boroughs pay one provider beyond what need explains."""

from typing import Final

import polars as pl

from dashboard.charts.bars import bars
from dashboard.charts.dumbbell import dumbbell
from dashboard.charts.number_format import pounds
from dashboard.data import comparisons
from dashboard.data.comparisons import Estimate, focused
from dashboard.data.figures import figures, metric
from dashboard.data.provider_sectors import NOBODY, bought
from dashboard.data.reader_cache import kept_for_reader
from dashboard.data.single_placements import may_draw
from dashboard.figure import Figure, figure_part
from dashboard.filters.selection import Selection
from dashboard.insights.description import described

ABOUT: Final = "Tick: what need explains. Boroughs with three children or more there; part of a gap is chance."


LEAST: Final = 3
"""Placements of a borough with a provider below which their mean says little about a price."""


KIND: Final = ["provider", "placement_type"]


@kept_for_reader(500)
def apart(chosen: Selection) -> pl.DataFrame:
    """Give each provider and type that boroughs pay differently, those whose ranges do not meet first.

    Columns: label, low, low_who, high, high_who, mine, clear, n, value (high less low), mark; GBP a week beyond what
    need explains. With a focus, those that it buys. No rows beyond the working release, which shows no single
    provider's price.
    """
    if not may_draw():
        return pl.DataFrame(schema={"label": pl.String, "value": pl.Float64, "mark": pl.String})
    by = ("provider", "placement_type", "borough")
    prices = figures("unexplained_cost", by, where=bought(chosen), when=chosen.when)
    return ends(prices, chosen.focus)


def ends(prices: pl.DataFrame, focus: str | None) -> pl.DataFrame:
    """Put the cheapest and the dearest borough of each provider and type on one row.

    Columns in: provider, placement_type, borough, and those of a figure.
    """
    told = prices.filter((pl.col("n") >= LEAST) & ~pl.col("provider").is_in(NOBODY)).sort("value")
    cheap, dear = pl.all().first(), pl.all().last()
    low = told.group_by(KIND, maintain_order=True).agg(cheap.name.suffix("_low"), pl.len().alias("boroughs"))
    high = told.group_by(KIND, maintain_order=True).agg(dear.name.suffix("_high"), pl.col("n").sum())
    mine = told.filter(pl.col("borough") == (focus or "")).select(*KIND, mine="value")
    rows = low.join(high, on=KIND).join(mine, on=KIND, how="left").filter(pl.col("boroughs") > 1)
    shown = rows.filter(pl.col("mine").is_not_null()) if focus else rows
    return _told(shown).sort("clear", "value", "label", descending=[True, True, False])


def _told(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.select(
        label=pl.format("{}, {}", "provider", "placement_type"),
        low="value_low",
        low_who="borough_low",
        high="value_high",
        high_who="borough_high",
        mine="mine",
        clear=(pl.col("upper_low") < pl.col("lower_high")).fill_null(value=False),
        n="n",
        value=pl.col("value_high") - pl.col("value_low"),
        mark=pl.lit(None, pl.String),
    )


@kept_for_reader(500)
def spread(chosen: Selection) -> pl.DataFrame:
    """Give how far apart boroughs' prices for like care are, by placement type as `series`: every release."""
    rows = focused("same_provider_spread", chosen, ("placement_type",)).rename({"placement_type": "series"})
    return rows.with_columns(pl.col("series").cast(pl.String)).sort("value", descending=True, nulls_last=True)


SPREAD: Final = "Half of any group lies above its median, whoever pays: this is a spread, not a saving."
"""What stands beside how much is paid above the median of like care."""


def above_median(spread: Estimate) -> str:
    """Say how much of a year's prices lies above the median of like care."""
    if spread.value is None:
        return f"Paid above the median of like care: {spread.mark or '[x]'}"
    if not spread.n:
        return "No provider gives like care to two boroughs here"
    return f"Prices for like care: {pounds(spread.value)} a year above their median"


@figure_part("Prices for like need")
def like_for_like_figure(selection: Selection, note: str) -> Figure:
    """Give how far apart boroughs pay one provider for like need; by type alone beyond the working release."""
    title = above_median(comparisons.one("levelling_to_median", selection))
    rows, note = apart(selection), f"{SPREAD} {note}"
    is_by_type = rows.is_empty()
    return described(
        Figure(
            metric=metric("same_provider_spread" if is_by_type else "unexplained_cost"),
            rows=spread(selection) if is_by_type else rows,
            chart=bars if is_by_type else dumbbell,
            selection=selection,
            title=title,
            note=note if is_by_type else f"{ABOUT} {note}",
        )
    )
