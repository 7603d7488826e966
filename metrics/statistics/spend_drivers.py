"""What drove a change in spend, and how sure that is: each part with its range by chance and by how it is split.

By chance: children are resampled with replacement, each with all that is paid for them in both years, since children
come into care, not days. A part's range is 2.5 times as wide to each side as the draws spread, so that all four hold in
95 of 100 cases. By how it is split: the parts move with the order in which volume, mix, need and price are changed, and
so with the year whose prices are the yardstick; a part's range is that of all 24 orders. A part is clear, and may be
named as a driver, where its range by chance leaves out zero and it goes the same way in every order.

Sources: resampling of clusters (Davison and Hinkley 1997, section 3.8); orders as in Shorrocks (2013), Decomposition
procedures for distributional analysis, Journal of Economic Inequality 11, 99 to 126.
"""

from dataclasses import dataclass, replace
from itertools import permutations, product
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy import special

from metrics.card import counted
from metrics.dimensions.catalogue import Where
from metrics.discovery import METRICS
from metrics.engine.query import ask
from metrics.engine.rows import rows_of
from metrics.engine.table_cache import coded
from metrics.measure import behind_of
from metrics.periods import When
from metrics.populations import Tables
from metrics.statistics.intervals import Floats
from metrics.statistics.spend_bridge import COMPONENTS
from metrics.vocabulary import Release

DRAWS: Final = 200
REACH: Final = float(special.ndtri(1 - 0.05 / 2 / len(COMPONENTS)))
"""Standard deviations to each side, so that all parts hold together in 95 of 100 cases (Bonferroni)."""
SEED: Final = 20_130
"""The same children are drawn however often it is asked: a page says the same at every look."""

CHANGE: Final = METRICS["change_in_spend"]
YEARS: Final[tuple[int, ...]] = (0, 1)
"""The year before, and this year."""

SUMS: Final = ("days", "spend", "score_days", "scored_days")
"""What is summed of each child, type of placement and year."""

CHILD: Final = ("borough", "child")
CELL: Final = ("borough", "placement_type")


@dataclass(frozen=True)
class Cells:
    """Sums by child, year, cell (a type of placement in a borough); each cell's borough, and price of a point of need.

    A point of need costs what it did over every borough the year before.
    """

    sums: Floats
    boroughs: NDArray[np.int64]
    slopes: Floats


@dataclass(frozen=True)
class Driver:
    """One part of the change (GBP): its range by chance, and by the order in which the parts are changed."""

    name: str
    amount: float
    lower: float
    upper: float
    least: float
    most: float

    @property
    def is_clear(self) -> bool:
        """Say whether neither chance nor the order could have made it, or turned it round."""
        return self.lower > 0 < self.least or self.upper < 0 > self.most


@dataclass(frozen=True)
class Drivers:
    """The parts in their order; `is_by_order` says that the largest is another where they are changed in another."""

    parts: tuple[Driver, ...]
    is_by_order: bool

    @property
    def clear(self) -> tuple[Driver, ...]:
        """Give the parts that may be named as drivers, the largest first."""
        return tuple(sorted((part for part in self.parts if part.is_clear), key=lambda part: -abs(part.amount)))


def drivers(tables: Tables, where: Where, when: When, release: Release = Release.WORKING) -> Drivers | None:
    """Give what drove the change in spend on the year before; None where nothing was spent in one of the years.

    Beyond the working release it is made of the release's protected tables.
    """
    cells = _cells(behind_of(tables, release), where, when)
    if cells is None:
        return None
    return resampled(cells)


def resampled(cells: Cells) -> Drivers:
    """Split a change in every order, and that of resampled children."""
    many = cells.sums.shape[0]
    weights = np.vstack([np.ones(many), np.random.default_rng(SEED).poisson(1.0, (DRAWS, many)).astype(np.float64)])
    split = _by_order(_drawn(weights, cells), cells)
    return _judged(split[:, 0, :], split[0])


def _drawn(weights: Floats, cells: Cells) -> Floats:
    """Sum the children of each draw, borough by borough: draws by year, cell and sum."""
    drawn = np.zeros((len(weights), *cells.sums.shape[1:]))
    for borough in np.unique(cells.boroughs):
        here = cells.boroughs == borough
        mine = cells.sums[:, :, here]
        own = mine.any(axis=(1, 2, 3))
        drawn[:, :, here] = np.tensordot(weights[:, own], mine[own], axes=1)
    return drawn


