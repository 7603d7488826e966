"""What a metric is: a card of facts about it and a function that yields its rows."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from metrics.each import OfEach


class Theme(StrEnum):
    """The page a metric belongs to; its value is the folder's name."""

    CHILDREN = "children"
    PLACEMENT_MIX = "placement_mix"
    OUT_OF_AREA = "out_of_area"
    NEEDS = "needs"
    MISSING = "missing"
    COST = "cost"
    PUBLISHED = "published"


class Unit(StrEnum):
    """What the value counts, in the words that follow a number on screen."""

    CHILDREN = "children"
    INCIDENTS = "incidents"
    PERCENT = "%"
    PER_10000 = "per 10,000"
    POUNDS = "GBP"
    POUNDS_A_WEEK = "GBP a week"
    SCORE = "points"
    MILES = "miles"
    PER_CHILD = "per child"
    PUBLISHED = "as published"

    @property
    def scale(self) -> float:
        """What a numerator over a denominator is multiplied by."""
        return {Unit.PERCENT: 100.0, Unit.PER_10000: 10_000.0}.get(self, 1.0)


class Polarity(StrEnum):
    """Which way is good."""

    HIGH = "high is good"
    LOW = "low is good"
    NEITHER = "neither"


class Statistic(StrEnum):
    """How rows become a value, and which interval goes with it."""

    COUNT = "count"
    """Sum of numerators; Byar's interval, exact Poisson below 10."""
    TOTAL = "total"
    """Sum of numerators, no interval: money, or incidents that cluster in few children."""
    SHARE = "share"
    """Numerator over denominator, a part of a whole; Wilson's interval."""
    RATE = "rate"
    """Events over a population; Byar's interval, exact Poisson below 10."""
    MEAN = "mean"
    """Ratio of two sums over rows; the ratio estimator's interval (Student's t)."""
    QUANTILE = "quantile"
    """A quantile of the rows' values; the order statistics' interval."""
    CHANGE = "change"
    """Ratio of two sums that are not a part and its whole; no interval."""
    GIVEN = "given"
    """One number as someone else published it, its symbol as the mark; nothing where a group holds several."""


class Release(StrEnum):
    """Who may see the figures: signed-in staff, boards and papers, or anyone in the room."""

    WORKING = "working"
    BOARD = "board"
    EVENT = "event"

    def lowered_to(self, other: "Release") -> "Release":
        """Give the more protected of the two."""
        order = list(Release)
        return order[max(order.index(self), order.index(other))]


Rows = Callable[..., pl.LazyFrame]


@dataclass(frozen=True)
class Metric:
    """One measure: its card, its public definition, and the function that yields its rows.

    `rows` takes populations by name and returns their rows with `numerator`, `denominator` and `n` (see
    `counted`). `window_is_year` measures the twelve months that end with each period, whatever its length.
    `only_by` names the groupings that make sense, where not all do. `is_price` puts the price rules of the
    release on it. `n_of` is the column that tells apart who is counted where one has several rows: n is then how
    many differ, and `of_each` may say what the rows of each amount to. `parts` names the dimensions that part a
    whole: they narrow the numerator alone.
    """

    slug: str
    title: str
    theme: Theme
    unit: Unit
    statistic: Statistic
    polarity: Polarity
    source: str
    definition: str
    needs: tuple[str, ...]
    rows: Rows
    quantile: float | None = None
    window_is_year: bool = False
    is_at_date: bool = False
    is_price: bool = False
    only_by: tuple[str, ...] | None = None
    n_of: str | None = None
    of_each: OfEach | None = None
    parts: frozenset[str] = frozenset()


def metric(
    *,
    title: str,
    unit: Unit,
    statistic: Statistic,
    polarity: Polarity,
    source: str,
    quantile: float | None = None,
    window_is_year: bool = False,
    is_price: bool = False,
    only_by: tuple[str, ...] | None = None,
    n_of: str | None = None,
    of_each: OfEach | None = None,
    parts: frozenset[str] = frozenset(),
) -> Callable[[Rows], Metric]:
    """Make a metric of the function below: slug from its name, theme from its folder, definition from its docstring."""

    def card(rows: Rows) -> Metric:
        needs = tuple(inspect.signature(rows).parameters)
        return Metric(
            slug=rows.__name__,
            title=title,
            theme=Theme(rows.__module__.split(".")[-2]),
            unit=unit,
            statistic=statistic,
            polarity=polarity,
            source=source,
            definition=inspect.getdoc(rows) or "",
            needs=needs,
            rows=rows,
            quantile=quantile,
            window_is_year=window_is_year,
            is_at_date=any(name in AT_DATE for name in needs),
            is_price=is_price,
            only_by=only_by,
            n_of=n_of,
            of_each=of_each,
            parts=parts,
        )

    return card


AT_DATE = frozenset(
    {
        "census",
        "settled_census",
        "levelled_census",
        "exchanges",
        "priced_census",
        "assessed_census",
        "needs_census",
        "explained_census",
        "same_care",
    }
)
"""The populations taken at a date rather than over a period."""


def counted(
    rows: pl.LazyFrame,
    numerator: pl.Expr | int,
    denominator: pl.Expr | int = 1,
    n: pl.Expr | int = 1,
) -> pl.LazyFrame:
    """Put a numerator, a denominator and what each row counts for in `n` on the rows of a population."""
    given = {"numerator": numerator, "denominator": denominator}
    cast = {name: _expr(what).cast(pl.Float64) for name, what in given.items()}
    return rows.with_columns(**cast, n=_expr(n).cast(pl.Int64))


def _expr(what: pl.Expr | int) -> pl.Expr:
    return what if isinstance(what, pl.Expr) else pl.lit(what)
