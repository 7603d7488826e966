"""A file's rows divided by borough and return year, where the file itself says which row is whose.

What its columns, sheets and titles say is held against what its names say, and against what a person said. Where they
do not go together the file is refused in a sentence that counts the rows of each.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, NamedTuple

import polars as pl

from loaders import findings
from loaders.authorities import authority
from loaders.findings import Found
from loaders.reading.authority_names import VERBS, named_in
from loaders.reading.file_names import Whose
from loaders.reading.header_match import Match
from loaders.reading.named_periods import of_year, return_year
from loaders.reading.ownership import handed_in
from loaders.reading.ownership_claims import (
    AUTHORITY,
    YEAR,
    Claim,
    Subject,
    Value,
    capital,
    claim_of,
    doubtful,
    numbered,
)
from loaders.reading.result import RefusedError
from loaders.source import Handed

OTHERWISE: Final = "If that is not what it means, give the column or sheet another name."


@dataclass(frozen=True)
class Part:
    """Rows of one borough and return year: who handed them in, the sheets cut to them, what is to be told of that."""

    whose: Whose
    handed: Handed
    matches: list[Match]
    notes: list[Found] = field(default_factory=list[Found])


class Told(NamedTuple):
    """What the sheets say of a subject: the claim of each, by what they say it, and how many rows each value has."""

    claims: list[Claim | None]
    by: str
    counts: Mapping[Value, int]

    @property
    def until(self) -> dict[Value, date]:
        """By return year, the last day of which the rows speak, where the sheets say that."""
        each = [(year, day) for claim in self.claims if claim for year, day in claim.until.items()]
        return dict(sorted(each, key=lambda told: told[1]))

    @property
    def only(self) -> Value | None:
        """The one value that is said; None where nothing is, or several are."""
        return next(iter(self.counts)) if len(self.counts) == 1 else None

    @property
    def words(self) -> str:
        """What is said, with how many rows each value has."""
        held = [f"{value} ({count:,} row{'s' * (count != 1)})" for value, count in self.counts.items()]
        return f"{', '.join(held[:-1])} and {held[-1]}" if len(held) > 1 else held[0]


def parts(matches: list[Match], whose: Whose, today: date) -> list[Part]:
    """The rows of matched sheets by borough and return year: one part where nothing says that there are several.

    Raises `RefusedError` where it is not known, in doubt or contradicted whose rows are.
    """
    if not matches[0].source.of_borough:
        return [Part(whose, Handed(as_at=whose.as_at), matches)]
    matches, boroughs = _told(matches, AUTHORITY)
    matches, years = _told(matches, YEAR)
    if wrong := [*_other_boroughs(whose, boroughs), *_other_years(whose, years)]:
        raise RefusedError(" ".join([*wrong, OTHERWISE]))
    _refuse_titles(matches, whose)
    if len(boroughs.counts) > 1 or len(years.counts) > 1:
        return [*_divided(matches, whose, boroughs, years, today)]
    said = _said(whose, boroughs.only, years.only, years.until)
    own = said.borough.name if said.borough else None
    notes = [] if boroughs.counts else [found for match in matches for found in doubtful(match, own)]
    return [Part(said, handed_in(matches[0].source, said, today), matches, notes)]


def _told(matches: list[Match], subject: Subject) -> tuple[list[Match], Told]:
    """The sheets, each with what is to be told of its claim, and what all of them say."""
    each = [claim_of(match, subject) for match in matches]
    claims = [claim for claim, _ in each]
    told = [
        replace(match, notes=[*match.notes, *notes, *_blanks(claim)])
        for match, (claim, notes) in zip(matches, each, strict=True)
    ]
    said = [claim.said for claim in claims if claim]
    counts = pl.concat(said).drop_nulls().value_counts(sort=True) if said else None
    by = ", ".join(dict.fromkeys(claim.by for claim in claims if claim))
    return told, Told(claims, by, dict(counts.iter_rows()) if counts is not None else {})


def _blanks(claim: Claim | None) -> Iterator[Found]:
    if claim and claim.blank.any() and claim.said.null_count() < len(claim.said):
        message = f"{capital(claim.by)} is blank here: the row was taken for one of the same as the others."
        yield findings.found(claim.rows.filter(claim.blank), None, "blank-owner", "warning", message)


def _other_boroughs(whose: Whose, told: Told) -> Iterator[str]:
    """Sentences about boroughs that the file holds beside, or in place of, the one that it is of."""
    if whose.borough and set(told.counts) - {whose.borough.name}:
        yield f"The file holds rows of {told.words}, by {told.by}, but is said to be of {whose.borough.name}. {ONE}"
    elif others := [name for name in told.counts if not _is_allowed(whose, str(name))]:
        yield f"{whose.borough_doubt} It holds rows of {told.words}, by {told.by}, {others[0]} among them."


ONE: Final = (
    "Take out the rows of the others. Or, to have the file divided, take the borough out of its name and folders, and "
    "do not choose one."
)


ONE_YEAR: Final = (
    "Take out the rows of the others. Or, to have the file divided, take the year out of its name and folders, and do "
    "not choose one."
)


def _is_allowed(whose: Whose, name: str) -> bool:
    """Whether the names, which are of no one borough, may be of this one."""
    known = authority(name)
    return known is not None and all(named.allows(known) for named in whose.named)


def _other_years(whose: Whose, told: Told) -> Iterator[str]:
    """Sentences about return years that the file holds beside, or in place of, the one that it is of."""
    if not told.counts:
        return
    if whose.return_year and set(told.counts) - {whose.return_year}:
        years = f"the return year {told.only}" if told.only else f"the return years {told.words}"
        yield f"The file holds rows of {years}, by {told.by}, but is said to be of {whose.return_year}."
        if len(told.counts) > 1:
            yield ONE_YEAR
    elif whose.year_doubt and not all(_is_spoken_of(whose, int(year)) for year in told.counts):
        yield f"{whose.year_doubt} It holds rows of {told.words}, by {told.by}."


def _is_spoken_of(whose: Whose, year: int) -> bool:
    """Whether a return year is among the days that the names speak of."""
    first, last, whole = whose.period.first, whose.period.last, of_year(year)
    if first is None or last is None or whole.first is None or whole.last is None:
        return False
    return first <= whole.first and whole.last <= last


def _refuse_titles(matches: Sequence[Match], whose: Whose) -> None:
    """Refuse a sheet whose title is of another borough."""
    for title in [title for match in matches for title in match.titles]:
        named = named_in(title)
        is_word = any(each.name.lower() in VERBS for each in named.authorities)
        if whose.borough and named.only and named.only != whose.borough and not is_word:
            raise RefusedError(
                f"The title above the headings speaks of {named.only.name}, but the file is said to be of "
                f"{whose.borough.name}. Choose the right borough, or take the title out."
            )


def _said(whose: Whose, borough: Value | None, year: Value | None, until: Mapping[Value, date]) -> Whose:
    """Whose the rows are, once the file itself has said so: where names are silent or of several, it tells."""
    known = authority(str(borough)) if borough is not None and whose.borough is None else whose.borough
    last = until.get(year) if year is not None else None
    is_said = whose.as_at is not None and (whose.period.first is None or whose.as_at < (last or whose.as_at))
    if last is None or is_said:
        return replace(whose, borough=known)
    return replace(whose, borough=known, return_year=return_year(last), as_at=last)


def _divided(matches: Sequence[Match], whose: Whose, boroughs: Told, years: Told, today: date) -> Iterator[Part]:
    """A part for each borough and year. Raises `RefusedError` where some row is of none."""
    said = _said(whose, boroughs.only, years.only, years.until)
    borough = said.borough.name if said.borough else None
    owned = [
        _owned(match, (of_borough, borough), (of_year, said.return_year))
        for match, of_borough, of_year in zip(matches, boroughs.claims, years.claims, strict=True)
    ]
    by = " and ".join(dict.fromkeys(told.by for told in (boroughs, years) if len(told.counts) > 1))
    owners = pl.concat(each.select("borough", "year") for each in owned).drop_nulls().unique().sort("borough", "year")
    for at, (name, year) in enumerate(owners.iter_rows()):
        cut = [_cut(match, each, (name, year), with_blanks=at == 0) for match, each in zip(matches, owned, strict=True)]
        own = _said(replace(said, borough=authority(name)), None, year, years.until)
        message = f"The file was divided by {by}: these are its rows of {name}, return year {year}."
        note = findings.about_file("divided", "info", message)
        filled = [match for match in cut if match.cells.height]
        yield Part(own, handed_in(matches[0].source, own, today), filled, [note])


Said = tuple[Claim | None, Value | None]
"""What a sheet says of its rows, and what is said of the file where the sheet does not say."""


def _owned(match: Match, borough: Said, year: Said) -> pl.DataFrame:
    """Row, borough and year of each row of a sheet; null of rows that hold nothing."""
    is_data = ~(match.cells["is_blank"] | match.cells["is_example"])
    rows = match.cells["row"].filter(is_data)
    owners = pl.DataFrame([rows, _each(borough, AUTHORITY, rows, match), _each(year, YEAR, rows, match)])
    return match.cells.select("row").join(owners, on="row", how="left", maintain_order="left")


def _each(said: Said, subject: Subject, rows: pl.Series, match: Match) -> pl.Series:
    claim, otherwise = said
    name = "borough" if subject is AUTHORITY else "year"
    of_file = pl.Series([otherwise], dtype=subject.dtype).new_from_index(0, len(rows))
    each = (claim.said.zip_with(claim.said.is_not_null(), of_file) if claim else of_file).alias(name)
    if each.null_count():
        where = numbered(rows.filter(each.is_null())) + (f" of the sheet {match.sheet}" if match.sheet else "")
        raise RefusedError(
            f"The file holds rows of several {subject.plural}; which of them is not said in {where}. Fill that in."
        )
    return each


def _cut(match: Match, owned: pl.DataFrame, owner: tuple[str, int], *, with_blanks: bool) -> Match:
    """A sheet's rows of one borough and year; rows that hold nothing are the first part's."""
    name, year = owner
    own = (owned["borough"] == name) & (owned["year"] == year)
    return replace(match, cells=match.cells.filter(own.fill_null(value=with_blanks)))
