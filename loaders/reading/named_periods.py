"""One thing that a name or cell says of when, and the return years that days fall in."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

YEAR_END: Final = (3, 31)


@dataclass(frozen=True)
class Spoken:
    """Words that speak of when, and the first and last day that they mean.

    A quarter, half or numbered month has no days of its own: `part` is then its first and last month of a return
    year (April is 1, March 12), and `of` gives it the days of one. Without days and part the words cannot be read, or
    can be read in two ways. `is_year` where they name a whole return year, `is_range` where they name a first and a
    last day.
    """

    text: str
    first: date | None = None
    last: date | None = None
    part: tuple[int, int] | None = None
    is_year: bool = False
    is_range: bool = False

    @property
    def is_day(self) -> bool:
        """Whether one day is meant."""
        return self.first is not None and self.first == self.last

    def is_within(self, other: "Spoken") -> bool:
        """Whether all of its days are among those of another."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return False
        return other.first <= self.first and self.last <= other.last

    def of(self, year: int) -> "Spoken":
        """A part of a year, with the days that it has in this return year."""
        if self.part is None:
            return self
        first, last = (month_start(year, number) for number in self.part)
        return replace(self, first=first, last=month_end(last), part=None)


def return_year(day: date) -> int:
    """The return year that a day falls in: it ends on 31 March."""
    return day.year + ((day.month, day.day) > YEAR_END)


def year_start(year: int) -> date:
    """First day of a return year."""
    return date(year - 1, 4, 1)


def year_end(year: int) -> date:
    """Last day of a return year."""
    return date(year, *YEAR_END)


def of_year(year: int, text: str = "") -> Spoken:
    """A whole return year."""
    return Spoken(text or f"return year {year}", year_start(year), year_end(year), is_year=True)


def month_start(year: int, number: int) -> date:
    """First day of a return year's month: April is 1, March 12."""
    return date(year - (number <= 9), (number + 2) % 12 + 1, 1)


def month_end(day: date) -> date:
    """Last day of the month that a day is in."""
    return day.replace(day=monthrange(day.year, day.month)[1])
