"""Areas as files write them, brought to one name: the DfE's. An area that is not known is never a second area.

An area is an authority, one that was abolished, a region, a part of London or England. By its code it is known for
sure; a name may be that of two, of which the living one has it.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

import polars as pl

from loaders.authorities import DATA, authorities, authority, codes, former, plain
from loaders.kinds import Kind

ENGLAND: Final = "England"
PARTS_OF_LONDON: Final = {
    "inner london": "Inner London",
    "outer london": "Outer London",
    "london (inner)": "Inner London",
    "london (outer)": "Outer London",
}
ALSO_REGIONS: Final = {
    "east": "East of England",
    "greater london": "London",
    "yorkshire and humber": "Yorkshire and The Humber",
}
LARGER: Final = {
    ENGLAND: ("E92000001", "970"),
    "North East": ("E12000001", "980"),
    "North West": ("E12000002", "981"),
    "Yorkshire and The Humber": ("E12000003", "982"),
    "East Midlands": ("E12000004", "983"),
    "West Midlands": ("E12000005", "984"),
    "East of England": ("E12000006", "985"),
    "London": ("E12000007", "986"),
    "South East": ("E12000008", "989"),
    "South West": ("E12000009", "990"),
    "Inner London": ("E13000001", "987"),
    "Outer London": ("E13000002", "988"),
}
"""England, its regions and the parts of London, each with its ONS code and the number that the DfE gives it."""
ABOLISHED: Final = re.compile(r"(?i)\s*\((?:pre|former|old|until|abolished)\b[^)]*\)$")
"""What stands behind the name of an authority that was abolished: Dorset (Pre LG)."""


@cache
def regions() -> dict[str, str]:
    """The nine regions and the two parts of London, by their names in small letters."""
    own = {name.lower(): name for name in LARGER if name != ENGLAND}
    return own | PARTS_OF_LONDON | ALSO_REGIONS


@cache
def levels() -> dict[str, str]:
    """What each known area is: an authority (abolished ones too), a region or England."""
    councils = [*(each.name for each in authorities()), *(each.name for each in former())]
    return dict.fromkeys(councils, "Authority") | dict.fromkeys(regions().values(), "Region") | {ENGLAND: ENGLAND}


@cache
def by_code() -> dict[str, str]:
    """Every known area by its ONS code and by the DfE's number, in small letters; authorities by their letters too."""
    living = {code: each.name for code, each in codes().items()}
    gone = {code.lower(): each.name for each in former() for code in (each.ons_code, each.dfe_number)}
    return {code.lower(): name for name, both in LARGER.items() for code in both} | gone | living


def area(given: str) -> str | None:
    """The one name of an area given by name or code; None of one that is not known."""
    tidy = " ".join(given.split())
    code = re.sub(r"\.0+$", "", tidy.lower())
    if code in by_code():
        return by_code()[code]
    if tidy.lower() == ENGLAND.lower():
        return ENGLAND
    return _council(tidy) or regions().get(tidy.lower().replace("&", "and"))


def _council(tidy: str) -> str | None:
    if ABOLISHED.search(tidy):
        return _called().get(plain(ABOLISHED.sub("", tidy)))
    known = authority(tidy)
    return known.name if known else _called().get(plain(tidy))


@cache
def _called() -> dict[str, str]:
    """Abolished authorities by what they were called."""
    return {plain(each.called): each.name for each in former()}


def area_of(given: pl.Expr, level: str | None = None) -> pl.Expr:
    """The one name of each area of a column; null of those not known. Each is looked up once.

    `level` keeps to areas of that level.
    """

    def known(name: str) -> str | None:
        found = area(name)
        return found if found and level in (None, levels()[found]) else None

    return given.map_batches(lambda cells: _each(cells, known), return_dtype=pl.String)


def _each(cells: pl.Series, look_up: Callable[[str], str | None]) -> pl.Series:
    given = cells.drop_nulls().unique().to_list()
    known = [look_up(name) for name in given]
    return cells.replace_strict(given, known, default=None, return_dtype=pl.String)


def level_of(named: pl.Expr) -> pl.Expr:
    """What a known area is: an authority, a region or England; null of any other."""
    return named.replace_strict(levels(), default=None, return_dtype=pl.String)


def coded(given: pl.Expr, level: str | None = None) -> pl.Expr:
    """The area of each ONS code or DfE number of a column; null of a code that is not known, or of a symbol.

    `level` keeps to areas of that level.
    """

    def known(code: str) -> str | None:
        found = by_code().get(re.sub(r"\.0+$", "", code.strip().lower()))
        return found if found and level in (None, levels()[found]) else None

    return given.map_batches(lambda cells: _each(cells, known), return_dtype=pl.String)


def same_area(one: pl.Expr, other: pl.Expr) -> pl.Expr:
    """Whether a name and the area of a code go together: an abolished authority may be called as a living one is."""
    called = {each.name: name for each in former() if (name := _living(each.called))}
    return (one == other) | (one == other.replace(called))


def _living(called: str) -> str | None:
    known = authority(called)
    return known.name if known else None


def _kind(name: str, wants: str, look_up: Callable[[str], str | None]) -> Kind:
    return Kind(name, wants, lambda cells: _each(cells, look_up).alias(cells.name))


def _authority(given: str) -> str | None:
    known = authority(given)
    return known.name if known else None


@cache
def _beyond() -> Mapping[str, str]:
    """Authorities of Wales, and what lies beyond: by their names in small letters."""
    known = pl.read_csv(DATA / "areas.csv", infer_schema=False)["authority"].unique().to_list()
    return {plain(name): name for name in known if authority(name) is None}


def _anywhere(given: str) -> str | None:
    return _council(given) or _beyond().get(plain(given))


AREA: Final = _kind("area", "an authority, a region or England, by its name or code", area)
AUTHORITY: Final = _kind("authority", "an authority of England, by its name or code", _authority)
ANYWHERE: Final = _kind("authority", "an authority, by its name or code", _anywhere)
"""Of England, abolished ones too, or of Wales, or Scotland or Northern Ireland as a whole."""
