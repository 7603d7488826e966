"""Real postcodes and fictional settings: where a child can be placed, and how far that is."""

from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path
from typing import Final

from sample_data.dice import Dice
from sample_data.planted import favour

HERE: Final = Path(__file__).parent
MILE: Final = 1609.3
FAR: Final = 20.0
"""Miles beyond which a placement counts as far."""

SECTOR_PULL: Final = {"Voluntary": 0.4}
"""How readily boroughs turn to a sector where it has a setting (1 unless given)."""


@dataclass(frozen=True)
class Place:
    """A real postcode: the authority it lies in and its grid reference in metres."""

    postcode: str
    area: str
    east: int
    north: int

    def miles(self, other: "Place") -> float:
        """Straight line to another place, in miles."""
        return sqrt((self.east - other.east) ** 2 + (self.north - other.north) ** 2) / MILE


@dataclass(frozen=True)
class Setting:
    """A fictional setting or agency of the register, at a real postcode of its area."""

    urn: str
    kind: str
    name: str
    provider: str
    owner: str
    sector: str
    place: Place
    authority: str
    region: str
    judgement: str
    inspected: str
    registered: str
    places: int


@cache
def pool() -> dict[str, tuple[Place, ...]]:
    """The postcodes in hand, by authority."""
    found: dict[str, list[Place]] = {}
    for line in (HERE / "postcode_pool.txt").read_text(encoding="utf-8").splitlines():
        area, east, north, postcode = line.split(maxsplit=3)
        found.setdefault(area, []).append(Place(postcode, area, int(east), int(north)))
    return {area: tuple(places) for area, places in found.items()}


@cache
def settings() -> tuple[Setting, ...]:
    """The fictional register, each setting at a postcode drawn once from its area."""
    dice = Dice("register")
    found: list[Setting] = []
    for line in (HERE / "settings.txt").read_text(encoding="utf-8").splitlines()[1:]:
        urn, kind, name, provider, owner, sector, area, *known, places = line.split("|")
        authority, region, judgement, inspected, registered = known
        what = (urn, kind, name, provider, owner, sector, dice.pick(pool()[area]))
        found.append(Setting(*what, authority, region, judgement, inspected, registered, int(places)))
    return tuple(found)


@cache
def middle(area: str) -> Place:
    """The middle of an area, from the postcodes in hand."""
    places = pool()[area]
    east = sum(place.east for place in places) // len(places)
    north = sum(place.north for place in places) // len(places)
    return Place("", area, east, north)


def is_in_cell(cell: str, borough: str, home: Place, place: Place) -> bool:
    """Whether a place is where it was asked to be: `in` the borough, `near` outside it, or `far` outside it."""
    if cell == "in":
        return place.area == borough
    return place.area != borough and (place.miles(home) > FAR) == (cell == "far")


def find_postcode(dice: Dice, cell: str, borough: str, home: Place) -> Place:
    """A postcode in the cell, the nearer areas being likelier."""
    areas = {area: pull(cell, borough, area) for area in pool() if (area == borough) == (cell == "in")}
    for _ in range(40):
        place = dice.pick(pool()[dice.weighed(areas)])
        if is_in_cell(cell, borough, home, place):
            return place
    everywhere = [place for places in pool().values() for place in places]
    return dice.pick([place for place in everywhere if is_in_cell(cell, borough, home, place)])


@cache
def pull(cell: str, borough: str, area: str) -> float:
    """How readily a borough places in an area: falls with the distance between the two."""
    miles = middle(borough).miles(middle(area))
    return 1 / (3 + miles) ** (1 if cell == "far" else 2) if (miles > FAR * 0.8) == (cell == "far") else 0.0001


def find_setting(
    dice: Dice, kind: str, cell: str, borough: str, home: Place, sectors: tuple[str, ...]
) -> Setting | None:
    """A setting of the kind in the cell (a borough's own only for its own children); None when there is none."""
    wanted = [s for s in settings() if s.kind == kind and s.sector in sectors]
    usable = [s for s in wanted if s.sector != "Local authority" or s.place.area == borough]
    fitting = [s for s in usable if is_in_cell(cell, borough, home, s.place)]
    pulls = {
        s: favour(s.provider, borough) * SECTOR_PULL.get(s.sector, 1.0) / (10 + s.place.miles(home)) for s in fitting
    }
    return dice.weighed(pulls) if pulls else None
