"""What people write: one line or a few, of no more than so many characters, kept as plain text."""

import re
from typing import Final

from store.errors import RefusedError

SHORT: Final = 80
LINE: Final = 200
LONG: Final = 2000
"""Most characters: of a name, of a line, of a text of several lines."""

UNSEEN: Final = re.compile(r"[^\S \n]|[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""White space but blanks and line ends, and characters that do not show or that turn what stands around them."""


def line(what: str, given: str, most: int = LINE) -> str:
    """One line, its blanks put right. Raises RefusedError where nothing is written, or too much."""
    return _fit(what, " ".join(text(what, given, most).split()), most, needed=True)


def text(what: str, given: str, most: int = LONG) -> str:
    """Several lines, maybe none. Raises RefusedError where it is too long."""
    plain = UNSEEN.sub(" ", given.replace("\r\n", "\n").replace("\r", "\n"))
    return _fit(what, plain.strip(), most, needed=False)


def _fit(what: str, given: str, most: int, *, needed: bool) -> str:
    if needed and not given:
        raise RefusedError(f"{what} is empty. Nothing was changed.")
    if len(given) > most:
        raise RefusedError(
            f"{what} has {len(given):,} characters; {most:,} is the most. Shorten it. Nothing was changed."
        )
    return given
