"""Who the sample is about: a child, the times in care, and the stays with a carer within each time."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sample_data.places import Place, Setting


@dataclass(eq=False)
class Stay:
    """One placement. `group` is the published placement group; the rest is found once the year is planned."""

    start: date
    group: str
    end: date | None = None
    kind: str = ""
    code: str = ""
    sector: str = ""
    cell: str = ""
    place: Place | None = None
    setting: Setting | None = None
    same_carer: bool = False
    why_ended: str = ""
    weekly: float = 0.0

    def is_open(self, day: date) -> bool:
        """Whether the child was here at the end of this day."""
        return self.start <= day and (self.end is None or self.end > day)


@dataclass(eq=False)
class Care:
    """One unbroken time in care: its stays and its legal statuses, each with the day it began."""

    start: date
    stays: list[Stay] = field(default_factory=list[Stay])
    legal: list[tuple[date, str]] = field(default_factory=list[tuple[date, str]])
    end: date | None = None
    reason: str = ""

    def touches(self, first: date, last: date) -> bool:
        """Whether any of it falls in the span from `first` to `last`."""
        return self.start <= last and (self.end is None or self.end >= first)

    @property
    def stay(self) -> Stay:
        """The latest stay."""
        return self.stays[-1]

    @property
    def with_carer_since(self) -> date:
        """When the child came to the carer of the latest stay, whatever the placement has been called since."""
        return next(stay.start for stay in reversed(self.stays) if not stay.same_carer or stay is self.stays[0])


@dataclass(eq=False)
class Child:
    """A child. `need` runs from 0 (little) to 1 (great) and drives price, scores and moves."""

    number: int
    born: date
    is_asylum_seeking: bool
    need: float
    sex: str = "M"
    ethnic: str = "WBRI"
    category: str = "N1"
    home: Place | None = None
    has_plan: bool = False
    baby_born: date | None = None
    care: list[Care] = field(default_factory=list[Care])

    @property
    def now(self) -> Care:
        """The latest time in care."""
        return self.care[-1]

    def age(self, day: date) -> int:
        """Age in whole years on a day."""
        had_birthday = (day.month, day.day) >= (self.born.month, self.born.day)
        return day.year - self.born.year - (not had_birthday)

    @property
    def eighteenth(self) -> date:
        """The eighteenth birthday."""
        return self.birthday(18)

    def birthday(self, age: int) -> date:
        """The day on which the child reaches an age (1 March stands for a leap day)."""
        if (self.born.month, self.born.day) == (2, 29):
            return date(self.born.year + age, 3, 1)
        return self.born.replace(year=self.born.year + age)

    def age_class(self, day: date) -> str:
        """The class by which numbers are steered: published age band, asylum-seeking children apart."""
        age = self.age(day)
        if age >= 18:
            return "adult"
        if self.is_asylum_seeking:
            return "uasc16" if age >= 16 else "uasc10"
        bands = ((1, "u1"), (5, "a1"), (10, "a5"), (16, "a10"), (18, "a16"))
        return next(name for top, name in bands if age < top)


SECTORS: Final = {"Local authority": "PR1", "Private": "PR4", "Voluntary": "PR5"}
"""SSDA903 code of each sector of the register."""

YOUNGEST: Final = {"supported": 16, "other": 16}
"""Placement groups that the law keeps for those who have reached an age."""


def earliest(child: Child, group: str) -> date:
    """The first day on which a child may be in a placement group."""
    return child.birthday(YOUNGEST.get(group, 0))
