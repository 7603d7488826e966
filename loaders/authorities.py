"""The 153 local authorities of England with children's services, by name and by each of their codes."""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import polars as pl

DATA: Final = Path(__file__).parent / "data"
TITLES: Final = re.compile(
    r"\b(the |london borough of |royal borough of |metropolitan borough of |city of |county of |lb |rb )"
    r"|( london borough| borough| city| county| metropolitan)?( council)$"
)


ALSO_CALLED: Final = {
    "bedford borough": "bedford",
    "bristol": "bristol city of",
    "durham": "county durham",
    "herefordshire": "herefordshire county of",
    "hull": "kingston upon hull city of",
    "kingston upon hull": "kingston upon hull city of",
}
"""Names that publications use for an authority, and its own, both without titles."""


class Authority(NamedTuple):
    """A local authority. `code` is the three letters of the London returns, or the DfE number elsewhere."""

    code: str
    name: str
    dfe_number: str
    ons_code: str
    region: str


@cache
def authorities() -> tuple[Authority, ...]:
    """Every authority (DfE, Explore Education Statistics, 2025)."""
    rows = pl.read_csv(DATA / "authorities.csv", infer_schema=False).iter_rows()
    return tuple(Authority(*row) for row in rows)


@lru_cache(maxsize=10_000)
def plain(name: str) -> str:
    """A name without the ways in which people write it differently: "LB Hammersmith & Fulham Council"."""
    words = " ".join(re.findall(r"[a-z0-9]+", name.lower().replace("&", " and ").replace("'", "")))
    return words if words == "city of london" else TITLES.sub("", words).strip()


@cache
def _by_any_name() -> dict[str, Authority]:
    names = {plain(each.name): each for each in authorities()}
    names |= {short: names[long] for short, long in ALSO_CALLED.items()}
    codes = {code.lower(): each for each in authorities() for code in (each.code, each.dfe_number, each.ons_code)}
    return names | codes


def authority(given: str) -> Authority | None:
    """The authority of a name, three-letter code, DfE number or ONS code; None where there is no such one."""
    return _by_any_name().get(given.strip().lower()) or _by_any_name().get(plain(given))
