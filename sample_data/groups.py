"""Which placement group each child is in at the end of a span, so that the counts are the published ones."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final

from sample_data.aims import GROUPS
from sample_data.flow import Span
from sample_data.people import Child

UNSUITED: Final = -1000.0
RECODED: Final = date(2023, 10, 28)
"""Registration of supported accommodation: what is not registered on this day becomes another placement."""

YOUNGEST: Final = {"adoption": 0, "otherres": 0, "school": 9, "parents": 0, "homes": 9, "other": 16, "supported": 16}
OLDEST: Final = {"adoption": 5, "school": 17}


def is_settled(child: Child, day: date) -> bool:
    """Whether the child is under 16 and has been in care for two years or more: not moved without need."""
    return child.age(day) < 16 and (day - child.now.start).days > 730


def suits(child: Child, group: str, day: date) -> float:
    """How well a group suits a child on a day; far below zero when the age rules it out."""
    age = child.age(day)
    if not YOUNGEST.get(group, 0) <= age <= OLDEST.get(group, 18):
        return UNSUITED - abs(age - YOUNGEST.get(group, 0))
    settled = -2.0 * is_settled(child, day)
    return settled + SUITS[group](child, age) if group in SUITS else settled


def suits_adoption(child: Child, age: int) -> float:
    """Young children under an order, asylum-seeking children never."""
    return 3.0 - age - 9 * child.is_asylum_seeking + 2 * (child.now.legal[-1:] != [] and age < 4)


def suits_other_residential(child: Child, age: int) -> float:
    """Babies placed with their mothers, then young people with health needs or in custody."""
    return (2.0 if age < 1 else child.need if age >= 15 else -2.0) - 2 * child.is_asylum_seeking


def suits_parents(child: Child, age: int) -> float:
    """Children placed at home under a care order."""
    return (0.5 if 3 <= age < 16 else 0.0) - child.need - 9 * child.is_asylum_seeking


def suits_homes(child: Child, age: int) -> float:
    """Teenagers with great needs."""
    return 2 * child.need + 0.12 * min(age, 15) - 1.5 * child.is_asylum_seeking


def suits_supported(child: Child, age: int) -> float:
    """Young people of 16 and 17, the asylum-seeking and those with fewer needs first."""
    return child.is_asylum_seeking + 0.3 * (age - 16) - child.need + 2.0 * (child.now.stay.group == "other")


def suits_other(child: Child, age: int) -> float:
    """Whoever is in semi-independent living that is not registered yet, and some with the greatest needs."""
    stay = child.now.stay
    return 3.0 * (stay.group == "supported") + 2.0 * (stay.start < RECODED) + child.need + 0.1 * age


def suits_school(child: Child, age: int) -> float:
    """Children with an education, health and care plan."""
    return 2.0 * child.has_plan + child.need - 0.02 * age - 9 * child.is_asylum_seeking


SUITS: Final = {
    "adoption": suits_adoption,
    "otherres": suits_other_residential,
    "parents": suits_parents,
    "homes": suits_homes,
    "supported": suits_supported,
    "other": suits_other,
    "school": suits_school,
}


def settle(span: Span, children: Iterable[Child]) -> dict[Child, str]:
    """The group of each child at the end of the span: as now where the counts allow, else the best suited move."""
    now = {child: child.now.stay.group for child in children}
    noise = {child: 0.6 * span.dice.share() for child in now}
    for group in GROUPS[:-1]:
        release(span, group, now, noise)
    for group in GROUPS[:-1]:
        draw_in(span, group, now, noise)
    return now


def release(span: Span, group: str, now: dict[Child, str], noise: dict[Child, float]) -> None:
    """Let the least suited children of a group that is too large go to foster care, the pool of the rest."""
    members = [child for child, current in now.items() if current == group]
    members.sort(key=lambda child: suits(child, group, span.last) + noise[child])
    for child in members[: max(0, len(members) - span.aims[group])]:
        now[child] = "foster"


def draw_in(span: Span, group: str, now: dict[Child, str], noise: dict[Child, float]) -> None:
    """Fill a group that is too small with the best suited children of the pool."""
    missing = span.aims[group] - Counter(now.values())[group]
    donors = ("foster", "supported") if group == "other" and span.first <= RECODED <= span.last else ("foster",)
    pool = [child for child, current in now.items() if current in donors]
    pool.sort(key=lambda child: -suits(child, group, span.last) - noise[child])
    for child in pool[: max(0, missing)]:
        now[child] = group
