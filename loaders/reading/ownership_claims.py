"""What a sheet says of whose its rows are and of which return year: in columns of its own, and by its name.

A column that names the authority or the year is looked at where its source has no other use for it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

import polars as pl

from loaders import findings
from loaders.authorities import authority
from loaders.findings import Found
from loaders.reading.authority_names import named_in
from loaders.reading.date_names import spoken_in
from loaders.reading.header_match import Match
from loaders.reading.headings import plain, shown_heading
from loaders.reading.named_periods import YEAR_END, return_year, year_end, year_start
from loaders.reading.ownership_headings import (
    FINANCIAL,
    may_name_authority,
    names_authority,
    names_last_day,
    names_year,
)
from loaders.reading.period_names import period_of
from loaders.reading.result import RefusedError

Value = str | int
LATEST: Final = 2060
"""The latest year that a cell may name; whether it has come is asked of the file as a whole."""
ROWS_NAMED: Final = 5
ROWS_LOOKED_AT: Final = 50
"""Rows in which a column that was passed over must name an authority to be looked at closely."""
ANSWERS: Final = {"y", "n", "yes", "no", "true", "false", "0", "1", "in", "out", "in borough", "out of borough"}
"""What stands in a column that asks something of an authority and names none."""


@dataclass(frozen=True)
class Subject:
    """What may be claimed: how it is called, which headings claim it, and what a cell and a sheet's name say of it."""

    title: str
    plural: str
    is_claimed_by: Callable[[str], bool]
    of_cell: Callable[[str, str], Value | None]
    of_sheet: Callable[[str], Value | None]
    dtype: pl.DataType


@dataclass(frozen=True)
class Claim:
    """What a sheet says of each row that holds data, null where it is silent; `by` says which column, or the name.

    `until` is the last day of which the rows of a return year speak, where the sheet says that. `blank` marks the rows
    whose cell is blank although it should say: a row of another authority's child need not.
    """

    by: str
    said: pl.Series
    rows: pl.Series
    blank: pl.Series
    until: Mapping[Value, date] = field(default_factory=dict[Value, date])


def _authority(cell: str, _: str) -> str | None:
    known = authority(cell) or named_in(cell).only
    return known.name if known else None


def _of_sheet(sheet: str) -> str | None:
    named = named_in(sheet).only
    return named.name if named else None


def _year(cell: str, heading: str) -> int | None:
    """A return year: 2021, 2020-21, FY21, 31/03/2021. Of a financial year, 2021 alone may be either."""
    text = cell.removesuffix(".0")
    if text.isdigit() and plain(heading).startswith((*FINANCIAL, "fy")):
        return None
    period = period_of([text], latest=LATEST)
    return return_year(period.last) if period.last and not period.doubt else None


def _year_of_sheet(sheet: str) -> int | None:
    """The year that a sheet is called by; a day among other words may be that on which the sheet was made."""
    period, placed = period_of([sheet], latest=LATEST), spoken_in(sheet, LATEST)
    if period.last is None or period.doubt:
        return None
    is_all = placed[0].start == 0 and placed[-1].end == len(sheet.rstrip())
    is_whole_year = period.first == year_start(return_year(period.last)) and period.last == year_end(period.last.year)
    return return_year(period.last) if is_all or is_whole_year else None


def _names_authority(heading: str) -> bool:
    return names_authority(heading) or may_name_authority(heading)


def _until(said: Iterable[str], *, is_day: bool) -> dict[Value, date]:
    """By return year, the last day that cells or names speak of: that of a part of a year only where they name days."""
    until: dict[Value, date] = {}
    for period in (period_of([text.removesuffix(".0")], latest=LATEST) for text in said):
        if period.first and period.last and not period.doubt:
            year = return_year(period.last)
            is_whole = (period.first, period.last) == (year_start(year), year_end(year))
            if is_day or is_whole or period.last == year_end(year):
                until[year] = max(period.last, until.get(year, period.last))
    return until


AUTHORITY: Final = Subject("authority", "authorities", _names_authority, _authority, _of_sheet, pl.String())
YEAR: Final = Subject("return year", "return years", names_year, _year, _year_of_sheet, pl.Int64())

CALENDAR: Final = ("year", "yr")
"""Headings of a column that may hold the year of a date."""
BARE: Final = r"^\d{4}(\.0)?$"
DOUBTFUL: Final = "The column {} holds authorities: {}. It was not taken to say whose the rows are."
UNCHECKED: Final = "The column {} names no {} that can be read as such: it was not held against the names."


