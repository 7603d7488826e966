"""Which source a sheet comes nearest to, by its headings alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from loaders.intake import Sheet
from loaders.reading.heading_rows import Texts, is_again, is_second, joined, may_be_second
from loaders.reading.headings import places_of, plain
from loaders.source import Column, Source


@dataclass(frozen=True)
class Near:
    """How near one row of a sheet comes to one source: what it has, what it lacks, what headings say besides.

    `row` is the last of the `rows` that hold headings, `texts` the heading of each column of the sheet, `places` where
    each clean name stands, `told` the cell that the headings give one where its own is blank.
    """

    source: Source
    row: int
    texts: Texts
    places: dict[str, str]
    lacks: list[Column]
    told: dict[str, str]
    rows: int = 1

    @property
    def nearness(self) -> tuple[float, int]:
        """Share of the needed columns that are there; then how many columns are."""
        needed = len(self.source.needed())
        return (needed - len(self.lacks)) / needed, len(self.places)


def nearest(sheet: Sheet, sources: Iterable[Source], file: str = "") -> Near | None:
    """The source that the sheet's headings come nearest to; None where they share nothing with any.

    A file called after a source is measured against that one first, unless another fits wholly.
    """
    known = tuple(sources)
    nears: list[Near] = []
    for row, texts in enumerate(sheet.head):
        headings = places_of(texts)
        if whole := [source for source in known if _has_all(source, headings)]:
            nears = [_near(source, row, texts, headings) for source in whole]
            break
        nears += [_near(source, row, texts, headings) for source in known if not source.spelt.isdisjoint(headings)]
    near = max(nears, key=lambda near: _order(near, file), default=None)
    return _in_two_rows(sheet, known, near, file)


def _in_two_rows(sheet: Sheet, known: tuple[Source, ...], near: Near | None, file: str) -> Near | None:
    """What a sheet is once headings that stand in two rows are joined; `near` where that brings it no nearer."""
    if near and not near.lacks:
        return _with_second(sheet, near)
    nears = [near] if near else []
    for row, (upper, lower) in enumerate(pairwise(sheet.head), start=1):
        if two := joined(upper, lower):
            alike = (source for source in known if not source.spelt.isdisjoint(two.headings))
            nears += [_near(source, row, two.texts, two.headings, rows=2) for source in alike]
    return max(nears, key=lambda near: _order(near, file), default=None)


def _with_second(sheet: Sheet, near: Near) -> Near:
    """The headings with those in the row below them, where they go on there: joined, they name more columns."""
    key = near.places.get(near.source.columns[0].name)
    lower = sheet.head[near.row + 1] if near.row + 1 < len(sheet.head) else {}
    if key is None or not may_be_second(lower) or is_again(near.texts, lower) or not (two := joined(near.texts, lower)):
        return near
    both = _near(near.source, near.row + 1, two.texts, two.headings, rows=2)
    goes_on = len(both.places) > len(near.places) or is_second(near.texts, lower, near.source, key)
    return both if goes_on else near


def _order(near: Near, file: str) -> tuple[bool, bool, tuple[float, int], bool]:
    return not near.lacks, _called(near.source, file), near.nearness, near.rows == 1


def _has_all(source: Source, headings: dict[str, str]) -> bool:
    if source.spelt.isdisjoint(headings) or any(needed.isdisjoint(headings) for needed in source.needs):
        return False
    return not source.patterns or not _lacks(source, _places(source, headings))


def _called(source: Source, file: str) -> bool:
    """Whether the file is called after the source: oc2.csv, SSDA903_2025_episodes.csv."""
    return plain(source.slug.removeprefix("ssda903_")) in plain(file)


def _near(source: Source, row: int, texts: Texts, headings: dict[str, str], rows: int = 1) -> Near:
    places = _places(source, headings)
    return Near(source, row, texts, places, _lacks(source, places), _told(source, headings, places), rows)


def _lacks(source: Source, places: dict[str, str]) -> list[Column]:
    return [column for column in source.needed() if column.name not in places]


def _places(source: Source, headings: dict[str, str]) -> dict[str, str]:
    """Where each column stands: under one of its own headings, else under one that is like them and no other's."""
    places = {
        column.name: headings[next(filter(headings.__contains__, spelt))]
        for column, spelt in source.spellings
        if not headings.keys().isdisjoint(spelt)
    }
    free = {heading: place for heading, place in headings.items() if place not in places.values()}
    for name, patterns in source.patterns.items():
        alike = (place for pattern in patterns for heading, place in free.items() if pattern.search(heading))
        if name not in places and (place := next(alike, None)):
            places[name] = place
    return places


def _told(source: Source, headings: dict[str, str], places: dict[str, str]) -> dict[str, str]:
    """The cell that a blank one means: what the headings of the columns in use say of it, or what its absence does."""
    used = set(places.values())
    told = {
        name: next((cell for heading, cell in cells.items() if headings.get(heading) in used), None)
        for name, cells in source.telling.items()
    }
    absent = {column.name: column.absent for column in source.columns if column.absent and column.name not in places}
    return absent | {name: cell for name, cell in told.items() if cell is not None}
