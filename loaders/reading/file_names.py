"""Whose file it is and of which return year, told by the names of the file and of the folders that it lies in.

Every name is asked, and where two of them, or two words of one, do not go together, nothing is guessed: the doubt is
said in a sentence, and a person says whose the file is and of which year.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Final, NamedTuple

from loaders.authorities import Authority, authority
from loaders.reading.authority_names import SUFFIX, Named, named_in
from loaders.reading.named_periods import return_year, year_end, year_start
from loaders.reading.period_names import Period, period_of, said_otherwise

FOLDERS_LOOKED_AT: Final = 3
SLASHED: Final = re.compile(
    r"(?<!\d)(20\d\d)/(\d\d)(?:/(\d\d))?(?=/|\.[a-z])|(?<!\d)(20\d\d)/(\d\d)(?!\d)", re.IGNORECASE
)
"""2019/20 and 2025/06/30 are one name that a path has parted; 06 behind a year may also be a number of the file."""
NO_BOROUGH: Final = "Whose file is it? Choose the borough, or put it in the file's or folder's name."
NO_YEAR: Final = "Of which year is it? Choose the return year, or put it in the file's or folder's name."
NO_PERIOD: Final = Period()


@dataclass(frozen=True)
class Whose:
    """Authority, return year (ending 31 March) and last day spoken of; None where the names do not say.

    `borough_doubt` and `year_doubt` say why not, in a sentence, where names disagree or can be read in two ways.
    `named` and `period` are all that the names speak of, several boroughs and return years among it. `overruled` are
    words of names that say otherwise than a person did.
    """

    borough: Authority | None = None
    return_year: int | None = None
    as_at: date | None = None
    borough_doubt: str = ""
    year_doubt: str = ""
    period: Period = NO_PERIOD
    overruled: tuple[str, ...] = ()
    named: tuple[Named, ...] = ()


class Said(NamedTuple):
    """What a person said of a file: borough, return year, last day spoken of."""

    borough: Authority | None
    year: int | None
    as_at: date | None


def whose(
    path: str,
    *,
    borough: str | None = None,
    year: int | None = None,
    as_at: date | None = None,
    only_fill_in: bool = False,
    today: date | None = None,
) -> Whose:
    """Whose file it is: what was said outright comes first, then what the names of the file and its folders say.

    `borough` is a name, code or DfE number, `year` a return year, `as_at` the last day spoken of, and with it the
    return year; with `only_fill_in` they count where the names do not say. `today` tells days that have come from
    others where a name can be read in two ways. Raises `ValueError` where `borough` names no authority.
    """
    given = authority(borough) if borough else None
    if borough and given is None:
        raise ValueError(f"There is no local authority called {borough}. Give its name, code or DfE number.")
    names, latest = _names(path), (today or date.today()).year + 1
    said = Said(given, return_year(as_at) if as_at else year, as_at)
    if only_fill_in:
        told = whose(path, today=today)
        said = Said(None if told.borough else given, *((None, None) if told.return_year else said[1:]))
    return _answer(names, said, latest)


def _names(path: str) -> list[str]:
    """Names of the file and of its folders, the innermost first, without what kind of file it is."""
    joined = SLASHED.sub(_joined, path.replace("\\", "/"))
    return [SUFFIX.sub("", name) for name in list(reversed(PurePath(joined).parts))[: FOLDERS_LOOKED_AT + 1]]


def _joined(caught: re.Match[str]) -> str:
    """A parted date as one; two numbers before other words only where they are years that follow each other."""
    said = [part for part in caught.groups() if part]
    is_span = len(said) > 1 and int(said[1]) == (int(said[0]) + 1) % 100
    return "-".join(said) if caught[1] or is_span else caught[0]


def _answer(names: Sequence[str], said: Said, latest: int) -> Whose:
    each = [named for named in map(named_in, names) if not named.is_silent]
    borough = said.borough or _only(each)
    period = Period(None, said.as_at) if said.as_at else period_of(names, year=said.year, latest=latest)
    last = None if period.doubt else period.last
    return Whose(
        borough=borough,
        return_year=last and return_year(last),
        as_at=last,
        borough_doubt="" if borough or not each else f"The name speaks of {_words(each)}. {NO_BOROUGH}",
        year_doubt=period.doubt and f"{period.doubt} {NO_YEAR}",
        period=period,
        named=tuple(each),
        overruled=(*_other_boroughs(each, said), *_other_years(names, said, latest)),
    )


def _only(each: Sequence[Named]) -> Authority | None:
    """The authority that all names allow, as the innermost says that names any; None where that names several."""
    first = next((named for named in each if named.authorities), None)
    one = first.only if first else None
    return one if one and all(named.allows(one) for named in each) else None


def _words(each: Sequence[Named]) -> str:
    *before, last = dict.fromkeys(word for named in each for word in named.words)
    return f"{', '.join(before)} and {last}" if before else last


def _other_boroughs(each: Sequence[Named], said: Said) -> list[str]:
    borough = said.borough
    return [word for named in each if borough and not named.allows(borough) for word in named.words]


def _other_years(names: Sequence[str], said: Said, latest: int) -> list[str]:
    if said.year is None:
        return []
    last = said.as_at or year_end(said.year)
    return said_otherwise(names, Period(year_start(return_year(last)), last), latest=latest)


def when_of(name: str, *, today: date | None = None) -> date | None:
    """Last day that one name speaks of: 31 March of a return year, or the day of an extract; None where in doubt."""
    period = period_of([name], latest=(today or date.today()).year + 1)
    return None if period.doubt else period.last
