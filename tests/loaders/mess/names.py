"""Names of files and folders that mean a borough and a last day, as people write them, and words that mean neither."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Final

from loaders.authorities import Authority, authorities
from loaders.reading.authority_names import WORDS_TOO
from loaders.reading.named_periods import month_end, return_year, year_end

BESIDES: Final = ("", "", "episodes", "SSDA903", "final", "v2", "(1)", "Copy of", "OC2", "extract", "return")
"""Words that say nothing of borough or day."""
DAYS: Final[tuple[Callable[[date], str], ...]] = (
    lambda day: f"{day:%d-%m-%Y}",
    lambda day: f"{day:%d.%m.%Y}",
    lambda day: f"{day:%d_%m_%Y}",
    lambda day: f"{day:%d%m%Y}",
    lambda day: f"{day:%Y-%m-%d}",
    lambda day: f"{day:%Y%m%d}",
    lambda day: f"{day:%d %B %Y}",
    lambda day: f"{day:%d-%b-%Y}",
    lambda day: f"{day:%B} {day.day}, {day.year}",
    lambda day: f"01-04-{return_year(day) - 1} to {day:%d-%m-%Y}",
)
MONTHS: Final[tuple[Callable[[date], str], ...]] = (
    lambda day: f"{day:%B %Y}",
    lambda day: f"{day:%Y-%m}",
    lambda day: f"{day:%b-%y}",
    lambda day: f"{_span(day)} M{(day.month - 4) % 12 + 1}",
)
YEARS: Final[tuple[Callable[[date], str], ...]] = (
    lambda day: f"{day.year}",
    lambda day: f"FY{day:%y}",
    lambda day: _span(day),
    lambda day: f"{day.year - 1}/{day:%y}",
    lambda day: f"{day.year - 1}{day:%y}",
    lambda day: f"{day.year - 1}-{day.year}",
)


def _span(day: date) -> str:
    year = return_year(day)
    return f"{year - 1}-{year % 100:02}"


def owner(dice: Random) -> tuple[Authority, date]:
    """A borough and the last day of a file of it: of a year, a month or any day, all of years that have ended."""
    year = dice.randint(2013, 2025)
    any_day = year_end(year) - timedelta(days=dice.randint(0, 364))
    return dice.choice(authorities()), dice.choice([year_end(year), month_end(any_day), any_day])


def named(borough: Authority, day: date, dice: Random, between: str = " _/") -> str:
    """A path that says so, in one name or in several, in any order."""
    ways = [*DAYS, *(MONTHS if day == month_end(day) else ()), *(YEARS if day == year_end(day.year) else ())]
    code = borough.dfe_number if borough.code in WORDS_TOO else borough.code
    called = dice.choice([borough.name, borough.name.upper(), borough.dfe_number, borough.ons_code, code])
    words = [called, dice.choice(ways)(day), dice.choice(BESIDES), dice.choice(BESIDES)]
    dice.shuffle(words)
    kept = [word for word in words if word]
    return dice.choice(between).join(kept) + ".csv"
