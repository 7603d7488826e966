"""Whose rows are and up to which day they speak, once it is known what kind of file holds them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

import polars as pl

from loaders import findings
from loaders.findings import Found
from loaders.reading.file_names import NO_BOROUGH, NO_YEAR, Whose
from loaders.reading.named_periods import year_end, year_start
from loaders.reading.result import RefusedError
from loaders.source import Handed, Source

ADVICE: Final = {
    "unfinished-year": "If it speaks up to another day, put that day in its name, such as 2026-09-30, and hand it in "
    "again.",
    "blank-owner": "Fill it in, if the row is of another.",
    "divided": "See that each part is of the borough and year that you meant.",
    "maybe-owner": "Nothing, if it says where children live or are placed. If it says whose they are, call it Local "
    "authority and upload the file again.",
    "unchecked": "If it should name one, write it as others do: Brent, BRE or 304; 2025 or 2024-25.",
    "name-overruled": "Nothing, if you meant it so. If not, upload it again as it is named.",
}
"""What to do about findings of whose a file is."""


def handed_in(source: Source, whose: Whose, today: date) -> Handed:
    """Who handed it in, and up to which day; registers and published figures come from nobody in particular.

    Raises `RefusedError` where borough or year is not known or in doubt, and for a year that has not begun.
    """
    if not source.of_borough:
        return Handed(as_at=whose.as_at)
    if whose.borough is None:
        raise RefusedError(whose.borough_doubt or NO_BOROUGH)
    if whose.return_year is None or whose.as_at is None:
        raise RefusedError(whose.year_doubt or NO_YEAR)
    if (start := year_start(whose.return_year)) > today:
        raise RefusedError(
            f"The return year {whose.return_year} begins on {_day(start)}, which has not come yet. "
            "Choose another return year, or put the right one in the file's or folder's name."
        )
    return Handed(whose.borough, whose.return_year, min(whose.as_at, today), is_undated=whose.as_at > today)


def dated(handed: Handed, tables: Iterable[pl.DataFrame]) -> Handed:
    """As uploaded, up to the latest day in its rows where no day that has come was said of it."""
    if not handed.is_undated or handed.return_year is None or handed.as_at is None:
        return handed
    days = [day for table in tables for day in _days(table, handed.as_at)]
    return replace(handed, as_at=max(year_start(handed.return_year), *days) if days else year_start(handed.return_year))


def _days(table: pl.DataFrame, latest: date) -> Iterator[date]:
    """The latest day of each column that tells when something was, none after `latest`."""
    names = [name for name, kind in table.schema.items() if kind == pl.Date and name != "birth_month"]
    for name in names:
        day = table[name].filter(table[name] <= latest).max()
        if isinstance(day, date):
            yield day


def notes(whose: Whose, handed: Handed, today: date) -> Iterator[Found]:
    """What a person should know of whose it is: names that say otherwise, and a year that has not ended."""
    if handed.borough is None or handed.return_year is None or handed.as_at is None:
        return
    if whose.overruled:
        words = " and ".join(f'"{word}"' for word in dict.fromkeys(whose.overruled))
        message = f"The file's or folder's name says {words}. It was read as was said outright, not as it is named."
        yield findings.about_file("name-overruled", "warning", message)
    if year_end(handed.return_year) > today:
        yield findings.about_file(
            "unfinished-year", "warning" if handed.is_undated else "info", _unfinished(handed, handed.return_year)
        )


def _unfinished(handed: Handed, year: int) -> str:
    told = f"The return year {year} has not ended: read as an extract to {_day(handed.as_at)}"
    if not handed.is_undated:
        return f"{told}."
    is_first = handed.as_at == year_start(year)
    return f"{told}, {'its first day: no row has a later one' if is_first else 'the latest day in its rows'}."


def _day(day: date | None) -> str:
    return f"{day:%-d %B %Y}" if day else ""
