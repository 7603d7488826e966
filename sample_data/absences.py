"""Missing incidents of children in care: few children, some of them often, more in early summer and autumn."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from sample_data.aims import Aims
from sample_data.dice import Dice
from sample_data.people import Care, Child
from sample_data.planted import FEWER_SINCE_SERVICE, SERVICE_BEGAN, SPIKE

BY_MONTH: Final = dict(zip(range(1, 13), (9, 9, 10, 10, 12, 13, 12, 9, 12, 11, 9, 6), strict=True))
BUSIEST: Final = max(BY_MONTH.values())
OFTEN: Final = {2021: 0.58, 2022: 0.72, 2023: 0.85, 2024: 1.05}
OFTEN_SINCE: Final = 1.25
"""How often a missing child goes missing in a year, against the times below; more in each return until 2025."""

LONG_ENOUGH: Final = 150
"""Days in care in a span after which a child has as many incidents as any; fewer in proportion before."""

TIMES_AWAY: Final = ((0.5, 1, 2), (0.78, 3, 5), (0.93, 6, 14), (1.0, 15, 44))
"""Incidents in a year of a child who goes missing: up to this share of children, from so many to so many."""


class Absence(NamedTuple):
    """One incident: whose, missing (M) or away without authorisation (A), from when to when."""

    child: Child
    what: str
    start: date
    end: date


class Case(NamedTuple):
    """A child who goes missing in a span, and where among the others, from 0 (least often) to 1 (most)."""

    child: Child
    care: Care
    what: str
    share: float


def happen(code: str, aims: Aims, children: list[Child]) -> list[Absence]:
    """The incidents of one borough in one span, missing and away, in order of time."""
    dice = Dice(f"absences {code} {aims.last}")
    here = [(child, care) for child in children for care in child.care if care.touches(aims.first, aims.last)]
    here = [(child, care) for child, care in here if care.legal[0][1] not in ("V3", "V4")]
    looked_after = len({child.number for child, _ in here})
    found: list[Absence] = []
    for what, name in (("M", "missing"), ("A", "away")):
        count = round(looked_after * aims[name] / 100)
        chosen = dice.likeliest([(pair, leaning(*pair, aims.last)) for pair in here], count)
        for place, (child, care) in enumerate(chosen):
            share = (place + dice.share()) / count
            found += times(dice, code, aims, Case(child, care, what, share))
    return sorted(found, key=lambda absence: (absence.start, absence.child.number, absence.what))


def leaning(child: Child, care: Care, day: date) -> float:
    """How likely a child is to go missing: teenagers, in homes and supported accommodation, with great needs."""
    age = min(17, child.age(min(day, care.end or day)))
    by_age = 0.0 if age < 9 else 0.05 if age < 12 else 0.5 if age < 14 else 1.0
    place = {"home": 2.2, "supported": 1.3, "kin": 0.4, "secure": 0.3}.get(care.stay.kind, 0.8)
    return by_age * place * (0.15 + child.need**2) * (0.4 if child.is_asylum_seeking else 1.0)


def times(dice: Dice, code: str, aims: Aims, case: Case) -> list[Absence]:
    """The incidents of one child in one span, on different days."""
    child, care, what, share = case
    low, high = next((low, high) for top, low, high in TIMES_AWAY if share <= top)
    often = OFTEN.get(aims.last.year, OFTEN_SINCE) * aims.years**0.1 * (1.0 if what == "M" else 0.65)
    first, last = max(aims.first, care.start), min(aims.last, care.end or aims.last) - timedelta(days=1)
    time = min(1.0, ((last - first).days + 1) / LONG_ENOUGH)
    count = max(1, round(dice.between(low, high) * often * time)) if first <= last else 0
    days = sorted({pick_day(dice, code, first, last) for _ in range(count)})
    kept = [day for place, day in enumerate(days) if place == 0 or not falls_away(dice, code, day)]
    return [Absence(child, what, day, day + timedelta(days=length(dice))) for day in kept]


def pick_day(dice: Dice, code: str, first: date, last: date) -> date:
    """A day, busy months likelier."""
    for _ in range(40):
        day = dice.day(first, last)
        if dice.chance(BY_MONTH[day.month] * spike(code, day) / (BUSIEST * SPIKE[3])):
            return day
    return first


def spike(code: str, day: date) -> float:
    """How many times the usual number of incidents a borough has in a month."""
    return SPIKE[3] if (code, day.year, day.month) == SPIKE[:3] else 1.0


def falls_away(dice: Dice, code: str, day: date) -> bool:
    """Whether an incident does not happen, thanks to a new service."""
    return code == FEWER_SINCE_SERVICE[0] and day >= SERVICE_BEGAN and dice.chance(FEWER_SINCE_SERVICE[1])


def length(dice: Dice) -> int:
    """Days until the child is back: mostly the same day or the next."""
    share = dice.share()
    return 0 if share < 0.4 else 1 if share < 0.8 else dice.between(2, 4) if share < 0.97 else dice.between(5, 20)
