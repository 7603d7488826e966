"""What a reader chose, in words: for captions, titles, files and their names."""

import re
from collections.abc import Collection, Iterator

from dashboard.filters.fields import BY_KEY
from dashboard.filters.selection import Selection

LONGEST = 5
"""Words of filters that a title can take."""


def filter_lines(selection: Selection, left_out: Collection[str] = ()) -> tuple[str, ...]:
    """Give each filter in words, `Provider: Ashdown Care`, without those of the columns that are left out."""
    return tuple(f"{BY_KEY[key].label}: {', '.join(words)}" for key, words in _kept(selection, left_out))


def filter_title(selection: Selection, left_out: Collection[str] = ()) -> str:
    """Give the filters as a title can take them, `Ashdown Care, Girls`; `filtered` where that is too long."""
    words = ", ".join(word for _, each in _kept(selection, left_out) for word in each)
    return words if len(words.split()) <= LONGEST else "filtered"


def as_file_name(*parts: str) -> str:
    """Join words to the name of a file, without its ending: small letters, digits and hyphens."""
    return "-".join(slug for part in parts if (slug := re.sub(r"[^a-z0-9_]+", "-", part.lower()).strip("-")))


def _kept(selection: Selection, left_out: Collection[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    return ((key, words) for key, words in selection.kept if BY_KEY[key].column not in left_out)
