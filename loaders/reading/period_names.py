"""The last day that the names of a file and its folders speak of, all that they say held against each other."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from loaders.reading.date_names import MONTHS, TO_DATE, Placed, in_plain_marks, spoken_in
from loaders.reading.named_periods import Spoken, of_year, return_year, year_start

UNTIL: Final = re.compile(
    r"[ _.,]*(?:to|until|till|thru|through|up ?to|[-\N{EN DASH}\N{EM DASH}])[ _.,]*", re.IGNORECASE
)
"""What stands between the first and the last day of a range."""
BESIDE: Final = re.compile(r"[ _.]*")
SINCE: Final = re.compile(
    r"(?:^|[^a-z])(?:from|since|after|begin\w*|start\w*|commenc\w*|w[ _./]?[bc])[ _.:-]*$", re.IGNORECASE
)
"""What stands before a day that is no last day."""
ROLLING: Final = re.compile(
    r"(?<![a-z\d])(?:(?P<n>\d\d?)[ _-]*(?:months?|mths?|m)|rolling(?:[ _-]*year)?)"
    r"[ _-]*(?:up[ _]?to|to|until|ending|ended)?[ _-]*(?:the[ _-]*)?(?:end(?:[ _-]*of)?[ _-]*)?$",
    re.IGNORECASE,
)
"""What stands before the last day of some months that may begin in another year: 12 months to."""


@dataclass(frozen=True)
class Period:
    """First and last day that names speak of, or the sentence that says why it is in doubt.

    A doubt about several return years keeps its days: a column of years may tell the rows apart.
    """

    first: date | None = None
    last: date | None = None
    doubt: str = ""


def period_of(names: Sequence[str], *, latest: int, year: int | None = None) -> Period:
    """What names say together, the file's first; with a return year given, what they say within that year.

    A day after the year `latest` is no likely reading where another fits.
    """
    said = [each for name in names for each in _said(name, latest)]
    if year is not None:
        whole = of_year(year)
        return _smallest([whole, *(part for each in said if (part := each.of(year)).is_within(whole))])
    return _settled(said) if said else Period()


def said_otherwise(names: Sequence[str], period: Period, *, latest: int) -> list[str]:
    """Words of names that cannot be of a period."""
    whole = Spoken("", period.first, period.last)
    said = [each for name in names for each in _said(name, latest) if each.first]
    return [each.text for each in said if not (each.is_within(whole) or whole.is_within(each))]


def _settled(said: list[Spoken]) -> Period:
    years = {return_year(each.last) for each in said if each.is_year and each.last and not _is_bare(each)}
    dated = [each.of(next(iter(years))) for each in said] if len(years) == 1 else said
    if unclear := [each.text for each in dated if each.first is None and not _is_told_beside(each, dated)]:
        return Period(doubt=f"It is not clear which days {_quoted(unclear)} in the name means.")
    if apart := _apart(dated):
        return Period(doubt=f"The name says {_quoted(apart)}, which do not go together.")
    return _in_one_year(min((each for each in dated if each.first), key=_length))


def _is_told_beside(month: Spoken, all_said: list[Spoken]) -> bool:
    """Whether other words end in a month without a year, 2025-26 P6 (Sep), or say up to when: YTD Sept 2025."""
    if re.fullmatch(TO_DATE, month.text, re.IGNORECASE):
        return any(each.last and not each.is_year for each in all_said)
    number = MONTHS.get(month.text.lower()[:3]) if month.text.isalpha() else None
    return any(each.last and not each.is_year and each.last.month == number for each in all_said)


def _is_bare(said: Spoken) -> bool:
    """Whether a year is written as one number, so that a quarter beside it may be one of the calendar year."""
    return said.text.isdigit() and len(said.text) == len("2025")


def _apart(said: list[Spoken]) -> list[str]:
    """The words that speak of the fewest days, and others that do not mean those days."""
    smallest = min((each for each in said if each.first), key=_length)
    others = [each.text for each in said if each.first and not smallest.is_within(each)]
    return list(dict.fromkeys([smallest.text, *others])) if others else []


def _length(said: Spoken) -> int:
    return (said.last - said.first).days if said.first and said.last else 0


def _smallest(said: Iterable[Spoken]) -> Period:
    smallest = min(said, key=_length)
    return Period(smallest.first, smallest.last)


def _in_one_year(said: Spoken) -> Period:
    """A period as it is; in doubt where it is of several return years, or leaves out the beginning of its year."""
    period = Period(said.first, said.last)
    if said.first is None or said.last is None:
        return period
    if return_year(said.first) != return_year(said.last):
        return replace(period, doubt=f"{_quoted([said.text])} in the name is of several return years.")
    if said.is_range and said.first > year_start(return_year(said.last)):
        return Period(doubt=f"{_quoted([said.text])} in the name leaves out the return year's time before it.")
    return period


def _quoted(words: Sequence[str]) -> str:
    *before, last = [f'"{each.strip(" _.,-")}"' for each in dict.fromkeys(words)]
    return f"{', '.join(before)} and {last}" if before else last


def _said(name: str, latest: int) -> Iterator[Spoken]:
    """What one name says, two days that are a range as one."""
    name = in_plain_marks(name)
    placed, at = spoken_in(name, latest), 0
    while at < len(placed):
        one, after = placed[at], placed[at + 1] if at + 1 < len(placed) else None
        joined = _range(name, one, after) if after else None
        yield joined or _no_start(name, one)
        at += 2 if joined else 1


def _range(name: str, one: Placed, after: Placed) -> Spoken | None:
    """Two days, months or years with a word or dash between them, or two days side by side from a month's first."""
    between, text = name[one.end : after.start], name[one.start : after.end]
    if one.said.part and after.said.part and UNTIL.fullmatch(between):
        first, last = one.said.part[0], after.said.part[1]
        return Spoken(text, part=(first, last) if first <= last else None, is_range=True)
    first, last = one.said.first or _same_year(one.said, after.said), after.said.last
    if first is None or last is None or not after.said.first:
        return None
    is_said = UNTIL.fullmatch(between) is not None
    is_beside = BESIDE.fullmatch(between) is not None and one.said.is_day and after.said.is_day and first.day == 1
    if not is_said and not is_beside:
        return None
    if first > last:
        return Spoken(text)
    is_year = (first, last) == _days(of_year(return_year(last)))
    return Spoken(text, first, last, is_year=is_year, is_range=True)


