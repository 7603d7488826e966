"""Which source a sheet comes nearest to, by its headings alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from loaders.headings import places_of, plain
from loaders.intake import Sheet
from loaders.source import Column, Source


@dataclass(frozen=True)
class Near:
    """How near one row of a sheet comes to one source: what it has, what it lacks, what headings say besides.

    `places` is where each clean name stands, `told` the cell that the headings give one where its own is blank.
    """

    source: Source
    row: int
    places: dict[str, str]
    lacks: list[Column]
    told: dict[str, str]

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
    for row, headings in enumerate(map(places_of, sheet.head)):
        if whole := [source for source in known if _has_all(source, headings)]:
            nears = [_near(source, row, headings) for source in whole]
            break
        nears += [_near(source, row, headings) for source in known if not source.spelt.isdisjoint(headings)]
    return max(nears, key=lambda near: (not near.lacks, _called(near.source, file), near.nearness), default=None)


def _has_all(source: Source, headings: dict[str, str]) -> bool:
    if source.spelt.isdisjoint(headings):
        return False
    if source.patterns:
        return not _lacks(source, _places(source, headings))
    return not any(needed.isdisjoint(headings) for needed in source.needs)


def _called(source: Source, file: str) -> bool:
    """Whether the file is called after the source: oc2.csv, SSDA903_2025_episodes.csv."""
    return plain(source.slug.removeprefix("ssda903_")) in plain(file)


def _near(source: Source, row: int, headings: dict[str, str]) -> Near:
    places = _places(source, headings)
    return Near(source, row, places, _lacks(source, places), _told(source, headings, places))


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
