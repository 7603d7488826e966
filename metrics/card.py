"""What a metric is: a card of facts about it and a function that yields its rows."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from metrics.engine.per_unit import OfEach
from metrics.engine.sources import Sources
from metrics.populations.population import declared_of
from metrics.vocabulary import Polarity, Release, Statistic, Theme, Unit

__all__ = ["Metric", "Polarity", "Release", "Statistic", "Theme", "Unit", "counted", "metric"]


Rows = Callable[..., pl.LazyFrame]


@dataclass(frozen=True)
class Metric:
    """One measure: its card, its public definition, and the function that yields its rows.

    `rows` takes populations by name and returns their rows with `numerator`, `denominator` and `n` (see
    `counted`). `window_is_year` measures the twelve months that end with each period, whatever its length.
    `only_by` names the groupings that make sense, where not all do. `is_price` puts the price rules of the
    release on it. `n_of` is the column that tells apart who is counted where one has several rows: n is then how
    many differ, and `of_each` may say what the rows of each amount to. `parts` names the dimensions that part a
    whole: they narrow the numerator alone. `reads` are sources that it reads besides those of its populations: where a
    borough has uploaded none of them, nothing is known of it. `leaves_unknown`: rows have `is_unknown`, true of
    children of whom the returns on record cannot say whether they count, who are left out and told by a mark.
    `is_signed`: it can be negative, as a change or a balance can.
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
    reads: tuple[Sources, ...] = ()
    leaves_unknown: bool = False
    is_signed: bool = False

    @property
    def is_total(self) -> bool:
        """Whether it is a sum, which grows with the borough: beside the whole consortium it says nothing but size."""
        return self.statistic in (Statistic.COUNT, Statistic.TOTAL)


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
    reads: tuple[Sources, ...] = (),
    leaves_unknown: bool = False,
    is_signed: bool = False,
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
            is_at_date=any(each.is_at_date for each in declared_of(needs)),
            is_price=is_price,
            only_by=only_by,
            n_of=n_of,
            of_each=of_each,
            parts=parts,
            reads=reads,
            leaves_unknown=leaves_unknown,
            is_signed=is_signed,
        )

    return card


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
