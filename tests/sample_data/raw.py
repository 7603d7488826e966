"""The sample's files as they stand, read with nothing but the standard library."""

import csv
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from math import sqrt
from pathlib import Path
from typing import Final

FOLDER: Final = Path("sample_data")
BOROUGHS: Final = {
    "BRE": "E09000005",
    "EAL": "E09000009",
    "HAF": "E09000013",
    "HAW": "E09000015",
    "HIL": "E09000017",
    "HOU": "E09000018",
    "KAC": "E09000020",
    "WES": "E09000033",
}
RETURNS: Final = ("2021", "2022", "2023", "2024", "2025", "2026", "2026-09-30")
SHORT_BREAKS: Final = ("V3", "V4")

Row = dict[str, str]


@cache
def rows(borough: str, year: str, file: str) -> list[Row]:
    """The rows of one file; none where the borough did not hand it in."""
    path = FOLDER / borough / year / f"{file}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def day(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y").date()


def everywhere() -> Iterator[tuple[str, str]]:
    return ((borough, year) for borough in BOROUGHS for year in RETURNS)


def in_year(borough: str, year: str) -> set[str]:
    """Children looked after at any time in the year, short breaks left out."""
    return {row["CHILD"] for row in rows(borough, year, "episodes") if row["LS"] not in SHORT_BREAKS}


def looked_after(borough: str, year: str) -> list[Row]:
    """Episodes open at the end of the return, short breaks left out."""
    return [r for r in rows(borough, year, "episodes") if not r["DEC"] and r["LS"] not in SHORT_BREAKS]


@cache
def postcodes() -> dict[str, tuple[str, int, int]]:
    """Authority, easting and northing of every postcode in the pool, which some boroughs write without the space."""
    lines = (FOLDER / "postcode_pool.txt").read_text(encoding="utf-8").splitlines()
    parts = [line.split(maxsplit=3) for line in lines]
    known = {postcode: (area, int(east), int(north)) for area, east, north, postcode in parts}
    return known | {postcode.replace(" ", ""): where for postcode, where in known.items()}


def miles(one: str, other: str) -> float:
    (_, east, north), (_, other_east, other_north) = postcodes()[one], postcodes()[other]
    return sqrt((east - other_east) ** 2 + (north - other_north) ** 2) / 1609.3


def in_force(borough: str, year: str, on: date) -> list[Row]:
    """Prices in force on a day."""
    prices = rows(borough, year, "costs")
    begun = [row for row in prices if day(row["Price from"]) <= on]
    return [row for row in begun if not row["Price to"] or day(row["Price to"]) > on]


@cache
def register() -> dict[str, Row]:
    """The provider register by URN."""
    with (FOLDER / "providers.csv").open(encoding="utf-8", newline="") as lines:
        return {row["URN"]: row for row in csv.DictReader(lines)}
