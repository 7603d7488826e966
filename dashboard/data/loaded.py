"""What is loaded: boroughs, providers, months, coverage."""

from datetime import date

import polars as pl

from dashboard.auth.current_user import scope
from dashboard.auth.permissions import OTHERS, View
from dashboard.data.borough_boundary import merged
from dashboard.data.cache import kept
from dashboard.data.data_source import data_date, loaded_boroughs, tables_of, version
from dashboard.data.ownership import nameable
from metrics import Release, When
from store.uploads.accepted import EVERY_BOROUGH


def boroughs() -> tuple[str, ...]:
    """Give the boroughs that have anything loaded, in alphabetical order; of one borough's people their own, and then
    the others together.
    """
    return merged(loaded_boroughs(version()), scope().boroughs)


def named_boroughs() -> tuple[str, ...]:
    """Give the boroughs that the reader may have named."""
    return tuple(name for name in boroughs() if name != OTHERS)


def how_many() -> int:
    """Say how many boroughs have anything loaded."""
    return len(loaded_boroughs(version()))


def providers() -> tuple[str, ...]:
    """Give the providers' names, in alphabetical order; none beyond the working release.

    One borough's people have none among them that is another's own, or that just one of the others uses.
    """
    if scope().release is not Release.WORKING:
        return ()
    return tuple(sorted(nameable(scope().boroughs, version())))


def first_day() -> date:
    """Give the first day of the first return year that is loaded, or of the data date's month where that is before."""
    return _first_day(version())


@kept(4)
def _first_day(version: str) -> date:
    year = tables_of(version)["loaded"].select(pl.col("return_year").min()).collect().item()
    start = When.return_year(int(year)).start if year else When.year_to(data_date()).start
    return min(start, data_date().replace(day=1))


def coverage() -> pl.DataFrame:
    """Give what is loaded of the boroughs that may be named: borough, source, return_year, as_at, rows, set_aside."""
    return _coverage(version(), scope().view)


@kept(20)
def _coverage(version: str, view: View) -> pl.DataFrame:
    columns = ["borough", "source", "return_year", "as_at", "rows", "set_aside"]
    rows = tables_of(version)["loaded"].select(columns).sort("borough", "source", "return_year").collect()
    return rows if view.boroughs is None else rows.filter(pl.col("borough").is_in([*view.boroughs, EVERY_BOROUGH]))


def last_days(sources: tuple[str, ...]) -> dict[str, date]:
    """Give the last day that each borough's returns of these sources speak of; of the others the last that all do."""
    return _last_days(sources, version(), scope().view)


@kept(100)
def _last_days(sources: tuple[str, ...], version: str, view: View) -> dict[str, date]:
    last = pl.coalesce("as_at", pl.date(pl.col("return_year").cast(pl.Int32), 3, 31))
    rows = tables_of(version)["loaded"].filter(pl.col("source").is_in(sources)).with_columns(last=last)
    days = dict(rows.group_by("borough").agg(pl.col("last").max()).collect().iter_rows())
    others = [days.get(name) for name in loaded_boroughs(version) if not view.names(name)]
    told = {name: day for name, day in days.items() if view.names(name)}
    known = [day for day in others if day is not None]
    return told | ({OTHERS: min(known)} if known and len(known) == len(others) else {})
