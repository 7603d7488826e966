"""What the names of sheets say of several that hold the same kind of table: which of them are meant to be read."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from loaders.findings import Found, about_file
from loaders.folders import shown
from loaders.match import Match
from loaders.reading import RefusedError

NOT_MEANT: Final = re.compile(
    r"\b(?:drafts?|do not (?:use|submit|load|send)|don'?t use|superseded|obsolete|testing|test data|examples?|sample"
    r"|dummy|wip|work in progress|back ?up|not (?:final|used|in use|for submission)|ignore|scratch|to delete|deleted)\b"
)
"""Words by which a sheet says that its rows do not count."""
ASKS: Final = (
    "The sheets {} and {} hold the same kind of table, and the name of the second says that its rows are not meant to "
    "count. Delete or hide it, or give it another name if they are."
)
TOGETHER: Final = "Sheets of one kind of table were read together: {}."


def told_together(matches: Sequence[Match]) -> list[Found]:
    """Say which sheets of one source were read as one table.

    Raises `RefusedError` where one of them says by its name that it is no more than a draft of another.
    """
    return [found for same in _by_source(matches) if len(same) > 1 for found in _told(same)]


def _by_source(matches: Sequence[Match]) -> Iterable[list[Match]]:
    by_source: dict[str, list[Match]] = {}
    for match in matches:
        by_source.setdefault(match.source.slug, []).append(match)
    return by_source.values()


def _told(same: Sequence[Match]) -> list[Found]:
    meant = [match for match in same if not _is_not_meant(match)]
    for match in same:
        if meant and match not in meant and match.cells.height:
            raise RefusedError(ASKS.format(shown(meant[0].sheet or ""), shown(match.sheet or "")))
    if not same[0].source.of_borough:
        return []
    names = ", ".join(f"{shown(match.sheet or '')} ({match.cells.height:,})" for match in same)
    return [about_file("sheets-together", "info", TOGETHER.format(names))]


def _is_not_meant(match: Match) -> bool:
    return NOT_MEANT.search((match.sheet or "").lower().replace("_", " ").replace("-", " ")) is not None
