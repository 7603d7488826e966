"""Which authorities the name of a file, folder or sheet speaks of, in whole, by code or by a part of their names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final

from loaders.authorities import IN_SHORT, Authority, authority, names, plain

WORDS_TOO: Final = {"NEW", "RED", "BAR", "BAD", "CAM", "CIT", "SUT"}
"""Codes that are words, or parts of words, in file names: they count only as the name of a whole folder."""
VERBS: Final = {"reading", "bury", "slough"}
"""Authorities that are English words: they count with a capital letter, and before what data are called."""
OF_DATA: Final = frozenset(
    (
        "borough",
        "council",
        "bc",
        "la",
        "ssda",
        "ssda903",
        "903",
        "cla",
        "lac",
        "return",
        "returns",
        "data",
        "extract",
        "export",
        "report",
        "file",
        "census",
        "final",
        "submission",
        "annual",
        "q",
        "fy",
        "and",
        "with",
        "v",
        "ver",
        "version",
        "rev",
        "revised",
        "draft",
        "corrected",
        "amended",
        "updated",
        "copy",
        "resubmission",
        "header",
        "episode",
        "episodes",
        "missing",
        "uasc",
        "oc",
        "oc2",
        "oc3",
        "review",
        "reviews",
        "ad",
        "ad1",
        "children",
        "child",
        "looked",
        "placement",
        "placements",
        "placed",
        "previous",
        "prev",
        "social",
        "sw",
        "cost",
        "costs",
        "price",
        "prices",
        "pro",
        "proforma",
        "need",
        "needs",
        "incident",
        "incidents",
        "contract",
        "contracts",
        "population",
        "providers",
        "care",
        "leaver",
        "leavers",
        "leaving",
        "up",
        "to",
        "as",
        "at",
        "year",
        "month",
        "quarter",
        "h",
        "m",
        "mth",
        "p",
        "period",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    )
)
"""Words that follow the name of an authority in what a file of its data is called: no list, room or club is one."""
STREETS: Final = frozenset(
    (
        "road",
        "street",
        "avenue",
        "lane",
        "close",
        "court",
        "house",
        "lodge",
        "grove",
        "terrace",
        "drive",
        "cottage",
        "cross",
        "park",
        "hill",
        "green",
        "common",
        "broadway",
        "wick",
        "heath",
        "wood",
        "town",
        "way",
    )
)
"""What makes a name before it that of a street, home or quarter, which may be anywhere: Brent Cross is in Barnet."""
ELSEWHERE: Final = frozenset(
    (
        "bury st edmunds",
        "bradford on avon",
        "sutton coldfield",
        "sutton in ashfield",
        "bolton upon dearne",
        "bolton le sands",
        "stoke newington",
        "stoke mandeville",
        "stoke poges",
        "newcastle under lyme",
    )
)
"""Places whose names begin as those of authorities that they are not in."""
BEFORE: Final = frozenset(("north", "south", "east", "west", "mid", "central", "greater", "inner", "outer"))
"""What makes a name behind it that of a part of the authority, or of a region: West Kent, Greater Manchester."""
WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
"""A word of a name: EpisodesBrent2025 are three."""
CODE: Final = re.compile(r"(?<![A-Za-z\d])(?:E\d{8}|\d{3})(?![A-Za-z\d])|(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
JOINED: Final = re.compile(r" (?:and|with|upon|on) ")
SUFFIX: Final = re.compile(r"\.[A-Za-z]\w{0,5}$")
NO_PLACE: Final = frozenset(("thames", "trent", "tees", "tyne", "sea"))
LONGEST: Final = 8
"""Words of the longest name, and more."""


@dataclass(frozen=True)
class Named:
    """Authorities that a name speaks of, and parts of names that may be of several, in words with what they may be."""

    authorities: tuple[Authority, ...] = ()
    parts: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])

    @property
    def only(self) -> Authority | None:
        """The one authority that is meant; None where it is none, several, or in doubt."""
        one = self.authorities[0] if len(self.authorities) == 1 else None
        return one if one and all(one.name in meant for meant in self.parts.values()) else None

    def allows(self, one: Authority) -> bool:
        """Whether the name may speak of this authority: as one of several, or by a part of its name."""
        if self.authorities:
            return one in self.authorities
        return all(one.name in meant for meant in self.parts.values())

    @property
    def is_silent(self) -> bool:
        """Whether it speaks of none."""
        return not self.authorities and not self.parts

    @property
    def words(self) -> list[str]:
        """What is spoken of, for a person."""
        parts = (f"{part.title()} ({' or '.join(sorted(meant))})" for part, meant in self.parts.items())
        return [*(each.name for each in self.authorities), *parts]


@lru_cache(maxsize=10_000)
def named_in(name: str) -> Named:
    """The authorities that a name of a file, folder or sheet speaks of."""
    stem = SUFFIX.sub("", name)
    is_word = stem.upper() in WORDS_TOO and not stem.isupper()
    if not is_word and plain(stem) not in _part_names() and (whole := authority(stem)):
        return Named((whole,))
    words = WORD.findall(stem.replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "").replace("&", " and "))
    found, parts = _spelt(words)
    coded = [each for code in CODE.findall(stem) if _is_code(code, words) and (each := authority(code))]
    return Named(tuple(dict.fromkeys([*found, *coded])), parts)


def _is_code(code: str, words: list[str]) -> bool:
    """Whether it is a code among these words: a number may count anything, but among words of data it is a code."""
    return code not in WORDS_TOO and (not code.isdigit() or all(map(_is_of_data, words)))


def _is_of_data(word: str) -> bool:
    said = word.lower()
    return said.isdigit() or said in OF_DATA or said in _words_of_names() or authority(word) is not None


@cache
def _words_of_names() -> frozenset[str]:
    return frozenset(word for name in names() for word in name.split())


def _spelt(words: list[str]) -> tuple[list[Authority], dict[str, frozenset[str]]]:
    """Authorities whose whole names stand among the words, the longest first, and parts of them and of their names."""
    found: list[Authority] = []
    parts: dict[str, frozenset[str]] = {}
    at = 0
    while at < len(words):
        length, meant = _at(words, at)
        before = "".join(words[max(at - 1, 0) : at]).lower()
        if isinstance(meant, Authority) and before in BEFORE:
            parts[f"{before} {meant.name.lower()}"] = frozenset((meant.name,))
        elif isinstance(meant, Authority):
            found.append(meant)
        elif meant:
            parts[" ".join(words[at : at + length]).lower()] = meant
        at += length
    return found, parts


def _at(words: list[str], at: int) -> tuple[int, Authority | frozenset[str] | None]:
    for length in range(min(LONGEST, len(words) - at), 0, -1):
        said = " ".join(words[at : at + length]).lower()
        if said in ELSEWHERE:
            return length, None
        after = "".join(words[at + length : at + length + 1]).lower()
        is_street = after in STREETS
        is_verb = said in VERBS and (words[at].islower() or not _may_follow(after))
        if not is_street and not is_verb and (meant := _part_names().get(said) or names().get(said)):
            return length, meant
    return 1, None


def _may_follow(word: str) -> bool:
    """Whether a word, or a number, may follow an authority's name in what a file is called."""
    return not word or word.isdigit() or word in OF_DATA or word in names()


