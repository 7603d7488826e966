"""Real published figures of the boroughs, London, England and the boroughs' statistical neighbours (OGL v3).

`published_figures.txt` holds them: a line of areas, then two lines a series, its heading and its figures, area by
area and within an area year by year up to the last; `=` stands for the series above it.
"""

from functools import cache
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).parent / "published_figures.txt"
LAST_YEAR: Final = 2025
COUNTRY: Final = "England"
REGION: Final = "London"

Series = tuple[str, list[list[str]]]

TEN: Final = 10
NEIGHBOURS: Final = """
Brent: 307 316 313 309 821 871 301 308 320 317
Ealing: 313 317 312 320 304 309 310 871 821 302
Hammersmith and Fulham: 208 207 209 210 212 202 302 309 306 206
Harrow: 317 312 302 307 320 870 313 315 871 826
Hillingdon: 313 317 320 874 307 852 310 870 871 331
Hounslow: 307 312 871 317 320 821 304 310 852 301
Kensington and Chelsea: 205 202 208 213 210 209 212 206 302 203
Westminster: 202 206 210 207 205 208 203 352 204 309
"""
"""Ten most like each borough by DfE number, the nearest first (Department for Education, 2025)."""


def columns() -> list[str]:
    """The heading of the file: the DfE's for year and area, then a series each."""
    return ["time_period", "geographic_level", "region_name", "la_name", *(heading for heading, _ in _series())]


def rows() -> list[list[object]]:
    """One row an area and year, with the figure of every series, or its symbol, or nothing."""
    found: list[list[object]] = []
    for place, area in enumerate(_areas()):
        figures = [areas[place] for _, areas in _series()]
        for back in reversed(range(max(map(len, figures)))):
            cells = [years[-1 - back] if back < len(years) else "" for years in figures]
            found.append([LAST_YEAR - back, *_named(area), *cells])
    return found


def neighbour_columns() -> list[str]:
    """The heading of the neighbours' file, as the DfE has it."""
    return ["la_name", *(f"SN_{place}" for place in range(1, TEN + 1))]


def neighbours() -> list[list[object]]:
    """One row a borough: its name and its ten neighbours."""
    lines = [line.split(": ") for line in NEIGHBOURS.strip().splitlines()]
    return [[name, *numbers.split()] for name, numbers in lines]


def _named(area: str) -> list[str]:
    if area == COUNTRY:
        return ["National", "", ""]
    return ["Regional", area, ""] if area == REGION else ["Local authority", "", area]


def _areas() -> list[str]:
    return _lines()[0].split(", ")


@cache
def _series() -> list[Series]:
    """Each series' heading, and by area its figures of the years."""
    found: list[Series] = []
    lines, areas = _lines()[1:], len(_areas())
    for heading, figures in zip(lines[::2], lines[1::2], strict=True):
        told = [area.split("/") for area in figures.split(" ")]
        known = found[-1][1] if figures == "=" else [*told, *([] for _ in range(areas - len(told)))]
        found.append((heading, known))
    return found


@cache
def _lines() -> list[str]:
    return FILE.read_text(encoding="utf-8").splitlines()
