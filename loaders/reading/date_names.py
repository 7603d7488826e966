"""What the name of a file, folder or sheet says of when, in all the ways in which people write it.

Each way is a pattern and a reader, which gives nothing where the words are not written in that way after all. At each
place of a name the first way that reads counts, so their order matters: a whole date is looked for before a year.
"""

import re
from calendar import month_name
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from loaders.reading.named_periods import YEAR_END, Spoken, month_end, of_year

YEARS: Final = range(2000, 2061)
MONTHS: Final = {name[:3].lower(): number for number, name in enumerate(month_name) if name}

PLAIN_MARKS: Final = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("\u00a0\u2009\u202f", " ") | {"’": "'"}
)
"""What is written for a dash, a space or an apostrophe: 2024–25 is 2024-25."""
MARK: Final = r"[ _./-]"
MARKS: Final = r"[ _.,/-]*"
NAMED: Final = "(?P<n>" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in month_name if name) + "|sept)"
FULL_NAME: Final = "(?P<n>" + "|".join(name for name in month_name if len(name) > len("May")) + ")"
YEAR: Final = r"(?P<y>20\d\d)(?!\d)"
SHORT_YEAR: Final = r"(?P<y>\d\d)(?!\d)"
NUMBERED: Final = r"(?P<m>0[1-9]|1[0-2])"
DAY: Final = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?: of)?"
TIME: Final = r"(?:[T _-]+(?!20\d\d(?!\d))(?:[01]\d|2[0-3])[:.h-]?[0-5]\d(?:[:.-]?[0-5]\d)?Z?(?!\d))?"
"""A time of day behind a day."""
NO_DIGIT: Final = r"(?<!\d)"
NO_LETTER: Final = r"(?<![a-z])"
ALONE: Final = r"(?<![\da-z])"
NO_SPAN: Final = r"(?!\d|[ _./-]?\d\d(?!\d))"
"""Not followed by the second half of a span of years."""
NO_AGE: Final = r"(?![ _-]*(?:years?|yrs?|y\.?o)(?![a-z]))"
"""Not followed by what makes an age of two numbers: 16-17 year olds."""
SHORT_NAME: Final = "(?P<n>jan|feb|apr|june?|july?|aug|sept?|oct|nov|(?-i:May|MAY|Dec))"
"""A month in short. DEC is a heading of the return, and may a word."""
YEARS_BACK: Final = 15
"""How far back a year of two digits is likely: 01-04-25 is of 2025, not of 2001."""

Reader = Callable[[re.Match[str], int], Spoken | None]
"""Given what the pattern caught and the latest year that is likely: what the words say, None where nothing."""


class Way(NamedTuple):
    """One way of writing when."""

    pattern: re.Pattern[str]
    read: Reader


class Placed(NamedTuple):
    """What a part of a name says, and where that part begins and ends."""

    start: int
    end: int
    said: Spoken


def in_plain_marks(name: str) -> str:
    """A name with the usual dashes, spaces and apostrophes in the place of those that look like them."""
    return name.translate(PLAIN_MARKS)


@lru_cache(maxsize=10_000)
def spoken_in(name: str, latest: int) -> tuple[Placed, ...]:
    """Everything that a name says of when. A day after the year `latest` is no likely reading where another fits."""
    return tuple(_scanned(in_plain_marks(name), latest))


def _scanned(name: str, latest: int) -> Iterator[Placed]:
    at = 0
    while start := START.search(name, at):
        at, said = _first_that_reads(name, start.start(), latest)
        if said:
            yield Placed(start.start(), at, said)


def _first_that_reads(name: str, at: int, latest: int) -> tuple[int, Spoken | None]:
    for way in WAYS:
        if (caught := way.pattern.match(name, at)) and (said := way.read(caught, latest)):
            return caught.end(), said
    return at + 1, None


def _day(year: str, month: str | int, day: str | int) -> date | None:
    try:
        made = date(int(year) + 2000 * (len(year) == 2), int(month), int(day))
    except ValueError:
        return None
    return made if made.year in YEARS else None


def _month_of(caught: re.Match[str]) -> int:
    parts = caught.groupdict()
    return int(parts["m"]) if parts.get("m") else MONTHS[(parts["n"] or parts["o"])[:3].lower()]


