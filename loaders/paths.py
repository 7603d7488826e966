"""Whose file it is and of which return year, told by the names of the file and of the folders that it lies in."""

import re
from calendar import month_name, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import PurePath
from typing import Final

from loaders.authorities import Authority, authorities, authority, plain

FOLDERS_LOOKED_AT: Final = 3
YEARS: Final = range(2000, 2061)
YEAR_END: Final = (3, 31)
WORDS_TOO: Final = {"NEW", "RED", "BAR", "CAM", "CIT", "SUT"}
"""Codes that are words, or parts of words, in file names: they count only as the name of a whole folder."""

ISO: Final = re.compile(r"(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)")
DAY_FIRST: Final = re.compile(r"(?<!\d)([0-3]\d)[._-]?([01]\d)[._-]?(20\d\d)(?!\d)")
MONTHS: Final = {name.lower(): number for number, name in enumerate(month_name) if name}
MONTH: Final = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS) + "|sept"
MONTH_NAMED: Final = re.compile(rf"(?<!\d)([0-3]?\d)?[ _.-]*(?<![a-z])({MONTH})[ _.-]*(20\d\d)(?!\d)", re.IGNORECASE)
YEAR_THEN_MONTH: Final = re.compile(rf"(?<!\d)(20\d\d)[ _.-]*({MONTH})(?![a-z])", re.IGNORECASE)
"""31 Aug 2025, August 2025 or 2025_dec: without a day the month's last is meant."""
SPAN: Final = re.compile(r"(?<!\d)(20\d\d|\d\d)[-_/. ]?(20\d\d|\d\d)(?!\d)")
SLASHED: Final = re.compile(r"(?<!\d)(20\d\d)/(\d\d)(?=/|\.)")
"""2019/20 is one name that a path has parted."""
SINGLE: Final = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


@dataclass(frozen=True)
class Whose:
    """Authority, return year (ending 31 March) and last day spoken of; None where the names do not say."""

    borough: Authority | None
    return_year: int | None
    as_at: date | None


def whose(path: str, *, borough: str | None = None, year: int | None = None, as_at: date | None = None) -> Whose:
    """Whose file it is: what was said outright comes first, then the file's name, then its folders', inner first.

    `as_at` says the last day spoken of, and with it the return year. Raises `ValueError` where `borough` names no
    authority.
    """
    joined = SLASHED.sub(r"\1-\2", path.replace("\\", "/"))
    names = list(reversed(PurePath(joined).parts))[: FOLDERS_LOOKED_AT + 1]
    given = authority(borough) if borough else None
    if borough and given is None:
        raise ValueError(f"There is no local authority called {borough}. Give its name, code or DfE number.")
    told = next((when for when in map(when_of, names) if when), None)
    end = as_at or (year_end(year) if year is not None else told)
    return Whose(given or next(filter(None, map(_authority_in, names)), None), end and return_year(end), end)


def return_year(day: date) -> int:
    """The return year that a day falls in: it ends on 31 March."""
    return day.year + ((day.month, day.day) > YEAR_END)


def year_end(year: int) -> date:
    """Last day of a return year."""
    return date(year, *YEAR_END)


def when_of(name: str) -> date | None:
    """Last day that a name speaks of: 31 March of a return year, or the day of an extract (2026-09-30)."""
    if iso := ISO.search(name):
        return _day(*map(int, iso.groups()))
    if named := MONTH_NAMED.search(name):
        return _of_month(named[3], named[2], named[1])
    if named := YEAR_THEN_MONTH.search(name):
        return _of_month(named[1], named[2], None)
    if written := DAY_FIRST.search(name):
        return year_end(int(written[3]))
    years = [*_spans(name), *map(int, SINGLE.findall(name))]
    return next((year_end(year) for year in years if year in YEARS), None)


def _of_month(year: str, month: str, day: str | None) -> date | None:
    number = next(number for name, number in MONTHS.items() if name.startswith(month[:3].lower()))
    return _day(int(year), number, int(day) if day else monthrange(int(year), number)[1])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _spans(name: str) -> Iterator[int]:
    """End years of 2017-18, 201819, 2017-2018, 1920 or 21-22: two years that follow each other."""
    for first, second in SPAN.findall(name):
        is_one_year = len(first + second) == 4 and f"{first}{second}" in name and int(first + second) in YEARS
        if int(second) % 100 == int(first) % 100 + 1 and not is_one_year:
            yield 2000 + int(second) % 100


def _authority_in(name: str) -> Authority | None:
    """The authority that a file or folder is named after."""
    stem = re.sub(r"\.\w{1,5}$", "", name)
    if whole := authority(stem):
        return whole
    words = re.findall(r"E\d{8}|[A-Za-z]+|\d+", stem)
    codes = [word for word in words if word not in WORDS_TOO and (word.isupper() or word.isdigit())]
    return next(filter(None, map(authority, codes)), None) or _named_in(plain(stem))


def _named_in(words: str) -> Authority | None:
    """The authority whose whole name stands among the words; the longest where there are several."""
    sought = f" {words} "
    named = [each for name, each in _names() if name in sought]
    return max(named, key=lambda each: len(each.name), default=None)


@cache
def _names() -> list[tuple[str, Authority]]:
    return [(f" {plain(each.name)} ", each) for each in authorities()]