def claim_of(match: Match, subject: Subject) -> tuple[Claim | None, list[Found]]:
    """What a sheet says of a subject, and what is to be told of how it says it.

    Raises `RefusedError` where some cells say nothing that is known, or where the sheet says two different things.
    """
    if not match.sheet and not any(map(subject.is_claimed_by, match.claiming.values())):
        return None, []
    is_data = ~(match.cells["is_blank"] | match.cells["is_example"])
    rows, claims, notes = match.cells["row"].filter(is_data), list[Claim](), list[Found]()
    if rows.is_empty():
        return None, []
    others = _others(match, subject).filter(is_data)
    for name, heading in match.claiming.items():
        if not subject.is_claimed_by(heading):
            continue
        cells = match.claimed[name].filter(is_data)
        if subject is AUTHORITY and not names_authority(heading) and not _all_authorities(cells):
            continue
        claim = _column(subject, heading, cells, rows, others)
        may_be_calendar = plain(heading) in CALENDAR and match.claimed[name].str.contains(BARE).all()
        if claim is None or (may_be_calendar and _is_calendar(match, claim, is_data)):
            notes.append(findings.about_file("unchecked", "info", UNCHECKED.format(heading, subject.title), heading))
        else:
            claims.append(claim)
    value = subject.of_sheet(match.sheet) if match.sheet else None
    if value is not None:
        said = pl.Series([value], dtype=subject.dtype).new_from_index(0, len(rows))
        until = _until([match.sheet or ""], is_day=True) if subject is YEAR else {}
        claim = Claim(f"the sheet {match.sheet}", said, rows, said.is_null(), until)
        claims += [] if (match.sheet or "").isdigit() and _is_calendar(match, claim, is_data) else [claim]
    return _together(subject, claims), notes


def _all_authorities(cells: pl.Series) -> bool:
    """Whether every cell that is filled names an authority."""
    written = cells.drop_nulls().unique()
    return len(written) > 0 and all(map(authority, written))


def doubtful(match: Match, borough: Value | None) -> Iterator[Found]:
    """Say which columns that were passed over hold nothing but authorities, another than the file's own among them."""
    for heading, cells in match.others.items():
        first = next((cell for cell in cells.head(ROWS_LOOKED_AT) if cell and cell.strip()), "").strip()
        if not first or first[0].isdigit() or authority(first) is None:
            continue
        filled = cells.str.strip_chars().replace("", None)
        if not _all_authorities(filled):
            continue
        counts = filled.drop_nulls().value_counts(sort=True).iter_rows()
        held = [f"{cell} ({count:,})" for cell, count in counts]
        if any((known := authority(cell)) and known.name != borough for cell in filled.drop_nulls().unique()):
            message = DOUBTFUL.format(shown_heading(heading), ", ".join(held[:ROWS_NAMED]))
            yield findings.about_file("maybe-owner", "warning", message, shown_heading(heading) or None)


def _others(match: Match, subject: Subject) -> pl.Series:
    """Rows that are rightly of another authority's child."""
    if subject is AUTHORITY and match.source.of_others is not None:
        return match.source.of_others(match.cells).fill_null(value=False)
    return pl.Series([False]).new_from_index(0, match.cells.height)


def _column(subject: Subject, heading: str, cells: pl.Series, rows: pl.Series, others: pl.Series) -> Claim | None:
    """What a column says; None where none of its cells says anything, and they do not differ either."""
    blank = cells.is_null() & ~others
    cells = cells.set(others, None)
    written = cells.drop_nulls().unique()
    known = {cell: value for cell in written if (value := subject.of_cell(cell, heading)) is not None}
    if not known and (len(written) < 2 or subject is YEAR or set(written.str.to_lowercase()) <= ANSWERS):
        return None
    if unknown := [cell for cell in written if cell not in known]:
        where = numbered(rows.filter(cells.is_in(unknown)))
        raise RefusedError(
            f"The column {heading} names no {subject.title} that is known in {where}. Write it as Brent, BRE or 304, a "
            "year as 2024-25, or give the column another heading if it means something else."
        )
    said = cells.replace_strict(known, default=None, return_dtype=subject.dtype)
    until = _until(known, is_day=names_last_day(heading)) if subject is YEAR else {}
    return Claim(f"the column {heading}", said, rows, blank, until)


def _is_calendar(match: Match, claim: Claim, is_data: pl.Series) -> bool:
    """Whether years are those of the calendar, taken from a date of the row: no return year then."""
    if claim.said.dtype != pl.Int64 or claim.said.null_count():
        return False
    for column in match.source.columns:
        if column.kind.is_day and column.name != "birth_month":
            day = column.kind.read(match.cells[column.name].filter(is_data))
            both = pl.DataFrame({"said": claim.said, "day": day}).drop_nulls()
            is_same, is_told = both["said"] == both["day"].dt.year(), both["day"].dt.month() > YEAR_END[0]
            if both.height and is_same.all() and is_told.any():
                return True
    return False


def _together(subject: Subject, claims: list[Claim]) -> Claim | None:
    """All that a sheet says of a subject as one."""
    if not claims:
        return None
    said = claims[0].said
    for claim in claims[1:]:
        apart = (said != claim.said).fill_null(value=False)
        if apart.any():
            raise RefusedError(
                f"{capital(claims[0].by)} and {claim.by} name different {subject.plural} in "
                f"{numbered(claim.rows.filter(apart))}. Correct the wrong one, or give the column another heading."
            )
        said = said.zip_with(said.is_not_null(), claim.said)
    blank = said.is_null() & claims[0].blank
    return replace(claims[0], by=" and ".join(claim.by for claim in claims), said=said, blank=blank)


def numbered(rows: pl.Series) -> str:
    """Rows by their numbers, the first few of them."""
    some = ", ".join(map(str, rows.head(ROWS_NAMED))) + (", ..." if len(rows) > ROWS_NAMED else "")
    return f"row {some}" if len(rows) == 1 else f"{len(rows):,} rows ({some})"


def capital(words: str) -> str:
    """Words as a sentence begins with them."""
    return words[:1].upper() + words[1:]
