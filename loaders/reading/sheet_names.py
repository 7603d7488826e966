"""What the names of sheets say of several that hold the same kind of table: which of them are meant to be read."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from loaders.findings import Found, about_file
from loaders.reading.files import shown
from loaders.reading.header_match import Match
from loaders.reading.result import RefusedError

NOT_MEANT: Final = re.compile(
    r"\b(?:drafts?|do not (?:use|submit|load|send)|don'?t use|superseded|obsolete|testing|test data|examples?|sample"
    r"|dummy|wip|work in progress|back ?up|not (?:final|used|in use|for submission)|ignore|scratch|to delete|deleted)\b"
)
"""Words by which a sheet says that its rows do not count."""
ASKS: Final = (
    "The sheets {} and {} hold the same kind of table, and the name of the second says that its rows are not meant to "
    "count. Delete or hide it, or give it another name if they are."
)
REPLACING: Final = re.compile(
    r"\b(?:correct(?:ed|ions?)|amend(?:ed|ments?)|revised|revisions?|resubmi\w+|resent|replac\w+|updated?|latest|final"
    r"|rev ?\d+|v ?\d+(?:\.\d+)*|version ?\d+)\b"
)
"""Words by which a sheet says that it takes the place of the one that is named without them.

A copy says no such thing: of rows that stand on both sheets each counts once."""
PLACE_TAKEN: Final = (
    "The sheets {} and {} hold the same kind of table, and by their names one takes the place of the other. Delete or "
    "hide the one that does not count, or give them names that say what each of them holds if both do."
)
TOGETHER: Final = "Sheets of one kind of table were read together: {}."


def told_together(matches: Sequence[Match]) -> list[Found]:
    """Say which sheets of one source were read as one table.

    Raises `RefusedError` where one of them says by its name that it is no more than a draft of another, or that it
    takes another's place.
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
    _refuse_where_one_replaces(meant)
    if not same[0].source.of_borough:
        return []
    names = ", ".join(f"{shown(match.sheet or '')} ({match.cells.height:,})" for match in same)
    return [about_file("sheets-together", "info", TOGETHER.format(names))]


def _refuse_where_one_replaces(meant: Sequence[Match]) -> None:
    named: dict[tuple[str, ...], Match] = {}
    for match in meant:
        if not match.cells.height:
            continue
        subject = tuple(REPLACING.sub(" ", _plain(match)).split())
        other = named.setdefault(subject, match)
        if other is not match:
            raise RefusedError(PLACE_TAKEN.format(shown(other.sheet or ""), shown(match.sheet or "")))


def _is_not_meant(match: Match) -> bool:
    return NOT_MEANT.search(_plain(match)) is not None


def _plain(match: Match) -> str:
    return re.sub(r"[_\-–—.,]+", " ", (match.sheet or "").lower())
