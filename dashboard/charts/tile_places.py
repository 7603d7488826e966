"""Where the tiles of London stand: one tile a borough, and the regions beyond in rows beneath."""

from typing import Final, NamedTuple


class Tile(NamedTuple):
    """A tile's place on the grid: columns from the left, rows from the top, and how wide it is."""

    name: str
    short: str
    column: float
    row: float
    width: float


_ROWS: Final = [
    (4, "Enfield:ENF"),
    (2, "Harrow:HRW|Barnet:BNE|Haringey:HRY|Waltham Forest:WFT"),
    (0, "Hillingdon:HIL|Ealing:EAL|Brent:BEN|Camden:CMD|Islington:ISL|Hackney:HCK|Redbridge:RDB|Havering:HAV"),
    (
        0,
        "Hounslow:HNS|Hammersmith and Fulham:HMF|Kensington and Chelsea:KEC|Westminster:WSM|City of London:LND|"
        "Tower Hamlets:TWH|Newham:NWM|Barking and Dagenham:BDG",
    ),
    (1, "Richmond upon Thames:RIC|Wandsworth:WND|Lambeth:LBH|Southwark:SWK|Lewisham:LEW|Greenwich:GRE|Bexley:BEX"),
    (2, "Kingston upon Thames:KTT|Merton:MRT|Croydon:CRY|Bromley:BRY"),
    (3, "Sutton:STN"),
]
"""The first column of each row, then the boroughs from west to east with their short names (ISO 3166-2:GB)."""

_REGIONS: Final = [
    "East of England:East|South East:South East|South West:South West|East Midlands:E Midlands",
    "West Midlands:W Midlands|North West:North West|North East:North East|Yorkshire and The Humber:Yorks, Humber",
    "Wales:Wales|Scotland:Scotland|Northern Ireland:N Ireland|Not known:Not known",
]

GAP: Final = 0.5
"""Rows left free between London and the regions."""


def _london() -> list[Tile]:
    tiles: list[Tile] = []
    for row, (first, names) in enumerate(_ROWS):
        for place, name in enumerate(names.split("|")):
            full, short = name.split(":")
            tiles.append(Tile(full, short, first + place, row, 1))
    return tiles


def _regions() -> list[Tile]:
    tiles: list[Tile] = []
    for row, names in enumerate(_REGIONS):
        for place, name in enumerate(names.split("|")):
            full, short = name.split(":")
            tiles.append(Tile(full, short, 2 * place, len(_ROWS) + GAP + row, 2))
    return tiles


LONDON: Final = _london()
REGIONS: Final = _regions()
COLUMNS: Final = 8
DEPTH: Final = len(_ROWS) + GAP + len(_REGIONS)