def _in_one_way(text: str, *readings: Spoken | None) -> Spoken | None:
    """What the words say where they read in one way; in doubt where they read in several."""
    days = {(said.first, said.last): said for said in readings if said}
    return Spoken(text) if len(days) > 1 else next(iter(days.values()), None)


def _on(text: str, day: date | None) -> Spoken | None:
    return Spoken(text, day, day) if day else None


def _years(text: str, first: str, second: str) -> Spoken | None:
    """Two years that follow each other, as the return year that they are."""
    end = int(second) if len(second) == 4 else 2000 + int(second)
    follows = end % 100 == (int(first) + 1) % 100 and (len(first) == 2 or end == int(first) + 1)
    return of_year(end, text) if follows and end in YEARS else None


def _full(caught: re.Match[str], _: int) -> Spoken | None:
    return _on(caught[0], _day(caught["y"], _month_of(caught), caught["d"]))


def _month(caught: re.Match[str], _: int) -> Spoken | None:
    first = _day(caught["y"], _month_of(caught), 1)
    return Spoken(caught[0], first, month_end(first)) if first else None


def _year(caught: re.Match[str], _: int) -> Spoken | None:
    year = int(caught["y"]) + 2000 * (len(caught["y"]) == 2)
    return of_year(year, caught[0]) if year in YEARS else None


def _span(caught: re.Match[str], _: int) -> Spoken | None:
    is_one_year = caught[0].isdigit() and len(caught[0]) == 4 and int(caught[0]) in YEARS
    return None if is_one_year else _years(caught[0], caught["a"], caught["b"])


def _eight(caught: re.Match[str], _: int) -> Spoken | None:
    """20250630 or 30062025; 20242025 is a year, and 20112012 may be a day or a year."""
    text = caught["d"]
    days = (_day(text[:4], text[4:6], text[6:]), _day(text[4:], text[2:4], text[:2]))
    return _in_one_way(text, *(_on(text, day) for day in days), _years(text, text[:4], text[4:]))


def _two_digit(caught: re.Match[str], latest: int) -> Spoken | None:
    """30-06-25 or 25-06-30: the reading of a likely year; in doubt where both are. Full stops part a day first."""
    first, month, last = caught["a"], caught["m"], caught["b"]
    is_day_first = len(first) == 1 or caught.groupdict().get("s") in (".", "/")
    readings = [_day(last, month, first), None if is_day_first else _day(first, month, last)]
    days = [day for day in readings if day]
    likely = [day for day in days if latest - YEARS_BACK <= day.year <= latest] or days
    return _in_one_way(caught[0], *(_on(caught[0], day) for day in likely))


def _part(caught: re.Match[str], _: int) -> Spoken | None:
    """A quarter, half or numbered month of a year that is told beside it, or the first to last of several."""
    length, number = next((length, number) for name, length in PARTS.items() if (number := caught.groupdict()[name]))
    until = caught.groupdict().get("u")
    first, last = int(number), int(until or number)
    part = ((first - 1) * length + 1, last * length) if first <= last else None
    return Spoken(caught[0], part=part, is_range=until is not None)


def _worded(caught: re.Match[str], _: int) -> Spoken | None:
    """A quarter or half in words, of a year that is told beside it."""
    number = ORDINALS.index(caught["w"][:2].lower()) % 4 + 1
    length = PARTS[caught["k"][0].lower()]
    last = number * length if caught["w"].lower() != "last" else MONTHS_OF_YEAR
    return Spoken(caught[0], part=(last - length + 1, last)) if last <= MONTHS_OF_YEAR else Spoken(caught[0])


def _alone(caught: re.Match[str], _: int) -> Spoken | None:
    """A month without a year: in doubt, for it may be of two; March ends the year, so it says nothing more."""
    return None if _month_of(caught) == YEAR_END[0] else Spoken(caught[0])


def _day_alone(caught: re.Match[str], _: int) -> Spoken | None:
    """A day without a year: in doubt, unless it is the last of any return year."""
    return None if (_month_of(caught), int(caught["d"])) == YEAR_END else Spoken(caught[0])