@cache
def _part_names() -> dict[str, frozenset[str]]:
    """Parts of names such as Kingston and Chelsea, and the authorities that each may mean.

    A part that is in the list of names, and may be of one authority only, is a name of it.
    """
    parts: dict[str, set[str]] = {}
    for part, whose in _all_parts():
        parts.setdefault(part, set()).add(whose)
    return {part: frozenset(whose) for part, whose in parts.items() if len(whose) > 1 or part not in names()}


def _all_parts() -> Iterator[tuple[str, str]]:
    for name, whose in names().items():
        if name == plain(whose.name) and JOINED.search(name):
            yield from ((piece, whose.name) for piece in JOINED.split(name) if piece not in NO_PLACE)
    yield from ((short, names()[whole].name) for short, whole in IN_SHORT.items())
    yield from ((part, name) for part, all_meant in ALSO_PARTS.items() for name in all_meant)


ALSO_PARTS: Final[dict[str, tuple[str, ...]]] = {
    "bournemouth": ("Bournemouth, Christchurch and Poole",),
    "christchurch": ("Bournemouth, Christchurch and Poole",),
    "cheshire": ("Cheshire East", "Cheshire West and Chester"),
    "northamptonshire": ("North Northamptonshire", "West Northamptonshire"),
    "cumbria": ("Cumberland", "Westmorland and Furness"),
    "sussex": ("East Sussex", "West Sussex"),
    "yorkshire": ("East Riding of Yorkshire", "North Yorkshire"),
    "tyneside": ("North Tyneside", "South Tyneside"),
    "bedfordshire": ("Bedford", "Central Bedfordshire"),
    "berkshire": ("West Berkshire",),
}
"""Names that are parts of several authorities' names, or of none by themselves."""
