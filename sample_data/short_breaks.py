"""Children in series of short breaks (V3, V4), whom the published counts leave out."""

from collections.abc import Iterable
from datetime import date, timedelta

from sample_data.boroughs import Borough
from sample_data.dice import Dice
from sample_data.people import Care, Child, Stay
from sample_data.places import middle, pool, settings


def make(borough: Borough, first_number: int) -> list[Child]:
    """Four children with an agreement for a series, and one whose breaks are each recorded."""
    dice = Dice(f"short breaks {borough.code}")
    children = [child(dice, borough, first_number + place) for place in range(5)]
    for each in children[:4]:
        begin = dice.day(date(2019, 6, 1), date(2024, 6, 1))
        each.care.append(care(dice, borough, begin, begin + timedelta(days=dice.between(700, 1900)), "V4"))
    visits = (
        dice.day(date(year, month, 1), date(year, month, 25)) for year in range(2021, 2026) for month in (5, 8, 11)
    )
    children[4].care += breaks(dice, borough, visits)
    return children


def child(dice: Dice, borough: Borough, number: int) -> Child:
    """A disabled child of the borough, of school age throughout."""
    born = dice.day(date(2011, 1, 1), date(2014, 12, 31))
    found = Child(number, born, is_asylum_seeking=False, need=0.7, category="N2", has_plan=True)
    found.sex, found.home = dice.pick("MF"), dice.pick(pool()[borough.ons])
    return found


def breaks(dice: Dice, borough: Borough, days: Iterable[date]) -> list[Care]:
    """Weekends, each an episode of its own."""
    return [care(dice, borough, day, day + timedelta(days=3), "V3") for day in days]


def care(dice: Dice, borough: Borough, start: date, end: date, legal: str) -> Care:
    """Time with the borough's own carers near home."""
    service = next(s for s in settings() if s.kind == "inhouse" and s.place.area == borough.ons)
    place = dice.pick(pool()[middle(borough.ons).area])
    stay = Stay(start, "foster", end, kind="inhouse", code="U6", sector="PR1", cell="in", place=place, setting=service)
    over = end if end <= date(2026, 9, 30) else None
    stay.end = over
    return Care(start, [stay], [(start, legal)], over, "E8" if over else "")
