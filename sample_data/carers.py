"""With whom: the kind of carer, the provider's sector, the setting and the postcode of each new stay."""

from collections import Counter
from functools import cache
from typing import Final, NamedTuple

from sample_data.dice import Dice
from sample_data.flow import Span
from sample_data.people import Child, Stay
from sample_data.places import Place, Setting, find_postcode, find_setting, middle, settings

SECTORS: Final = {"Local authority": "PR1", "Private": "PR4", "Voluntary": "PR5"}
KIN_SHARE: Final = 0.19
"""Share of foster placements with a relative or friend."""

WITHOUT_SETTING: Final = {"hospital": "PR3", "custody": "PR3", "parents": "PR0"}
ANY_CELL: Final = {"in": ("in", "near", "far"), "near": ("near", "in", "far"), "far": ("far", "near", "in")}


class New(NamedTuple):
    """A stay that has just been planned, whose it is, and whether it lasts to the end of the span."""

    child: Child
    stay: Stay
    is_last: bool


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
            place_in_setting(span, child, stay)
    fostered = [row for row in new if row.stay.group == "foster"]
    split_foster(span, fostered)
    for child, stay, _ in fostered:
        place_in_family(span, child, stay)


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


def split_foster(span: Span, fostered: list[New]) -> None:
    """Relatives, the borough's own carers and agencies, in the numbers that bring the sectors to the aim."""
    last = [row for row in fostered if row.is_last]
    settled = Counter(child.now.stay.sector for child in span.kept)
    own = span.aims["own"] - settled["PR1"]
    voluntary = span.aims["voluntary"] - settled["PR5"]
    other_authority = span.aims["otherla"] - settled["PR2"]
    order = sorted(last, key=lambda row: cost_of_care(span.dice, row))
    sectors = ["PR1"] * max(0, own) + ["PR2"] * max(0, other_authority) + ["PR5"] * max(0, voluntary)
    sectors += ["PR4"] * len(order)
    for row, sector in zip(order, sectors, strict=False):
        row.stay.sector = sector
    split_passing(span, [row for row in fostered if not row.is_last])
    split_kin(span, fostered)


def cost_of_care(dice: Dice, row: New) -> float:
    """Order in which the borough's own carers take children: few needs and near first."""
    return row.child.need + {"in": 0.0, "near": 0.1, "far": 0.45}[row.stay.cell] + dice.near(0, 0.25)


def split_passing(span: Span, fostered: list[New]) -> None:
    """Sectors of foster stays that end within the span, by the aim's shares."""
    shares = {"PR1": 0.9 * span.aims["own"], "PR4": 0.52 * span.aims["private"], "PR5": 0.4 * span.aims["voluntary"]}
    for row in fostered:
        row.stay.sector = span.dice.weighed(shares)


def split_kin(span: Span, fostered: list[New]) -> None:
    """Of the borough's own foster stays, some are with relatives or friends; agencies' stays are the agency's."""
    have = sum(child.now.stay.kind == "kin" for child in span.kept)
    own = [row for row in fostered if row.stay.sector == "PR1"]
    family = [row for row in own if not row.child.is_asylum_seeking and row.is_last]
    missing = round(KIN_SHARE * span.aims["foster"]) - have
    kin = {id(row.stay) for row in span.dice.some(family, missing)}
    for _, stay, is_last in fostered:
        in_house = stay.sector in ("PR1", "PR2")
        with_kin = id(stay) in kin or (stay.sector == "PR1" and not is_last and span.dice.chance(0.2))
        stay.kind = "kin" if with_kin else "inhouse" if in_house else "ifa"


def place_in_family(span: Span, child: Child, stay: Stay) -> None:
    """A foster home in the cell, and the service or agency that approved the carers."""
    home = child.home or middle(span.borough.ons)
    stay.place = find_postcode(span.dice, stay.cell, span.borough.ons, home)
    stay.setting = own_service(span.borough.ons)
    if stay.kind == "ifa":
        wanted = "Voluntary" if stay.sector == "PR5" else "Private"
        stay.setting = span.dice.weighed({s: w for s, w in agencies(span.borough.ons) if s.sector == wanted})


@cache
def own_service(area: str) -> Setting:
    """The borough's own fostering service."""
    return next(s for s in settings() if s.kind == "inhouse" and s.place.area == area)


@cache
def agencies(area: str) -> tuple[tuple[Setting, float], ...]:
    """The fostering agencies and how readily the borough turns to each."""
    dice = Dice(f"agencies of {area}")
    return tuple((s, s.places * (0.25 + dice.share())) for s in settings() if s.kind == "ifa")


CODES: Final = {
    "home": "K2", "secure": "K1", "school": "S1", "motherbaby": "R3", "carehome": "R1", "hospital": "R2",
    "custody": "R5", "parents": "P1", "supported": "H5",
}  # fmt: skip
LONG_TERM: Final = {"kin": "U1", "inhouse": "U4", "ifa": "U4"}
SHORT_TERM: Final = {"kin": "U3", "inhouse": "U6", "ifa": "U6"}


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
