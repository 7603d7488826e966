"""What a population says of itself: which sources speak of it, whether it is at a date, which filters it takes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from metrics.engine.sources import Sources

Tables = Mapping[str, pl.LazyFrame]
Builder = Callable[[Tables, pl.LazyFrame], pl.LazyFrame]
Spells = Callable[[Tables], pl.LazyFrame | None]


@dataclass(frozen=True, kw_only=True)
class Population:
    """Who or what figures count, built from tables and a calendar of periods.

    `sources` must all speak of it, any one of each; none of one that stands apart from the boroughs' returns, which
    `shared_table` holds. `is_at_date`: it is taken at the end of each period, not over it. `is_yearly`: its source
    speaks once a year. `tells_age_and_sex`: its own rows do, also of children who are in no return. `takes_filters`:
    not one that stands beside another and takes those that it has columns for alone. `looks_back`: it is of the year
    before. `days_of` is the table whose open rows it counts the days of. `across` are the kinds of care within which
    it sets boroughs beside each other (None: it does not); those that are silent are left out before, not after.
    `is_of_children`: its rows name the child that they are of.
    `spells` gives what is open at a date, before it is put to dates; None where that has to be sorted out first.
    """

    build: Builder
    sources: tuple[Sources, ...] = ()
    shared_table: str | None = None
    is_at_date: bool = False
    is_yearly: bool = False
    tells_age_and_sex: bool = False
    takes_filters: bool = True
    looks_back: bool = False
    days_of: str | None = None
    across: tuple[str, ...] | None = None
    is_of_children: bool = True
    spells: Spells | None = None

    def __call__(self, tables: Tables, calendar: pl.LazyFrame) -> pl.LazyFrame:
        """Give its rows, one or more a period."""
        return self.build(tables, calendar)


POPULATIONS: Final[dict[str, Population]] = {}
"""Every population by its name, which is its function's."""


def population(
    *,
    sources: tuple[Sources, ...] = (),
    shared_table: str | None = None,
    is_at_date: bool = False,
    is_yearly: bool = False,
    tells_age_and_sex: bool = False,
    takes_filters: bool = True,
    looks_back: bool = False,
    days_of: str | None = None,
    across: tuple[str, ...] | None = None,
    is_of_children: bool = True,
    spells: Spells | None = None,
) -> Callable[[Builder], Builder]:
    """Declare that the function below builds a population, which a metric may name as a parameter."""

    def declared(build: Builder) -> Builder:
        POPULATIONS[build.__name__] = Population(
            build=build,
            sources=sources,
            shared_table=shared_table,
            is_at_date=is_at_date,
            is_yearly=is_yearly,
            tells_age_and_sex=tells_age_and_sex,
            takes_filters=takes_filters,
            looks_back=looks_back,
            days_of=days_of,
            across=across,
            is_of_children=is_of_children,
            spells=spells,
        )
        return build

    return declared


def declared_of(needs: tuple[str, ...]) -> list[Population]:
    """Give the populations of these names."""
    return [POPULATIONS[name] for name in needs]
