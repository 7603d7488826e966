"""Why a time in care ended: the SSDA903 code, by age, placement and legal status."""

from datetime import date
from typing import Final

from sample_data.dice import Dice
from sample_data.people import Child

AT_18: Final = {
    "foster": {"E17": 52.0, "E5": 30.0, "E6": 8.0, "E4A": 4.0, "E8": 6.0},
    "supported": {"E5": 74.0, "E6": 14.0, "E8": 8.0, "E17": 4.0},
    "other": {"E5": 66.0, "E6": 18.0, "E8": 16.0},
    "homes": {"E5": 52.0, "E7": 20.0, "E6": 8.0, "E4A": 6.0, "E8": 14.0},
    "otherres": {"E7": 40.0, "E5": 40.0, "E9": 20.0},
    "school": {"E7": 60.0, "E5": 40.0},
}
BEFORE_18: Final = {
    "asylum": {"E3": 44.0, "E15": 20.0, "E8": 20.0, "E5": 10.0, "E4A": 6.0},
    "adoption": {"E11": 30.0, "E12": 70.0},
    "kin": {"E45": 50.0, "E41": 10.0, "E4A": 28.0, "E4B": 6.0, "E13": 6.0},
    "young": {"E4A": 52.0, "E4B": 9.0, "E41": 9.0, "E47": 14.0, "E48": 4.0, "E3": 5.0, "E13": 4.0, "E46": 3.0},
    "older": {"E4A": 46.0, "E4B": 22.0, "E13": 6.0, "E3": 6.0, "E5": 10.0, "E8": 6.0, "E9": 3.0, "E14": 1.0},
}


def leave(dice: Dice, child: Child, day: date) -> None:
    """End the child's time in care on a day."""
    care = child.now
    care.stay.end = care.end = day
    care.legal = [(since, order) for since, order in care.legal if since < day] or care.legal[:1]
    care.reason = dice.weighed(reasons(child, day))


def reasons(child: Child, day: date) -> dict[str, float]:
    """The codes that fit, with the weight of each."""
    stay = child.now.stay
    if child.age(day) >= 18:
        return AT_18.get(stay.group, AT_18["foster"])
    if child.is_asylum_seeking:
        return BEFORE_18["asylum"]
    if stay.group == "adoption" or stay.kind == "kin":
        return BEFORE_18[stay.group if stay.group == "adoption" else "kin"]
    return BEFORE_18["young" if child.age(day) < 12 else "older"]
