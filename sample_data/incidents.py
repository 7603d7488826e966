"""The local record of children missing from home or care: the borough's own, those at home, other authorities'."""

from datetime import date
from typing import Final, NamedTuple

from sample_data.absences import Absence, falls_away, length, pick_day
from sample_data.aims import Aims
from sample_data.dice import Dice

AT_HOME: Final = 0.21
"""Incidents of children who live at home for each one of a child in care."""

HOSTED: Final = {"BRE": 214, "EAL": 136, "HAF": 33, "HAW": 155, "HIL": 169, "HOU": 162, "KAC": 42, "WES": 18}
"""Other authorities' children placed in the borough (published, 31 March 2025)."""

TIMES_HOSTED: Final = 0.22
"""Incidents in a year for each of other authorities' children placed here."""

UNRECORDED: Final = 0.02
HOURS: Final = (
    (0.06, 0, 2), (0.1, 3, 8), (0.2, 9, 14), (0.42, 15, 17), (0.82, 18, 21), (1.0, 22, 23),
)  # fmt: skip
"""When incidents begin: up to this share, from this hour to that."""


class Incident(NamedTuple):
    """One row of the record."""

    child: str
    cohort: str
    start: date
    time: str
    end: date
    sex: str
    born: str


def record(code: str, aims: Aims, absences: list[Absence]) -> list[Incident]:
    """Every incident of one borough in one span, in order of time."""
    dice = Dice(f"incidents {code} {aims.last}")
    in_care = [absence for absence in absences if absence.what == "M"]
    rows = [of_absence(dice, absence) for absence in in_care]
    rows += others(dice, code, aims, "H", round(AT_HOME * len(in_care)))
    rows += others(dice, code, aims, "O", round(TIMES_HOSTED * HOSTED[code] * aims.years))
    return sorted(dict.fromkeys(rows), key=lambda row: (row.start, row.time, row.child))


def of_absence(dice: Dice, absence: Absence) -> Incident:
    """The row of a child in care, whom the header describes; now and then nobody wrote down whose it was."""
    child = absence.child
    if dice.chance(UNRECORDED):
        return Incident("", "", absence.start, time(dice), absence.end, "", "")
    return Incident(str(child.number), "C", absence.start, time(dice), absence.end, "", "")


def others(dice: Dice, code: str, aims: Aims, cohort: str, count: int) -> list[Incident]:
    """Rows of children whom the borough does not look after: most go missing once or twice, a few often."""
    found: list[Incident] = []
    series = (aims.year - 2020) * (300 if cohort == "H" else 150)
    people = [stranger(dice, cohort, series + at, aims.last) for at in range(1 + int(count / aims.years / 2.1))]
    seen: set[tuple[str, date]] = set()
    for _ in range(count):
        name, sex, born = people[int(len(people) * dice.share() ** 1.7)]
        day = pick_day(dice, code, aims.first, aims.last)
        back = date.fromordinal(day.toordinal() + length(dice))
        if (name, day) not in seen and not falls_away(dice, code, day):
            found.append(Incident(name, cohort, day, time(dice), back, sex, born))
        seen.add((name, day))
    return found


def stranger(dice: Dice, cohort: str, number: int, day: date) -> tuple[str, str, str]:
    """Identifier, sex and month of birth of a child of ten to seventeen."""
    born = date.fromordinal(day.toordinal() - dice.between(3700, 6480))
    return f"{cohort}{1000 + number}", dice.pick("MF"), f"{born:%m/%Y}"


def time(dice: Dice) -> str:
    """A time of day, evenings likeliest."""
    share = dice.share()
    low, high = next((low, high) for top, low, high in HOURS if share <= top)
    return f"{dice.between(low, high):02}:{5 * dice.between(0, 11):02}"
