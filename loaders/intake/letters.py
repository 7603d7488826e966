"""In which letters a file that is no UTF-8 was written: Windows', the Mac's or MS-DOS's, by what they make of names."""

import re
from collections import Counter
from itertools import islice
from typing import Final

from loaders.intake import limits

ENCODINGS: Final = ("cp1252", "mac_roman", "cp850", "utf-8")
"""Windows, which Excel writes unless asked otherwise; its "CSV (Macintosh)" and "CSV (MS-DOS)"; UTF-8 with a slip."""
OTHER: Final = re.compile(rb"[\x80-\xff]+")
LOOKED_AT: Final = 20_000
"""Places with other than ASCII letters that are looked at."""

FREQUENT: Final = frozenset("áäåçèéíñóöøü")
LETTERS: Final = FREQUENT | frozenset("àâãêëìîïòôõùûýßæ")
OPENING, CLOSING, DASHES = frozenset("‘“"), frozenset("’”…"), frozenset("–—")
MONEY: Final = frozenset("£€")
SPACE: Final = "\u00a0"
APOSTROPHE: Final = "’"
AFTER_APOSTROPHE: Final = frozenset("stdlrvm")
"""Letters that follow an apostrophe within a word."""
OUT_OF_PLACE: Final = -2


def guessed(content: bytes) -> str:
    """Give the encoding in which a file's letters stand where such letters stand in words; Windows' where in doubt."""
    first = OTHER.search(content)
    start = max(0, first.start() - 1) if first else 0
    looked_at = content[start : start + 4 * limits.MEGABYTE]
    found = islice(OTHER.finditer(looked_at), LOOKED_AT)
    places = Counter(looked_at[max(0, each.start() - 1) : each.end() + 1] for each in found)
    return max(ENCODINGS, key=lambda encoding: _fit(places, encoding))


def _fit(places: Counter[bytes], encoding: str) -> int:
    return sum(times * _words(place.decode(encoding, "replace")) for place, times in places.items())


def _words(text: str) -> int:
    """How well the letters of a few stand together; the first and last are what stands around them."""
    padded = f" {text} "
    return sum(
        _letter(padded[at - 1], padded[at], padded[at + 1])
        for at in range(1, len(padded) - 1)
        if not padded[at].isascii()
    )


def _letter(before: str, letter: str, after: str) -> int:
    """How well a letter stands between two others."""
    small = letter.lower()
    if small in LETTERS:
        return _weight(small) if _is_in_word(before, letter, after) else OUT_OF_PLACE
    if letter in MONEY:
        return 2 if not before.isalpha() and not after.isalpha() else OUT_OF_PLACE
    if letter in DASHES:
        return 2 if not (before.islower() and after.islower()) else OUT_OF_PLACE
    if letter in OPENING:
        return 2 if not before.isalnum() and after.isalnum() else OUT_OF_PLACE
    if letter in CLOSING and not before.isspace() and not after.isalnum():
        return 2
    if letter == APOSTROPHE and before.isalpha() and (after.isupper() or after in AFTER_APOSTROPHE):
        return 3
    return 3 if letter == SPACE else OUT_OF_PLACE


def _weight(small: str) -> int:
    return 3 if small in FREQUENT else 2


def _is_in_word(before: str, letter: str, after: str) -> bool:
    if letter.islower():
        return (before.isalpha() or after.islower()) and not after.isupper() and not after.isdigit()
    return (not before.islower() and after.isalpha()) or (before.isupper() and not after.isalnum())
