"""With whom: the kind of carer, the provider's sector, the setting, the postcode and the code of each new stay."""

from datetime import timedelta
from typing import Final

from sample_data.dice import Dice
from sample_data.flow import Span
from sample_data.foster import New, place_in_family, split_foster
from sample_data.people import SECTORS, Child, Stay
from sample_data.places import Place, find_postcode, find_setting, middle

WITHOUT_SETTING: Final = {"hospital": "PR3", "custody": "PR3", "parents": "PR0"}
ANY_CELL: Final = {"in": ("in", "near", "far"), "near": ("near", "in", "far"), "far": ("far", "near", "in")}


CODES: Final = {
    "home": "K2", "secure": "K1", "school": "S1", "motherbaby": "R3", "carehome": "R1", "hospital": "R2",
    "custody": "R5", "parents": "P1", "supported": "H5",
}  # fmt: skip
LONG_TERM: Final = {"kin": "U1", "inhouse": "U4", "ifa": "U4"}
SHORT_TERM: Final = {"kin": "U3", "inhouse": "U6", "ifa": "U6"}


def kind_of(dice: Dice, child: Child, stay: Stay) -> str:
    """The kind of setting within a placement group (foster care is split later)."""
    age = child.age(stay.start)
    if stay.group == "homes":
        return "secure" if age >= 12 and dice.chance(0.03) else "home"
    if stay.group == "otherres":
        return residential_kind(dice, child, age)
    return {"other": "supported"}.get(stay.group, stay.group)


def residential_kind(dice: Dice, child: Child, age: int) -> str:
    """A mother and baby unit for babies and some girls, else a care home, a hospital or custody."""
    if age < 2 or (child.sex == "F" and age >= 15 and dice.chance(0.3)):
        return "motherbaby"
    return dice.weighed({"carehome": 0.4, "hospital": 0.3, "custody": 0.3 if child.sex == "M" and age > 14 else 0.0})


def place_all(span: Span, new: list[New]) -> None:
    """Find kind, sector, setting and postcode for stays outside foster care, then for those in foster care."""
    for child, stay, _ in new:
        if stay.group != "foster" and not stay.kind:
            stay.kind = kind_of(span.dice, child, stay)
            note_baby(child, stay)
            place_in_setting(span, child, stay)
    fostered = [row for row in new if row.stay.group == "foster"]
    split_foster(span, fostered)
    for child, stay, _ in fostered:
        place_in_family(span, child, stay)


def note_baby(child: Child, stay: Stay) -> None:
    """A girl in a mother and baby unit has just become a mother."""
    if stay.kind == "motherbaby" and child.sex == "F" and child.age(stay.start) >= 14:
        child.baby_born = stay.start - timedelta(days=6)


def place_in_setting(span: Span, child: Child, stay: Stay) -> None:
    """A setting of the right kind in the cell, or in another cell when there is none; a bare postcode otherwise."""
    stay.sector = "" if stay.group == "other" else WITHOUT_SETTING.get(stay.kind, "")
    home = child.home or middle(span.borough.ons)
    if stay.kind == "adoption" and span.dice.chance(0.75):
        stay.sector = "PR1"
    elif not stay.sector and stay.kind not in WITHOUT_SETTING:
        take_setting(span, stay, home)
    if stay.place is None:
        at_home = stay.kind == "parents" and stay.cell == "in" and child.home is not None
        stay.place = home if at_home else find_postcode(span.dice, stay.cell, span.borough.ons, home)


def take_setting(span: Span, stay: Stay, home: Place) -> None:
    """Take up a place in a setting; accommodation that is not registered has no provider's sector."""
    for cell in ANY_CELL[stay.cell]:
        found = find_setting(span.dice, stay.kind, cell, span.borough.ons, home, tuple(SECTORS))
        if found:
            stay.cell, stay.setting = cell, found
            stay.sector = "" if stay.group == "other" else SECTORS[found.sector]
            stay.place = None if stay.kind == "adoption" else found.place
            return


def code_of(dice: Dice, child: Child, stay: Stay) -> str:
    """The SSDA903 placement code as it stood before accommodation had to be registered."""
    if stay.group == "other":
        return "Z1"
    if stay.kind == "adoption":
        return dice.weighed({"A6": 85.0, "A5": 10.0, "A4": 5.0})
    if stay.kind == "supported":
        return "P2" if dice.chance(0.05) else "H5"
    long = (stay.start - child.now.start).days > 540
    return CODES.get(stay.kind) or (LONG_TERM if long or dice.chance(0.2) else SHORT_TERM)[stay.kind]
