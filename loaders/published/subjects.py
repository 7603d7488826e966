"""What a file of Explore Education Statistics is about: told by a heading that only it has, else by its name."""

import re
from collections.abc import Collection
from typing import Final, NamedTuple

from loaders.reading.headings import plain


class Subject(NamedTuple):
    """What figures are of, as their measures are called, and how a file of them is known."""

    title: str
    heading: str = ""
    name: str = ""
    """A pattern of the file's plain name."""


SUBJECTS: Final = (
    Subject("Placement stability", heading="placement_stability"),
    Subject("Number and rate of children", heading="rate_per_10000"),
    Subject("Children missing or away", heading="missing_status"),
    Subject("Children looked after on 31 March", name=r"(cla|lookedafter).*31march|31march.*(cla|lookedafter)"),
    Subject(
        "Children who started to be looked after", name=r"(cla|lookedafter|children).*start|start.*(cla|lookedafter)"
    ),
    Subject("Children who ceased to be looked after", name=r"(cla|lookedafter|children).*ceas|ceas.*(cla|lookedafter)"),
)

BAR: Final = "|"
"""What parts measure and breakdown in a heading."""

INDICATORS: Final = {
    "childrencount": "number",
    "childrenpercent": "percentage",
    "rateper10000": "rate per 10,000",
    "populationestimate": "population",
}
"""Headings of figures that publications write in several ways, in the words of a measure."""


def subject_of(headings: Collection[str], file: str) -> str:
    """What the figures of a file are of; the words of its name where it is not one that is known."""
    known, stem = {plain(heading) for heading in headings}, re.sub(r"\.\w{1,5}$", "", file)
    for subject in SUBJECTS:
        by_heading = subject.heading and plain(subject.heading) in known
        if by_heading or (subject.name and re.search(subject.name, plain(stem))):
            return subject.title
    words = re.sub(r"[\W_]+", " ", stem).strip()
    return words[:1].upper() + words[1:] or "Published figures"


def series_of(heading: str, subject: str) -> tuple[str, str | None]:
    """Measure and breakdown of a column of figures.

    A table of many series has a column each, whose heading names both: "Placement stability: number | Total".
    """
    if BAR in heading:
        measure, breakdown = heading.split(BAR, 1)
        return measure.strip(), breakdown.strip() or None
    return f"{subject}: {indicator(heading)}", None


def indicator(heading: str) -> str:
    """A heading of figures in words: children_count is "number"."""
    return INDICATORS.get(plain(heading), " ".join(heading.replace("_", " ").split()).lower())
