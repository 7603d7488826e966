"""Foster care: relatives, the borough's own carers and agencies, so that the sectors come out as published."""

from collections import Counter
from functools import cache
from typing import Final, NamedTuple

from sample_data.dice import Dice
from sample_data.flow import Span
from sample_data.people import Child, Stay
from sample_data.places import Setting, find_postcode, middle, settings
from sample_data.planted import favour

KIN_SHARE: Final = 0.19
"""Share of foster placements with a relative or friend."""


class New(NamedTuple):
    """A stay that has just been planned, whose it is, and whether it lasts to the end of the span."""

    child: Child
    stay: Stay
    is_last: bool


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
    return tuple(
        (s, s.places * (0.25 + dice.share()) * favour(s.provider, area)) for s in settings() if s.kind == "ifa"
    )
