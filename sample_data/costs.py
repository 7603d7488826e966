"""The placement cost pro forma: one row for each price of each placement."""

from collections.abc import Callable
from datetime import date
from typing import Final

from sample_data.dice import Dice
from sample_data.people import Child, Stay
from sample_data.prices import kind, level

PRO_FORMA_SINCE: Final = date(2021, 3, 31)
"""The first pro forma gave the prices in force on this day, and every one since those of its whole year."""

NUMBERS_ONLY: Final = ("BRE", "EAL", "HAF", "HOU", "KAC", "WES")
"""Boroughs that upload a provider's registration number and leave its name out."""

SHORTEST_PRICED: Final = 28
"""Days below which a placement is paid for by the night and not in the pro forma."""

TYPE: Final = {
    "kin": "Kinship", "inhouse": "In-house foster", "ifa": "IFA", "home": "Residential", "secure": "Secure",
    "supported": "Supported", "other": "Other", "school": "School", "motherbaby": "Mother and baby",
    "carehome": "Residential", "parents": "Other", "adoption": "Other",
}  # fmt: skip
SOURCED: Final = {
    "kin": {"I": 1.0}, "inhouse": {"I": 1.0}, "parents": {"I": 1.0}, "adoption": {"I": 1.0},
    "ifa": {"F": 0.72, "B": 0.06, "S": 0.22}, "home": {"F": 0.44, "B": 0.1, "S": 0.46},
    "supported": {"F": 0.5, "B": 0.24, "S": 0.26}, "other": {"F": 0.15, "S": 0.85},
}  # fmt: skip
SPOT: Final = {"F": 0.25, "S": 0.75}
WHY_FAR: Final = {"1": 0.16, "2": 0.24, "3": 0.18, "4": 0.2, "5": 0.07, "": 0.15}


WRITTEN: Final[dict[str, Callable[[str], str]]] = {
    "HIL": str.upper,
    "EAL": lambda name: f"{name} Ltd",
    "HAW": lambda name: name.replace("Pathways", "Pathway").replace("Supported", "Suported"),
}
"""How some boroughs write a provider's name where they have no registration number: not as the register does."""


class Terms:
    """What was agreed for one placement: how it was bought, who pays and what else is known of it."""

    def __init__(self, code: str, child: Child, stay: Stay, *, is_first: bool) -> None:
        dice = Dice(f"terms {code} {child.number} {stay.start}")
        self.stay = stay
        self.code = code
        self.names_left_out = code in NUMBERS_ONLY
        self.what = kind(stay)
        self.sourced = "I" if stay.sector == "PR1" else dice.weighed(SOURCED.get(self.what, SPOT))
        self.planned = "E" if dice.chance(0.42 if is_first else 0.2) else "P"
        self.why_far = dice.weighed(WHY_FAR) if stay.cell == "far" and self.sourced != "I" else ""
        self.education, self.health = shares(dice, child, self.what)
        self.flags = flags(dice, child, self.what)

    def rows(self, child: Child, year: int, last: date) -> list[list[object]]:
        """The price of this return year, if the placement was open in it."""
        first, until = max(PRO_FORMA_SINCE, date(year - 1, 4, 1)), date(year, 4, 1)
        start, end = self.stay.start, self.stay.end
        if not self.stay.weekly or start > last or (end is not None and end <= first):
            return []
        if end is not None and (end - start).days < SHORTEST_PRICED:
            return []
        ends = end if end is not None and end <= last else None
        to = ends or (None if last < date(year, 3, 31) else until)
        if to == max(start, first):
            return []
        return [[child.number, max(start, first), to, *self._priced(year)]]

    def _priced(self, year: int) -> list[object]:
        total = round(self.stay.weekly * level(self.what, year))
        education, health = round(total * self.education), round(total * self.health)
        parts = [total, total - education - health, education, health]
        return [
            *self._provider(),
            TYPE[self.what],
            self.sourced,
            self.planned,
            *parts,
            self.why_far,
            *self.flags,
        ]

    def _provider(self) -> list[object]:
        setting = self.stay.setting
        if self.sourced == "I" or setting is None:
            return ["", ""]
        if self.what == "other":
            return [WRITTEN.get(self.code, str)(setting.provider), ""]
        return ["" if self.names_left_out else setting.provider, setting.urn]


def shares(dice: Dice, child: Child, what: str) -> tuple[float, float]:
    """What part of the price education and health pay: joint funding where there is a plan or great need."""
    education = health = 0.0
    if what == "school":
        education = 0.35 + 0.2 * dice.share()
    elif what == "home" and child.has_plan and dice.chance(0.5):
        education = 0.12 + 0.2 * dice.share()
    if what in ("home", "school", "carehome") and dice.chance(0.4 * child.need):
        health = 0.08 + 0.17 * dice.share()
    return education, health


def flags(dice: Dice, child: Child, what: str) -> list[str]:
    """Includes packages, solo, deprived of liberty, plan: the middle two only asked outside foster care."""
    packages = "Y" if dice.chance(0.25 if what in ("home", "other") else 0.06) else "N"
    plan = "Y" if child.has_plan else "N"
    if what in ("kin", "inhouse", "ifa", "parents", "adoption"):
        return ["", "", "", plan]
    great = what in ("home", "secure", "other", "carehome") and child.need > 0.55
    solo = "Y" if great and dice.chance(0.3) else "N"
    deprived = "Y" if what == "secure" or (great and dice.chance(0.2)) else "N"
    return [packages, solo, deprived, plan]