def _months_to(last: date, months: int, text: str) -> Spoken:
    month = last.year * 12 + last.month - months
    first = date(month // 12, month % 12 + 1, 1)
    return Spoken(text, first, last, is_year=(first, last) == _days(of_year(last.year)), is_range=True)


def _days(said: Spoken) -> tuple[date | None, date | None]:
    return said.first, said.last


def _same_year(said: Spoken, until: Spoken) -> date | None:
    """First day of "April" or "1 April" before a day with its year: the last time that it came round."""
    month = next((number for name, number in MONTHS.items() if name in said.text.lower()), None)
    if until.first is None or month is None or said.part:
        return None
    day = int("".join(letter for letter in said.text if letter.isdigit()) or 1)
    try:
        first = date(until.first.year, month, day)
        return first if first <= until.first else first.replace(year=first.year - 1)
    except ValueError:
        return None


def _no_start(name: str, one: Placed) -> Spoken:
    """A day behind "from" is where something begins, so it is not known where it ends."""
    if (rolling := ROLLING.search(name[: one.start])) and one.said.last and not one.said.is_year:
        return _months_to(one.said.last, int(rolling["n"] or 12), f"{rolling[0]}{one.said.text}")
    is_start = not one.said.is_year and SINCE.search(name[: one.start])
    return Spoken(f"{is_start[0]}{one.said.text}") if is_start else one.said
