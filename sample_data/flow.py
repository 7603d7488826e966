"""Who starts and who leaves in a span of time, so that the stock by age at its end is the published one."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from sample_data.aims import Aims
from sample_data.boroughs import Borough
from sample_data.dice import Dice
from sample_data.people import Child

LEAVE_IN_A_YEAR: Final = {"a1": 0.33, "a5": 0.18, "a10": 0.13, "a16": 0.12, "uasc10": 0.1, "uasc16": 0.1}
"""Share of each class that leaves in a year for a reason other than turning 18."""

SHORT_STAYS: Final = {
    "adult": 0.12, "u1": 0.08, "a1": 0.12, "a5": 0.12, "a10": 0.25, "a16": 0.23, "uasc10": 0.01, "uasc16": 0.07,
}  # fmt: skip
"""Classes of the children who start and leave within one span."""


@dataclass
class Span:
    """One borough between two dates: who stays to the end, who of the old stock leaves when, and the age
    classes of those who start and stay (`joining`) or start and leave again (`passing`). `kept` is the stock
    at the end.
    """

    borough: Borough
    aims: Aims
    dice: Dice
    stay: list[Child] = field(default_factory=list[Child])
    kept: list[Child] = field(default_factory=list[Child])
    joining: list[str] = field(default_factory=list[str])
    passing: list[str] = field(default_factory=list[str])
    leaving: list[tuple[Child, date]] = field(default_factory=list[tuple[Child, date]])

    @property
    def first(self) -> date:
        """The first day of the span."""
        return self.aims.first

    @property
    def last(self) -> date:
        """The day at whose end the published counts are wanted."""
        return self.aims.last


def shared_out(weights: Mapping[str, float], count: int) -> dict[str, int]:
    """A whole number shared out in proportion to weights, the largest remainders rounded up."""
    total = sum(weights.values()) or 1.0
    exact = {name: count * weight / total for name, weight in weights.items()}
    shares = {name: int(value) for name, value in exact.items()}
    by_remainder = sorted(exact, key=lambda name: (shares[name] - exact[name], name))
    for name in by_remainder[: count - sum(shares.values())]:
        shares[name] += 1
    return shares


def starts(aims: Aims, have: Mapping[str, int]) -> dict[str, int]:
    """How many start in each age class: those needed to reach the aim, then those who take the leavers' place."""
    want = aims.by_age
    least = {name: max(0, want[name] - have.get(name, 0)) for name in want}
    turnover = {name: LEAVE_IN_A_YEAR.get(name, 0) * aims.years * have.get(name, 0) for name in want}
    hope = {name: max(0.0, want[name] - have.get(name, 0) + turnover[name]) - least[name] for name in want}
    spare = max(0, aims["starts"] - sum(least.values()))
    first = shared_out(hope, min(spare, round(sum(hope.values()))))
    second = shared_out(SHORT_STAYS, spare - sum(first.values()))
    return {name: least.get(name, 0) + first.get(name, 0) + second[name] for name in SHORT_STAYS}


def readiness(child: Child, day: date) -> float:
    """How likely a child is to leave care early: less, the longer the stay; more, once placed for adoption."""
    years = (day - child.now.start).days / 365
    pace = 1.6 if years < 1 else 1.0 if years < 2 else 0.45 if years < 4 else 0.15
    return pace * {"adoption": 3.0, "parents": 1.5}.get(child.now.stay.group, 1.0)


def plan(span: Span, stock: list[Child]) -> None:
    """Decide who leaves and what classes start; afterwards `span.stay` is the stock less its leavers."""
    by_class: dict[str, list[Child]] = {}
    for child in stock:
        by_class.setdefault(child.age_class(span.last), []).append(child)
    joining = starts(span.aims, {name: len(children) for name, children in by_class.items()})
    want = Counter(span.aims.by_age)
    for name, count in joining.items():
        going = len(by_class.get(name, [])) + count - want[name]
        split_leavers(span, name, by_class.get(name, []), count, going)


def split_leavers(span: Span, name: str, old: list[Child], new: int, going: int) -> None:
    """Share the leavers of one class between the children already here and those who start in the span."""
    likely_new = new * (0.55 if old else 1)
    likely_old = sum(readiness(child, span.first) for child in old)
    from_new = round(going * likely_new / (likely_new + likely_old)) if name != "adult" and going else new
    from_new = min(new, max(from_new, going - len(old)), going)
    chosen = span.dice.likeliest([(child, readiness(child, span.first)) for child in old], going - from_new)
    leavers = {child.number for child in chosen}
    span.leaving += [(child, leaving_day(span, child)) for child in chosen]
    span.stay += [child for child in old if child.number not in leavers]
    span.joining += [name] * (new - from_new)
    span.passing += [name] * from_new


def leaving_day(span: Span, child: Child) -> date:
    """A day in the span; the eighteenth birthday for those who reach it."""
    if child.age(span.last) >= 18:
        return child.eighteenth
    return span.dice.day(max(span.first, child.now.start + timedelta(days=3)), span.last)
