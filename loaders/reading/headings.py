"""How headings are compared: without case, spaces and marks, and without the explanation that follows some."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

EXPLANATION: Final = re.compile(r"\n.*|\?\s.+|\s*\([^()]{15,}\).*", re.DOTALL)
"""What a pro forma writes into a heading for its reader: a further line, a sentence, a long bracket."""
HARMLESS: Final = re.compile(
    r"""\s*[(\[]\s*(?:
        (?:in\s+)?(?:£s?|£?\s*gbp|pounds(?:\s+sterling)?) | d?d[/.\s-]?mmm?[/.\s-]?yy(?:yy)? | yyyy-mm-dd
        | optional | required | mandatory | if\s+(?:any|known|applicable) | where\s+known | y/n | yes/no | y\s+or\s+n
        | see\s+(?:notes?|guidance) | drop\s?down | text | date | \*
    )\s*[)\]] | \s+(?:in\s+)?(?:£s?|gbp|pounds)\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
"""What may stand behind any heading and changes nothing of what it means."""
LONGEST: Final = 500
"""Letters of a heading; what is longer is none, and is not looked at."""


@lru_cache(maxsize=10_000)
def plain(heading: str) -> str:
    """Give a heading without case, spaces and marks."""
    return re.sub(r"[^a-z0-9%]", "", heading.lower())


@lru_cache(maxsize=10_000)
def bare(heading: str) -> str:
    """Give a plain heading without what explains it."""
    return plain(EXPLANATION.sub("", HARMLESS.sub("", heading.strip())))


def places_of(row: Mapping[str, str | None]) -> dict[str, str]:
    """Give the column in which each plain heading of a row stands, the first where there are several.

    A heading with an explanation is found without it too, unless another column is called just so, or two headings
    differ in nothing but what explains them.
    """
    texts = {name: text for name, text in reversed([*row.items()]) if text and len(text) <= LONGEST}
    explained = {plain(text): bare(text) for text in texts.values() if bare(text) != plain(text)}
    once = Counter(explained.values())
    short = {bare(text): name for name, text in texts.items() if once[bare(text)] == 1 and plain(text) in explained}
    return short | {plain(text): name for name, text in texts.items()}


ODD: Final = re.compile(r"(?!20\d\d(?!\d)|903(?!\d))(?<!\d)\d{3}|[^\w\s()/&%?'.,:;£#*+-]")
"""What no heading holds but a cell may: a long number, an odd mark."""
LONGEST_SHOWN: Final = 60


@lru_cache(maxsize=10_000)
def shown_heading(heading: str) -> str:
    """Give a heading as it may be named to a person; nothing where it may be a cell that identifies a child."""
    text = " ".join(EXPLANATION.sub("", heading.strip()).split())
    return text if text.isprintable() and len(text) <= LONGEST_SHOWN and not ODD.search(text) else ""


PUBLISHED: Final = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)+")
"""How the DfE writes headings: rate_per_10000."""


def published_heading(heading: str, number: int | None = None) -> str:
    """Give a heading of a published file as it may be named; one that may be a cell of somebody's is only numbered."""
    if PUBLISHED.fullmatch(heading) or shown_heading(heading):
        return heading
    return "a column" if number is None else f"column {number + 1} of its kind"
