"""Providers by what came of looking their URN up, and the names that wait for a person to say whose they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import polars as pl

from dashboard.auth.current_user import scope
from dashboard.data.cache import kept
from dashboard.data.comparisons import by_borough
from dashboard.data.data_source import changed, database, tables_of, version
from dashboard.filters.selection import Selection
from loaders.names import as_written, proposals
from store import rulings
from store.utc_time import LONDON

APART: Final = {
    "Not in the register": "urn_not_in_register",
    "Not registered with Ofsted": "urn_not_ofsted",
    "Not given": "urn_not_given",
}
"""What a URN can be besides in the register, and the metric that counts it."""
SURE: Final = 100


@dataclass(frozen=True)
class Waiting:
    """A name as files write it, who writes it how often, and the provider that it may stand for."""

    name: str
    boroughs: tuple[str, ...]
    prices: int
    contracts: int
    proposed: str | None
    score: int | None
    next_best: str | None
    next_score: int | None
    why: str | None

    @property
    def is_plain(self) -> bool:
        """Say whether it is written as one provider of the register is, and no other."""
        return self.score == SURE and self.next_score != SURE


@dataclass(frozen=True)
class Ruled:
    """A name that someone has ruled on, and when (time in London); no provider: nobody's in the register."""

    name: str
    provider: str | None
    who: str
    at: datetime


def may_rule() -> bool:
    """Say whether the reader may rule on names: a ruling is every borough's."""
    return scope().may_rule()


def may_be_named() -> bool:
    """Say whether names may be shown: in the working release, to who may see which files came in."""
    return scope().is_working and scope().may_see_files(None)


def by_status(chosen: Selection) -> pl.DataFrame:
    """Count children by what came of looking their provider's URN up: series, "In the register" and those of APART."""
    parts = [
        by_borough(slug, chosen).select("series", pl.col("numerator").alias(name), children="denominator")
        for name, slug in APART.items()
    ]
    counts = parts[0]
    for part in parts[1:]:
        counts = counts.join(part.drop("children"), on="series", maintain_order="left")
    found = pl.col("children") - pl.sum_horizontal(list(APART), ignore_nulls=False)
    return counts.select("series", found.alias("In the register"), *APART, "children")


def waiting(focus: str | None) -> list[Waiting]:
    """Give the names that nobody has ruled on, of a borough or (None) of all, the surest proposal first."""
    if not may_be_named():
        return []
    rows = _waiting(version(), scope().boroughs).iter_rows(named=True)
    every = [Waiting(**dict(row, boroughs=tuple(row["boroughs"]))) for row in rows]
    return [each for each in every if focus in (None, *each.boroughs)]


@kept(20)
def _waiting(version: str, boroughs: tuple[str, ...] | None) -> pl.DataFrame:
    register = tables_of(version)["providers"].collect()
    return proposals(_written(version, boroughs), register, rulings.in_force(database()).same_as)


@kept(20)
def _written(version: str, boroughs: tuple[str, ...] | None) -> pl.DataFrame:
    """Give the names that files of these boroughs (None: of every one) write, and how often these do."""
    costs, services = (tables_of(version)[name].collect() for name in ("costs", "services"))
    if boroughs is not None:
        costs, services = (rows.filter(pl.col("borough").is_in(boroughs)) for rows in (costs, services))
    return as_written(costs, services)


def registered() -> list[str]:
    """Give every provider of the register by name."""
    return _registered(version())


@kept(2)
def _registered(version: str) -> list[str]:
    return tables_of(version)["providers"].select(pl.col("provider").unique().sort()).collect()["provider"].to_list()


def ruled() -> list[Ruled]:
    """Give the rulings in force on names that the reader's boroughs write, the newest first; every one to who rules."""
    if not may_be_named():
        return []
    rows = rulings.ruled_names(database()).with_columns(pl.col("at").dt.convert_time_zone(LONDON))
    if (mine := scope().boroughs) is not None:
        rows = rows.filter(pl.col("name").is_in(_written(version(), mine)["name"].implode()))
    return [Ruled(**row) for row in rows.iter_rows(named=True)]


def rule(decided: Mapping[str, str | None]) -> str:
    """Rule that names are these providers (None: nobody's) and say so. Raises StoreError or PermissionError."""
    _must_be_allowed()
    unknown = {provider for provider in decided.values() if provider is not None} - set(registered())
    if unknown:
        raise PermissionError("A name can only be ruled to be a provider of the register.")
    rulings.rule_names(database(), decided, who=scope().who)
    changed()
    return f"{len(decided):,} name{'s' * (len(decided) != 1)} ruled on. The figures follow."


def take_back(name: str) -> str:
    """Take the ruling on a name back and say so. Raises StoreError or PermissionError."""
    _must_be_allowed()
    rulings.forget_name(database(), name, who=scope().who)
    changed()
    return f"The ruling on {name} is taken back; the name waits again."


def _must_be_allowed() -> None:
    if not may_rule():
        raise PermissionError("Names are ruled on only in the working release, by those who look after every borough.")
