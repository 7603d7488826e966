"""What is seen of a child's needs: the twelve indicators, the strengths and difficulties score, the reviews."""

from datetime import date, timedelta
from typing import Final

from sample_data.dice import Dice
from sample_data.people import Care, Child

NEEDS_SINCE: Final = date(2022, 4, 1)
"""The twelve indicators have been scored since this day; before, in a trial with children's homes alone."""

TRIAL_SINCE: Final = date(2020, 4, 1)

WEIGHT: Final = (-0.2, 0.22, 0.14, 0.08, 0.0, 0.12, 0.18, 0.0, -0.12, -0.02, 0.0, 0.06)
"""How much higher or lower each of the twelve indicators tends to be, in their order."""

BY_KIND: Final = {
    "home": 0.34, "secure": 0.5, "school": 0.32, "ifa": 0.1, "inhouse": 0.0, "kin": -0.12,
    "supported": 0.06, "adoption": -0.15, "motherbaby": 0.1,
}  # fmt: skip


def assessments(code: str, child: Child) -> list[tuple[date, list[int]]]:
    """Every scoring of the child: the first within two months of the start, then every nine to thirteen months."""
    dice = Dice(f"needs {code} {child.number}")
    if not dice.chance(0.9):
        return []
    return [(day, score(dice, child, care, day)) for care in child.care for day in days(dice, care)]


def days(dice: Dice, care: Care) -> list[date]:
    """The days on which the child was scored in one time in care."""
    day = care.start + timedelta(days=dice.between(14, 60))
    if care.start < TRIAL_SINCE:
        day = TRIAL_SINCE + timedelta(days=dice.between(0, 330))
    if day < NEEDS_SINCE and care.stays[0].kind != "home":
        day = max(care.start, NEEDS_SINCE) + timedelta(days=dice.between(14, 330))
    found: list[date] = []
    while day < (care.end or date(2026, 9, 30)):
        found.append(day)
        day += timedelta(days=dice.between(430, 620))
    return found


def score(dice: Dice, child: Child, care: Care, day: date) -> list[int]:
    """Twelve scores from 0 to 3: higher with need, in some kinds of care, at 7 to 8 and at 12; lower once settled."""
    stay = next((stay for stay in reversed(care.stays) if stay.start <= day), care.stays[0])
    age = child.age(day)
    peak = 0.16 if age in (7, 8) else 0.2 if age == 12 else 0.0
    settled = 0.05 * min(4.0, (day - stay.start).days / 365)
    base = 0.85 * child.need + BY_KIND.get(stay.kind, 0.0) + peak - settled
    return [max(0, min(3, round(2.3 * (base + weight) + dice.near(-0.1, 0.5)))) for weight in WEIGHT]


def wellbeing(code: str, child: Child, year: int, last: date, mean: float) -> list[object] | None:
    """The OC2 row, after identifier and birth date, of a child of 4 to 16 in care all year; None for others."""
    first = last.replace(year=last.year - 1)
    care = next((c for c in child.care if c.start <= first and (c.end is None or c.end > last)), None)
    if care is None or not 4 <= child.age(last) <= 16 or any(order in ("V3", "V4") for _, order in care.legal):
        return None
    dice = Dice(f"wellbeing {code} {child.number} {year}")
    found = strengths(dice, child, mean)
    checks = [int(dice.chance(share)) for share in (0.03 if child.age(last) >= 10 else 0.0, 0.85, 0.83, 0.84, 0.94)]
    substance = int(child.age(last) >= 12 and dice.chance(0.08))
    received = int(dice.chance(0.6)) if substance else ""
    offered = int(dice.chance(0.7)) if received == 0 else ""
    return [*found, *checks, substance, received, offered]


def strengths(dice: Dice, child: Child, mean: float) -> list[object]:
    """The score, for three quarters of the children, and for the others the reason for none."""
    if not dice.chance(0.76):
        return ["", dice.weighed({"SDQ1": 1.0, "SDQ2": 3.0, "SDQ3": 1.5, "SDQ4": 2.5, "SDQ5": 2.0})]
    return [max(0, min(40, round(dice.near(mean - 0.3 + 12 * (child.need - 0.42), 5.5)))), ""]


def reviews(code: str, child: Child) -> list[tuple[date, str]]:
    """Review meetings: within 20 working days, three months later, then every half year."""
    dice = Dice(f"reviews {code} {child.number}")
    found: list[tuple[date, str]] = []
    for care in child.care:
        day, gap = care.start + timedelta(days=dice.between(18, 27)), 85
        while day < (care.end or date(2026, 9, 30)):
            found.append((day, part(dice, child.age(day))))
            day, gap = day + timedelta(days=gap + dice.between(0, 8)), 174
    return found


def part(dice: Dice, age: int) -> str:
    """How the child took part, as a code; children under four do not."""
    if age < 4:
        return "PN0"
    return dice.weighed({"PN1": 58.0, "PN2": 4.0, "PN3": 10.0, "PN4": 2.0, "PN5": 8.0, "PN6": 12.0, "PN7": 6.0})