def _month_of_year(caught: re.Match[str], _: int) -> Spoken | None:
    """A folder that is called by a month, and is one of a year that is told beside it; 6 September is a day."""
    month, number = _month_of(caught), int(caught["d"] or 0)
    of_year = (month - YEAR_END[0] - 1) % 12 + 1
    return Spoken(caught[0], part=(of_year, of_year)) if number in (0, month, of_year) else Spoken(caught[0])


def _unclear(caught: re.Match[str], _: int) -> Spoken | None:
    return Spoken(caught[0])


PARTS: Final = {"q": 3, "h": 6, "p": 1}
"""Months of a quarter, a half and a numbered month."""
MONTHS_OF_YEAR: Final = 12
ORDINALS: Final = ("fi", "se", "th", "fo", "1s", "2n", "3r", "4t", "la")
"""How first to fourth begin, in letters and in figures, and last."""
TO_DATE: Final = rf"(?:YTD|year{MARK}*to{MARK}*date|(?<!up[ _-])to{MARK}*date)(?![a-z])"
"""The part of a year that has passed: until when, other words must say."""
START: Final = re.compile(r"\d|(?<![a-z])[a-z]", re.IGNORECASE)

_WAYS: Final[tuple[tuple[str, Reader], ...]] = (
    (rf"{NO_DIGIT}(?P<y>20\d\d)(?P<s>{MARK})(?P<m>[01]\d)(?P=s)(?P<d>[0-3]\d)(?!\d){TIME}", _full),
    (rf"{NO_DIGIT}(?P<y>20\d\d)(?P<s>[./-])(?P<m>[01]?\d)(?P=s)(?P<d>[0-3]?\d)(?!\d){TIME}", _full),
    (rf"{NO_DIGIT}(?P<d>[0-3]\d){MARK}{{1,2}}(?P<m>[01]\d){MARK}{{1,2}}{YEAR}{TIME}", _full),
    (rf"{ALONE}(?P<d>[0-3]?\d)(?P<s>[ ._/-])(?P<m>[01]?\d)(?P=s){YEAR}{TIME}", _full),
    (rf"{NO_DIGIT}(?P<d>\d{{8}})(?!\d){TIME}", _eight),
    (rf"{NO_DIGIT}(?P<d>20\d{{6}})(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?!\d)", _eight),
    (rf"{ALONE}{DAY}{MARKS}{NO_LETTER}{NAMED}{MARKS}{YEAR}{TIME}", _full),
    (rf"{NO_LETTER}{NAMED}{MARK}*{DAY},?{MARK}+{YEAR}{TIME}", _full),
    (rf"{NO_DIGIT}(?P<y>20\d\d){MARKS}{NAMED}{MARK}*(?P<d>[0-3]\d)(?!\d)", _full),
    (rf"{ALONE}{DAY}{MARK}*{NO_LETTER}{NAMED}{MARK}*'?{SHORT_YEAR}", _full),
    (rf"{NO_LETTER}{NAMED}{MARKS}{YEAR}{NO_SPAN}", _month),
    (rf"{NO_DIGIT}(?P<y>20\d\d){MARKS}{NAMED}(?![a-z])", _month),
    (rf"{NO_DIGIT}(?P<a>20\d\d)(?:{MARK}|[ _]*[/-][ _]*|{MARK}*to{MARK}*)?'?(?P<b>20\d\d|\d\d)(?!\d)", _span),
    (rf"{NO_DIGIT}20\d\d[ _]*(?:&|\+|and)[ _]*'?\d\d(?!\d)", _unclear),
    (rf"{NO_LETTER}FYE?{MARK}*(?P<y>20\d\d|\d\d){NO_SPAN}", _year),
    (rf"{ALONE}(?P<a>\d\d?)(?P<s>[._/-])(?P<m>\d\d?)(?P=s)(?P<b>\d\d)(?!\d)", _two_digit),
    (rf"{NO_LETTER}(?:FY{MARK}*)?{ALONE}(?P<a>\d\d){MARK}(?P<m>\d\d){MARK}(?P<b>\d\d)(?!\d)", _two_digit),
    (rf"{NO_LETTER}FY{MARK}*(?P<a>\d\d){MARK}?(?P<b>\d\d)(?!\d)", _span),
    (rf"{NO_DIGIT}(?P<y>20\d\d)[ ._-]?{NUMBERED}(?!\d)(?![-_./]\d\d(?!\d))", _month),
    (rf"{NO_DIGIT}{NUMBERED}{MARK}?{YEAR}", _month),
    (rf"{ALONE}(?P<a>\d\d)(?P<m>\d\d)(?P<b>\d\d)(?!\d)", _two_digit),
    (rf"{NO_DIGIT}20\d\d([-_./])\d\d\1\d\d(?!\d)|{ALONE}(?!0\D)\d\d?{MARK}\d\d?{MARK}{YEAR}", _unclear),
    (rf"{ALONE}(?!31\.03)[0-3]\d\.(?:0[1-9]|1[0-2])(?![\d./-])", _unclear),
    (rf"{ALONE}\d\d?([-./])\d\d?\1\d\d(?![\d./-])|{ALONE}[1-9][./-]{YEAR}", _unclear),
    (rf"{NO_DIGIT}20\d\d(?:-\d\d?|[_/.](?:1[3-9]|[2-6]\d))(?!\d)", _unclear),
    (rf"{ALONE}{DAY}{MARKS}{NO_LETTER}{NAMED}{MARKS}20\d\d(?!\d)", _unclear),
    (rf"{NO_LETTER}(?:spring|summer|autumn|winter){MARK}*{YEAR}", _unclear),
    (rf"{NO_DIGIT}20\d\d{MARK}*(?:spring|summer|autumn|winter)(?![a-z])", _unclear),
    (rf"{NO_LETTER}(?:calendar{MARK}*year|CY){MARK}*{YEAR}", _unclear),
    (rf"{NO_LETTER}(?:week|wk){MARK}*\d\d?(?!\d)", _unclear),
    (rf"{NO_DIGIT}{YEAR}", _year),
    (rf"{ALONE}(?P<a>\d\d){MARK}?(?P<b>\d\d)(?!\d){NO_AGE}", _span),
    (rf"{NO_LETTER}{NAMED}{MARK}*'?{SHORT_YEAR}{NO_SPAN}", _month),
    (rf"{NO_LETTER}(?:Q|Qtr|Quarter){MARK}*(?P<q>[1-4])(?:-(?P<u>[1-4]))?(?!\d)(?P<h>)(?P<p>)", _part),
    (
        rf"{ALONE}(?P<w>first|second|third|fourth|last|1st|2nd|3rd|4th){MARK}*(?P<k>qtr|quarter|half)"
        rf"(?!{MARK}*term)(?![a-z])",
        _worded,
    ),
    (rf"{NO_LETTER}(?:H|Half(?:{MARK}*year)?{MARK}*)(?P<h>[12])(?![\da-z])(?P<q>)(?P<p>)", _part),
    (rf"{NO_LETTER}{TO_DATE}", _unclear),
    (
        rf"{NO_LETTER}(?:[MP]|(?:Month|Period|Mth)s?{MARK}*)(?P<p>0?[1-9]|1[0-2])(?:-(?P<u>0?[1-9]|1[0-2]))?"
        r"(?![\da-z])(?P<q>)(?P<h>)",
        _part,
    ),
    (rf"\A(?P<d>0?[1-9]|1[0-2])?[ _.-]*{NAMED}\Z", _month_of_year),
    (r"\A(?:0[1-9]|1[0-2])\Z", _unclear),
    (rf"{ALONE}{DAY}{MARK}*{NO_LETTER}{NAMED}(?![a-z])", _day_alone),
    (rf"{NO_LETTER}(?:{FULL_NAME}|{SHORT_NAME.replace('?P<n>', '?P<o>')})(?![a-z])", _alone),
    (rf"{NO_LETTER}{NAMED}(?=[ _.]*(?:to|-)[ _.]*(?:\d\d?[ _.-]*)?{NAMED.replace('?P<n>', '?:')})", _unclear),
)
WAYS: Final = tuple(Way(re.compile(pattern, re.IGNORECASE), read) for pattern, read in _WAYS)
