"""What the sample aims at: the published counts, one row a borough and date (see README.md for the source)."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

AIMS: Final = Path(__file__).with_name("aims.txt")

GROUPS: Final = ("adoption", "otherres", "school", "parents", "homes", "other", "supported", "foster")
"""Placement groups in the order in which children are found for them; foster care takes the rest."""

CATEGORIES: Final = ("N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8")

LIVED_IN_CARE_BEFORE: Final = date(2008, 4, 1)
"""No child in the first stock started before this day."""


@dataclass(frozen=True)
class Aims:
    """The counts wanted in one borough at the end of one span of time, and the flows wanted within it."""

    first: date
    last: date
    counts: dict[str, float]

    def __getitem__(self, name: str) -> int:
        return int(self.counts[name])

    @property
    def year(self) -> int:
        """The return year of the span: it ends on 31 March of the year it is named by."""
        return self.last.year + (self.last.month > 3)

    @property
    def years(self) -> float:
        """How long the span is, in years, counted as a whole year for the first stock."""
        return min(1.0, ((self.last - self.first).days + 1) / 365)

    @property
    def by_age(self) -> dict[str, int]:
        """Children wanted by age class, unaccompanied asylum-seeking children apart."""
        young = round(self["uasc"] * 0.15)
        return {
            "u1": self["u1"],
            "a1": self["a1"],
            "a5": self["a5"],
            "a10": self["a10"] - young,
            "a16": self["a16"] - (self["uasc"] - young),
            "uasc10": young,
            "uasc16": self["uasc"] - young,
        }


def read() -> dict[str, list[Aims]]:
    """The aims of each borough (by code) in order of time; the first is the stock before the first return."""
    head, *lines = AIMS.read_text(encoding="utf-8").splitlines()
    names = head.split()[2:]
    found: dict[str, list[Aims]] = {}
    for line in lines:
        day, code, *values = line.split()
        spans = found.setdefault(code, [])
        first = date.fromordinal(spans[-1].last.toordinal() + 1) if spans else LIVED_IN_CARE_BEFORE
        counts = dict(zip(names, map(float, values), strict=True))
        spans.append(Aims(first, date.fromisoformat(day), counts))
    return found
