"""Headings that stand in two rows: a group, often in merged cells, above what it holds."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from loaders.reading.heading_words import ALWAYS, OF_AMOUNTS
from loaders.reading.headings import HARMLESS, places_of, plain
from loaders.source import Source

Texts = dict[str, str | None]
"""What stands in a row, by column of the sheet."""

BRACKETS: Final = re.compile(r"[(\[][^()\[\]]*[)\]]")


@dataclass(frozen=True)
class Joined:
    """Two rows as one: the heading of each column, and where each plain heading stands."""

    texts: Texts
    headings: dict[str, str]


def groups(upper: Texts) -> Texts:
    """What stands above each column: a merged cell holds its text in the first of its columns alone."""
    over: Texts = {}
    last = None
    for name, text in upper.items():
        last = text if _is_filled(text) else last
        over[name] = last
    return over


def joined(upper: Texts, lower: Texts) -> Joined | None:
    """Join two rows of headings. None where one is blank, or the upper a mere title.

    What stands in the lower row is known by itself too, unless it stands there twice.
    """
    first, *others = upper.values()
    if not any(map(_is_filled, others or [first])) or not any(map(_is_filled, lower.values())):
        return None
    over = groups(upper)
    texts = {name: _both(over[name], low) if _is_filled(low) else upper[name] for name, low in lower.items()}
    times = Counter(plain(low) for low in lower.values() if low)
    once = {name: low for name, low in lower.items() if low and times[plain(low)] == 1}
    return Joined(texts, places_of(once) | places_of(texts))


def may_be_second(lower: Texts) -> bool:
    """Whether a row holds words alone, as headings do; a number in brackets is none."""
    cells = [text for text in lower.values() if _is_filled(text)]
    return bool(cells) and not any(re.search(r"\d", BRACKETS.sub("", text or "")) for text in cells)


def is_again(upper: Texts, lower: Texts) -> bool:
    """Whether most of a row of headings stands again in the row below, which then goes on with nothing."""
    cells = [(upper.get(name), text) for name, text in lower.items() if text and text.strip()]
    return 2 * sum(plain(over or "") == plain(text) for over, text in cells) > len(cells)


def is_second(upper: Texts, lower: Texts, source: Source, key: str) -> bool:
    """Whether a row of words below headings goes on with them: it names nobody, and says what they leave open."""
    cells = {name: text.strip() for name, text in lower.items() if text and text.strip()}
    return key not in cells and any(
        not _is_filled(upper[name]) or _is_of_heading(text, source) for name, text in cells.items()
    )


def _is_of_heading(text: str, source: Source) -> bool:
    small = text.lower()
    explains = text.startswith(("(", "[", "£")) or _is_harmless(text)
    return bool(plain(text) in source.spelt or explains or ALWAYS.search(small) or OF_AMOUNTS.search(small))


def _both(over: str | None, low: str | None) -> str:
    two = [text.strip() for text in (over, low) if text and text.strip()]
    return f"{two[0]} ({two[1]})" if len(two) > 1 and _is_harmless(two[1]) else " ".join(two)


def _is_harmless(text: str) -> bool:
    return HARMLESS.fullmatch(f"({text})") is not None


def _is_filled(text: str | None) -> bool:
    return bool(text and text.strip())
