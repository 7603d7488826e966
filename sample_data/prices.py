"""What each placement costs a week, and who pays: by need, age, distance and provider, lifted every April."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from sample_data.dice import Dice
from sample_data.people import Child, Stay
from sample_data.planted import OUTLIERS, UNEQUAL

PRICED_ON: Final = date(2025, 3, 31)
WEEKLY: Final = {
    "kin": 420, "inhouse": 560, "ifa": 1080, "home": 6300, "secure": 8500, "supported": 1450, "other": 1750,
    "school": 5200, "motherbaby": 3400, "carehome": 3100, "parents": 55, "adoption": 90,
}  # fmt: skip
"""Mean weekly cost aimed at for placements open on 31 March 2025 (GBP; see README.md)."""

LASTING: Final = date(2026, 9, 30)
"""A price that stands out does so until the last return."""

SHARE_PRICED: Final = {"kin": 0.93, "inhouse": 0.95, "parents": 0.7, "adoption": 0.8}
NEED_SLOPE: Final = {"kin": 0.1, "inhouse": 0.35, "ifa": 0.4, "home": 0.75, "supported": 0.5, "other": 0.5}
UPLIFT: Final = {2022: 0.03, 2023: 0.05, 2024: 0.065, 2025: 0.055, 2026: 0.045, 2027: 0.04}
EXTRA_UPLIFT: Final = {"home": 0.025, "school": 0.015, "secure": 0.02}


def kind(stay: Stay) -> str:
    """The kind of care that is priced: accommodation that is not registered apart from that which is."""
    return "other" if stay.group == "other" else stay.kind


def level(what: str, year: int) -> float:
    """Price level of a return year, where 2025 is 1."""
    found = 1.0
    for each, rise in UPLIFT.items():
        lift = 1 + rise + EXTRA_UPLIFT.get(what, 0.0)
        found *= lift if 2025 < each <= year else 1 / lift if year < each <= 2025 else 1
    return found


def ask(borough: str, child: Child, stay: Stay, since: date) -> float:
    """A price before it is levelled to the aim, agreed with the carer `since`; zero where there is none."""
    what = kind(stay)
    dice = Dice(f"price {borough} {child.number} {since}")
    if what not in WEEKLY or not dice.chance(SHARE_PRICED.get(what, 0.99)):
        return 0.0
    need = 1 + NEED_SLOPE.get(what, 0.3) * (child.need - 0.42)
    age = 1 + 0.012 * (child.age(since) - 10) if what in ("kin", "inhouse", "ifa", "home") else 1.0
    far = 1.06 if stay.cell == "far" and what in ("ifa", "home") else 1.0
    provider = stay.setting.provider if stay.setting else ""
    usual = Dice(f"rates of {provider}").near(1.0, 0.06) if what not in ("kin", "inhouse") else 1.0
    like = min(1.7, max(0.66, need * age * far * usual * dice.near(1.0, 0.05)))
    return like * UNEQUAL.get((provider, borough), 1.0)


def set_prices(everyone: dict[str, list[Child]]) -> None:
    """Give every stay its weekly cost at the prices of 2024-25, so that the means come out as aimed."""
    for code, children in everyone.items():
        ask_all(code, children)
    stays = [stay for children in everyone.values() for _, stay in stays_of(children)]
    for what, aim in WEEKLY.items():
        priced = [stay for stay in stays if kind(stay) == what]
        factor = aim / mean([stay.weekly for stay in priced if stay.is_open(PRICED_ON)])
        for stay in priced:
            stay.weekly *= factor
    for code, factor in OUTLIERS.items():
        make_outlier(everyone[code], factor)


def ask_all(code: str, children: Iterable[Child]) -> None:
    """Ask a price for each stay of a borough's children; the price stays while the carer does."""
    for child in children:
        for care in child.care:
            since = care.start
            for stay in care.stays:
                since = since if stay.same_carer else stay.start
                stay.weekly = ask(code, child, stay, since)


def stays_of(children: Iterable[Child]) -> list[tuple[Child, Stay]]:
    """Every stay with the child whose it is."""
    return [(child, stay) for child in children for care in child.care for stay in care.stays]


def mean(values: list[float]) -> float:
    """Mean of those that are priced."""
    priced = [value for value in values if value]
    return sum(priced) / len(priced) if priced else 1.0


def make_outlier(children: list[Child], factor: float) -> None:
    """Raise the price of the least needy child in a children's home far above what the need explains."""
    homes = [(c, s) for c, s in stays_of(children) if s.kind == "home" and s.weekly and s.is_open(PRICED_ON)]
    staying = [(c, s) for c, s in homes if s.end is None or s.end > LASTING] or homes
    _, stay = min(staying, key=lambda pair: (pair[0].need, pair[0].number))
    stay.weekly *= factor
