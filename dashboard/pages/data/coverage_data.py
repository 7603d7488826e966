"""What is loaded and what is missing: every borough by every source by every return year."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

import polars as pl

from dashboard.auth.current_user import scope
from dashboard.data.cache import kept
from dashboard.data.comparisons import by_borough
from dashboard.data.data_source import tables_of, version
from dashboard.data.loaded import named_boroughs
from dashboard.filters.selection import Selection
from loaders.catalogue import TITLES
from loaders.reading.named_periods import year_end
from loaders.ssda903 import WHOLE_RETURN
from metrics import Release
from metrics.engine.sources import ONCE_A_YEAR
from store.uploads.accepted import EVERY_BOROUGH

EXPECTED: Final = (
    *(f"ssda903_{table}" for table in ("header", "episodes", "missing", "uasc", "oc2", "reviews")),
    "costs",
    "needs",
    "incidents",
)
"""What every borough is to upload for every return year; the tables of the return may come as one XML."""

YEARLY: Final = frozenset(source for kind in ONCE_A_YEAR for source in kind)
"""Not due until the return year has ended."""

SHARES: Final = {
    "Weekly cost": "cost_coverage",
    "Needs assessment": "assessed_share",
    "Placement postcode": "location_not_known",
    "Provider's URN": "urn_known",
}
"""What children should have, and the metric that says of how many it is known (of the postcode, is not)."""

COMPLEMENT: Final = "location_not_known"


@dataclass(frozen=True)
class Held:
    """One source of one borough and return year: loaded, missing or not due.

    `rows` is null inside a whole return, and beyond the working release: a few rows tell of a few children.
    """

    borough: str
    source: str
    year: int
    state: str
    rows: int | None = None
    as_at: date | None = None
    at: datetime | None = None

    @property
    def title(self) -> str:
        """Name the source."""
        return TITLES[self.source]

    @property
    def is_expected(self) -> bool:
        """Say whether every borough is to hand it in."""
        return self.source in EXPECTED


def holdings() -> tuple[Held, ...]:
    """Give every borough, expected source and return year: of years for which any borough has uploaded anything."""
    held = _holdings(named_boroughs(), version())
    return held if scope().release is Release.WORKING else tuple(replace(each, rows=None) for each in held)


@kept(2)
def _holdings(boroughs: tuple[str, ...], version: str) -> tuple[Held, ...]:
    rows = tables_of(version)["loaded"].filter(pl.col("return_year").is_not_null()).collect()
    return held_of(rows, boroughs)


def held_of(loaded: pl.DataFrame, boroughs: tuple[str, ...]) -> tuple[Held, ...]:
    """Say of each borough, source and return year whether it is there. Columns: those of what is loaded."""
    found = {(row["borough"], row["source"], row["return_year"]): row for row in loaded.iter_rows(named=True)}
    years = sorted({year for _, _, year in found})
    also = sorted({source for _, source, _ in found} - {*EXPECTED, WHOLE_RETURN})
    grid = [(borough, source, year) for borough in boroughs for source in (*EXPECTED, *also) for year in years]
    return tuple(_held(found, *key) for key in grid)


def _held(found: dict[tuple[str, str, int], dict[str, Any]], borough: str, source: str, year: int) -> Held:
    row = found.get((borough, source, year))
    if row:
        return Held(borough, source, year, "loaded", row["rows"], row["as_at"], row["loaded_at"])
    whole = found.get((borough, WHOLE_RETURN, year))
    if whole and source.startswith("ssda903"):
        return Held(borough, source, year, "loaded", None, whole["as_at"], whole["loaded_at"])
    if source not in EXPECTED:
        return Held(borough, source, year, "not expected")
    is_due = source not in YEARLY or _is_over(found, borough, year)
    return Held(borough, source, year, "missing" if is_due else "not due")


def _is_over(found: Mapping[tuple[str, str, int], dict[str, Any]], borough: str, year: int) -> bool:
    """Say whether the borough's files, or where it has none the others', speak of the whole return year."""
    days = {key: row["as_at"] or year_end(year) for key, row in found.items() if key[2] == year}
    own = [day for (who, _, _), day in days.items() if who == borough]
    return max(own or days.values()) >= year_end(year)


def shared() -> pl.DataFrame:
    """Give what all boroughs share: source, rows, loaded_at."""
    rows = tables_of(version())["loaded"].filter(borough=EVERY_BOROUGH)
    return rows.select("source", "rows", "loaded_at").sort("source", "loaded_at").collect()


def shares(chosen: Selection) -> dict[str, pl.DataFrame]:
    """Give of how many children each thing is known, by borough (`series`), the consortium last."""
    return {name: _known(slug, by_borough(slug, chosen)) for name, slug in SHARES.items()}


def _known(slug: str, figures: pl.DataFrame) -> pl.DataFrame:
    """Turn a share of the unknown into one of the known."""
    if slug != COMPLEMENT:
        return figures
    return figures.with_columns(value=100 - pl.col("value"), lower=100 - pl.col("upper"), upper=100 - pl.col("lower"))
