"""What a heading says besides the one that is known, and whether that changes what its cells mean."""

import re
from collections.abc import Collection
from typing import Final

from loaders.reading.headings import plain
from loaders.source import Column, Source

POINTS: Final = re.compile(r"[(\[{\n:;,?/*]|\s[-–—]+\s|[-–—]+(?=\s)|\s(?=[£$€])")
"""Where a heading may end and something more begin."""
NOT_AS_IT_IS: Final = r"excl\w*|except\w*|without|estimat\w*|budget\w*|projected|provisional|indicative|draft"
"""Words by which a heading, or a title of a table, says that its cells are not all there is, or not for certain."""
ALWAYS: Final = re.compile(
    rf"\b(?:{NOT_AS_IT_IS}|exc|not including|other than|est|forecast\w*|unconfirmed|to be (?:confirmed|agreed)|tbc"
    r"|approx\w*|proposed|expected|anticipated|old|former|previous|superseded|mother\w*|father\w*|sibling\w*)\b"
)
"""Words that make something else of any heading."""
OF_AMOUNTS: Final = re.compile(
    r"\b(?:thousands?|millions?|pence|penn(?:y|ies)|euros?|eur|usd|dollars?|net)\b|[€$]|£\s?[km]\b|(?<!\d)0?00s?\b"
    r"|^\W*[kmp]\W*$"
)
"""Words by which an amount is counted otherwise."""
BESIDE_AMOUNTS: Final = re.compile(
    r"\b(?:less|minus|only|after|before|max\w*|minimum|average|avg|mean|deduct\w*|discount\w*)\b"
)
"""The same, where they follow at once: in a further line such words only tell how to fill the column in."""
OF_TOTALS: Final = re.compile(r"\b(?:part|share|portion|half)\b")
OF_DAYS: Final = re.compile(r"\b(?:mm\W?dd|planned|due|intended|target)\b")
PERIODS: Final = (
    ("day", re.compile(r"\bdaily|\b(?:per|a|each|every)\s+day\b|\bp\.?d\b")),
    ("night", re.compile(r"\bnightly|\b(?:per|a|each|every)\s+night\b")),
    ("week", re.compile(r"\bweek(?:ly)?\b|\bp\.?w\b")),
    ("month", re.compile(r"\bmonth(?:ly)?\b|\bp\.?c?m\b")),
    ("quarter", re.compile(r"\bquarter(?:ly)?\b")),
    ("year", re.compile(r"\bannual\w*|\byear(?:ly)?\b|\bannum\b|\bp\.?a\b")),
)
MONEY: Final = ("money", "money or share")
AMOUNTS: Final = (*MONEY, "whole number")
"""Kinds of cells that count or pay something."""
TOGETHER: Final = re.compile(r"\b(?:incl\w*|plus|with|all|total|together)\b")
FILLING: Final = re.compile(r"^(?:of|in|the|a|for|gbp|total|cost|costs|value)$")


def besides(heading: str, spelt: Collection[str]) -> str | None:
    """What a heading says before or behind one that is `spelt` so (plain); None where it holds none of them."""
    text = heading.strip().lower()
    behind = [text[point.start() :] for point in POINTS.finditer(text) if plain(text[: point.start()]) in spelt]
    if behind:
        return behind[-1]
    ahead = [text[: point.end()] for point in POINTS.finditer(text) if plain(text[point.end() :]) in spelt]
    return ahead[0] if ahead else _in_a_row(text, spelt)


def _in_a_row(text: str, spelt: Collection[str]) -> str | None:
    """The same without a mark between: then every other word must be one that changes something, or fill."""
    words = text.split()
    for count in range(len(words) - 1, 0, -1):
        for known, others in ((words[:count], words[count:]), (words[-count:], words[:-count])):
            if plain(" ".join(known)) in spelt and all(map(_is_telling, others)):
                return " ".join(others)
    return None


def _is_telling(word: str) -> bool:
    return any(words.search(word) for words in (FILLING, ALWAYS, OF_AMOUNTS, BESIDE_AMOUNTS, OF_TOTALS)) or bool(
        _periods(word)
    )


def changing(rest: str, base: str, column: Column, source: Source, basis: str | None) -> str | None:
    """The word by which what a heading says besides changes what it means for a column; None where none does.

    `base` is the heading without it; `basis` is what amounts are for, as the headings of the file say.
    """
    at_once = rest.partition("\n")[0]
    found = ALWAYS.search(rest)
    if column.kind.is_day:
        found = found or OF_DAYS.search(rest)
    if column.kind.name not in AMOUNTS:
        return found and found[0]
    found = found or OF_AMOUNTS.search(rest) or BESIDE_AMOUNTS.search(at_once)
    if column.kind.name == "money":
        found = found or OF_TOTALS.search(at_once)
    return found[0] if found else _other_period(at_once, base, basis) or _other_part(at_once, column, source)


def _other_period(rest: str, base: str, basis: str | None) -> str | None:
    said = _periods(rest) - _periods(base) - {basis}
    return next(iter(said), None)


def _periods(text: str) -> set[str | None]:
    return {name for name, words in PERIODS if words.search(text)}


def _other_part(rest: str, column: Column, source: Source) -> str | None:
    """Another amount of the source that is named alone, as in "Total cost (social care)"."""
    if TOGETHER.search(rest) or column.kind.name not in MONEY:
        return None
    others = [other for other in source.columns if other.kind.name in MONEY and other is not column]
    named = [other.header for other in others if plain(other.header) in plain(rest)]
    return named[0] if len(named) in (1, 2) else None
