"""Children who start to be looked after: how old, when, how great their needs and where placed first."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import count, pairwise
from typing import Final

from sample_data.dice import Dice
from sample_data.flow import Span
from sample_data.people import Care, Child, Stay, earliest

STARTS_BY_MONTH: Final = dict(zip(range(1, 13), (9, 8, 10, 7, 8, 9, 9, 6, 9, 10, 9, 6), strict=True))
ARRIVALS_BY_MONTH: Final = dict(zip(range(1, 13), (6, 5, 6, 6, 7, 9, 10, 12, 13, 11, 9, 6), strict=True))

RETURNING: Final = 0.08
"""Share of starts by a child who was looked after before, where one of that age is known."""

AGES: Final = {
    "u1": (0, 1), "a1": (1, 5), "a5": (5, 10), "a10": (10, 16), "a16": (16, 18),
    "uasc10": (14, 16), "uasc16": (16, 18), "adult": (18, 19),
}  # fmt: skip

FIRST_PLACEMENT: Final[Mapping[str, Mapping[str, float]]] = {
    "u1": {"foster": 0.9, "otherres": 0.1},
    "a1": {"foster": 0.97, "parents": 0.03},
    "a5": {"foster": 0.96, "homes": 0.04},
    "a10": {"foster": 0.8, "homes": 0.18, "parents": 0.02},
    "a16": {"foster": 0.45, "homes": 0.2, "supported": 0.33, "otherres": 0.02},
    "adult": {"foster": 0.35, "homes": 0.1, "supported": 0.55},
    "uasc10": {"foster": 0.97, "homes": 0.03},
    "uasc16": {"foster": 0.38, "supported": 0.62},
}


class Newcomers:
    """Makes the children of one borough, numbering them in the order they are made."""

    def __init__(self, dice: Dice) -> None:
        self._dice = dice
        self.former: list[Child] = []
        self.passed: list[Child] = []
        self._number: Iterator[int] = count(dice.between(101, 400))

    def join(self, span: Span, kinds: Iterable[str], *, is_stock: bool) -> list[Child]:
        """Make a child of each age class, starting in the span (in the years before it for the first stock)."""
        made = [self._make(span, kind, is_stock=is_stock) for kind in kinds]
        made.sort(key=lambda child: (child.now.start, child.number))
        for elder, younger in pairwise(made):
            self._make_siblings(elder, younger)
        return made

    def _make_siblings(self, elder: Child, younger: Child) -> None:
        """Let two children who start within weeks of each other start on the same day, as brothers and sisters."""
        day = elder.now.start
        is_pair = not elder.is_asylum_seeking and not younger.is_asylum_seeking and younger.born <= day
        if is_pair and (younger.now.start - day).days < 21 and self._dice.chance(0.3):
            younger.now.start = younger.now.stay.start = day

    def _make(self, span: Span, kind: str, *, is_stock: bool) -> Child:
        started, born = self._dates(span, kind, is_stock=is_stock)
        group = self._dice.weighed(FIRST_PLACEMENT[kind])
        child = self._known(span, kind, started) or self._new(kind, born)
        is_early = started < earliest(child, group)
        child.care.append(Care(started, [Stay(started, "foster" if is_early else group)]))
        return child

    def _known(self, span: Span, kind: str, started: date) -> Child | None:
        """Now and then, a child who went home and comes back."""
        if not self._dice.chance(RETURNING):
            return None
        matches = [c for c in self.former if c.age_class(span.last) == kind and is_back(c, started)]
        if not matches:
            return None
        self.former.remove(matches[-1])
        return matches[-1]

    def _new(self, kind: str, born: date) -> Child:
        is_asylum = kind.startswith("uasc")
        need = min(1.0, max(0.0, self._dice.near(0.42, 0.2)))
        child = Child(next(self._number), born, is_asylum, need)
        child.has_plan = not is_asylum and self._dice.chance(0.2 + 0.3 * need)
        return child

    def _dates(self, span: Span, kind: str, *, is_stock: bool) -> tuple[date, date]:
        low, high = AGES[kind]
        start = self._start(span, is_asylum=kind.startswith("uasc"))
        if kind == "adult":
            birthday = self._dice.day(start + timedelta(days=5), max(span.last, start + timedelta(days=6)))
            return start, birthday.replace(year=birthday.year - 18, day=min(birthday.day, 28))
        oldest = span.last - timedelta(days=int(high * 365.25) - 1)
        youngest = span.last - timedelta(days=int(low * 365.25) + 1)
        if is_stock:
            born = self._dice.day(oldest, youngest)
            return self._long_ago(span, born, kind), born
        start = max(start, oldest)
        return start, self._dice.day(oldest, min(youngest, start))

    def _start(self, span: Span, *, is_asylum: bool) -> date:
        by_month = ARRIVALS_BY_MONTH if is_asylum else STARTS_BY_MONTH
        for _ in range(50):
            day = self._dice.day(span.first, span.last - timedelta(days=1))
            if self._dice.chance(by_month[day.month] / 13):
                return day
        return span.first

    def _long_ago(self, span: Span, born: date, kind: str) -> date:
        """A start in the years before the span, recent ones likelier."""
        known = (span.last - born).days - (365 * 13 if kind.startswith("uasc") else 0)
        longest = min(known, 365 * (2 if kind.startswith("uasc") else 11))
        days = int(longest * self._dice.share() ** 2.2)
        return span.last - timedelta(days=days)


def is_back(child: Child, day: date) -> bool:
    """Whether a child who left care could start again on a day."""
    return child.now.end is not None and child.now.end < day < child.eighteenth - timedelta(days=5)
