"""The 153 local authorities of England with children's services, by name and by each of their codes.

One list for every source: whatever a file calls an authority, it is looked up here and goes by the DfE's name.
"""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import polars as pl

DATA: Final = Path(__file__).parent / "data"
BEFORE: Final = re.compile(
    r"^(the|council of|(london|royal|metropolitan) borough( council)? of|borough( council)? of|city( and county)? of|"
    r"county of|lb of|rb of|lb|rb)\b"
)
BEHIND: Final = re.compile(
    r"\b(((london|royal|metropolitan|county) )?(borough|district|city|county|metropolitan|unitary)( and county)? )?"
    r"(council|authority)$|"
    r"\b(london|royal|metropolitan) borough$|\b((london|royal|metropolitan) borough|borough|city|county) of$|"
    r"\b(lbc|mbc|mdc|lb|cc)$"
)
"""Titles of an authority, before and behind its name."""
CITY_OF_LONDON: Final = re.compile(r"^((the )?city of london( corporation| council)?|(the )?corporation of london)$")
"""The one authority whose title is its name: without it, it would be the region."""
SMALL_WORDS: Final = {"and", "the", "of", "upon", "on", "in", "with", "under"}
"""Words that people leave out of a name or put another in place of: Richmond on Thames."""
LAST_WORDS: Final = {"city", "county", "borough", "district", "ua"}
"""What a name may have behind it so that it is told from another's: Leicester City, Durham County."""

ALSO_CALLED: Final = {
    "banes": "bath and north east somerset",
    "b and nes": "bath and north east somerset",
    "bath and ne somerset": "bath and north east somerset",
    "bedford borough": "bedford",
    "co durham": "county durham",
    "durham": "county durham",
    "h and f": "hammersmith and fulham",
    "hull": "kingston upon hull",
    "lbhf": "hammersmith and fulham",
    "medway towns": "medway",
    "rbkc": "kensington and chelsea",
    "saint helens": "st helens",
    "scilly isles": "isles of scilly",
    "west berkshire newbury": "west berkshire",
}
"""Names that publications and people use for an authority, and its own, both without titles."""

IN_SHORT: Final = {
    "barking": "barking and dagenham",
    "bcp": "bournemouth christchurch and poole",
    "blackburn": "blackburn with darwen",
    "brighton": "brighton and hove",
    "cheshire west": "cheshire west and chester",
    "east riding": "east riding of yorkshire",
    "hammersmith": "hammersmith and fulham",
    "kensington": "kensington and chelsea",
    "kingston": "kingston upon thames",
    "newcastle": "newcastle upon tyne",
    "redcar": "redcar and cleveland",
    "richmond": "richmond upon thames",
    "scilly": "isles of scilly",
    "southend": "southend on sea",
    "stockton": "stockton on tees",
    "stoke": "stoke on trent",
    "telford": "telford and wrekin",
    "windsor": "windsor and maidenhead",
}
"""Parts of names that stand for the whole in a column of authorities; in a file's name they may be a street or home."""

RECODED: Final = {
    "E06000048": "929",
    "E08000020": "390",
    "E08000038": "370",
    "E08000039": "373",
    "E10000002": "825",
    "E10000010": "840",
    "E10000022": "929",
    "E10000023": "815",
    "E10000026": "893",
    "E10000027": "933",
    "E10000033": "865",
}
"""Other ONS codes of the same areas, before a boundary moved a little or a county became unitary, or since."""


class Authority(NamedTuple):
    """A local authority. `code` is the three letters of the London returns, or the DfE number elsewhere."""

    code: str
    name: str
    dfe_number: str
    ons_code: str
    region: str


class Former(NamedTuple):
    """An authority that was abolished; `called` is its name at the time, which another may have now."""

    name: str
    called: str
    dfe_number: str
    ons_code: str
    region: str


@cache
def authorities() -> tuple[Authority, ...]:
    """Every authority (DfE, Explore Education Statistics, 2025)."""
    rows = pl.read_csv(DATA / "authorities.csv", infer_schema=False).iter_rows()
    return tuple(Authority(*row) for row in rows)


@cache
def former() -> tuple[Former, ...]:
    """Every authority abolished since 2009, by the name that the Local Authority Interactive Tool gives it."""
    rows = pl.read_csv(DATA / "former_authorities.csv", infer_schema=False).iter_rows()
    return tuple(Former(*row) for row in rows)


@lru_cache(maxsize=10_000)
def plain(name: str) -> str:
    """A name without the ways in which people write it differently: "LB Hammersmith & Fulham Council"."""
    words = " ".join(re.findall(r"[a-z0-9]+", re.sub(r"['’`]", "", name.lower().replace("&", " and "))))
    if CITY_OF_LONDON.match(words):
        return "city of london"
    while (shorter := BEHIND.sub("", BEFORE.sub("", words)).strip()) != words:
        words = shorter
    return words


@cache
def names() -> dict[str, Authority]:
    """Every authority by each of its names, in small letters without titles and marks."""
    own = {plain(each.name): each for each in authorities()}
    return own | {short: own[long] for short, long in ALSO_CALLED.items()}


@cache
def codes() -> dict[str, Authority]:
    """Every authority by each of its codes, in small letters."""
    by_number = {each.dfe_number: each for each in authorities()}
    own = {code.lower(): each for each in authorities() for code in (each.code, each.dfe_number, each.ons_code)}
    return own | {code.lower(): by_number[number] for code, number in RECODED.items()}


@cache
def _by_main_words() -> dict[str, Authority]:
    short = {part: names()[whole] for part, whole in IN_SHORT.items()}
    return {_main_words(name): each for name, each in (short | names()).items()}


def _main_words(words: str) -> str:
    return " ".join(word for word in words.split() if word not in SMALL_WORDS)


def authority(given: str) -> Authority | None:
    """The authority of a name, three-letter code, DfE number or ONS code; None where there is no such one."""
    code = re.sub(r"\.0+$", "", given.strip().lower())
    return codes().get(code) or names().get(code) or _named(plain(given))


def _named(words: str) -> Authority | None:
    known = names().get(words) or _by_main_words().get(_main_words(words))
    first, _, last = words.rpartition(" ")
    return known or (names().get(first) if last in LAST_WORDS else None)