def _judged(drawn: Floats, orders: Floats) -> Drivers:
    """Judge parts by draw (the first is the figure itself) in the published order, and the figure's own by order."""
    figure, reach = drawn[0], REACH * drawn[1:].std(axis=0)
    is_by_order = len({*np.argmax(np.abs(orders), axis=1).tolist()}) > 1
    ends = (figure, figure - reach, figure + reach, orders.min(axis=0), orders.max(axis=0))
    told = zip(COMPONENTS, *(each.tolist() for each in ends), strict=True)
    return Drivers(tuple(Driver(*of) for of in told), is_by_order)


def _cells(tables: Tables, where: Where, when: When) -> Cells | None:
    """Sum both years by child, borough and type of placement; None where one of them has no day."""
    question = ask(CHANGE, tables, (), where, when)
    rows = rows_of(replace(question, metric=replace(CHANGE, rows=both_years)), coded(tables)).collect()
    if rows["year"].n_unique() < len(YEARS):
        return None
    children, cells = (rows.select(pl.struct(*by).rank("dense") - 1).to_series().to_numpy() for by in (CHILD, CELL))
    sums = np.zeros((children.max() + 1, len(YEARS), cells.max() + 1, len(SUMS)))
    np.add.at(sums, (children, rows["year"].to_numpy(), cells), rows.select(SUMS).to_numpy())
    of_cell = rows.group_by(CELL).agg(pl.col("point_price").max()).sort(CELL)
    boroughs = of_cell.select(pl.col("borough").rank("dense") - 1).to_series().to_numpy()
    return Cells(sums, boroughs, of_cell["point_price"].fill_null(0.0).to_numpy())


def both_years(priced_days: pl.LazyFrame, needed_days_year_before: pl.LazyFrame) -> pl.LazyFrame:
    """Give the priced days of both years with what is summed of them; `year` is 0 for the year before."""
    told = [
        rows.with_columns(year=pl.lit(year, pl.UInt8))
        for year, rows in zip(YEARS, (needed_days_year_before, priced_days), strict=True)
    ]
    days, score = pl.col("days").cast(pl.Float64), pl.col("need_score").cast(pl.Float64)
    scored = {"score_days": (days * score).fill_null(0.0), "scored_days": pl.when(score.is_not_null()).then(days)}
    return counted(
        pl.concat(told, how="diagonal").with_columns(days=days, **scored).with_columns(pl.col(SUMS).fill_null(0.0)),
        pl.col("spend"),
        0,
    )


def _by_order(sums: Floats, cells: Cells) -> Floats:
    """Split the change of each draw in every order: draws by orders by parts, the published order first."""
    totals = {state: _spent(sums, cells, state) for state in product(range(len(YEARS)), repeat=len(COMPONENTS))}
    orders = list(permutations(range(len(COMPONENTS))))
    split = np.empty((sums.shape[0], len(orders), len(COMPONENTS)))
    for place, order in enumerate(orders):
        state = [0] * len(COMPONENTS)
        for part in order:
            before = totals[tuple(state)]
            state[part] = 1
            split[:, place, part] = totals[tuple(state)] - before
    return split


def _spent(sums: Floats, cells: Cells, state: tuple[int, ...]) -> Floats:
    """Give what would be spent with the days, mix, need and prices of the year before (0) or of this year (1)."""
    volume, mix, need, price = state
    days = sums[:, :, :, 0]
    of_borough = np.eye(cells.boroughs.max() + 1)[cells.boroughs]
    whole = days @ of_borough
    share = _known(_over(days, whole[:, :, cells.boroughs]), mix)
    daily, score = (_over(sums[:, :, :, top], sums[:, :, :, under]) for top, under in ((1, 0), (2, 3)))
    priced_in = np.where(np.isnan(daily[:, price]), 1 - price, price)
    of_price = _known(daily, price)
    moved = score[:, need] - np.where(priced_in == 1, score[:, 1], score[:, 0])
    at_need = of_price + np.nan_to_num(moved) * cells.slopes
    return (whole[:, volume][:, cells.boroughs] * share * at_need).sum(axis=1)


def _known(values: Floats, year: int) -> Floats:
    """Give a year's values, the other year's where it has none, zero where neither has."""
    return np.nan_to_num(np.where(np.isnan(values[:, year]), values[:, 1 - year], values[:, year]))


def _over(top: Floats, under: Floats) -> Floats:
    return np.divide(top, under, out=np.full(top.shape, np.nan), where=under > 0)
