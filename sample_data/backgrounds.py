"""Who the newcomers are: sex, category of need, ethnicity and home, handed out so that the stock looks as published."""

from collections import Counter
from collections.abc import Mapping

from sample_data.aims import CATEGORIES
from sample_data.boroughs import ARRIVALS, ETHNIC_CODES, Borough
from sample_data.dice import Dice
from sample_data.flow import Span
from sample_data.people import Child
from sample_data.places import pool


def dress(span: Span, staying: list[Child], passing: list[Child]) -> None:
    """Give the newcomers a background: those who stay fill the gaps in the stock, the others follow its mix."""
    staying, passing = ([c for c in some if len(c.care) == 1] for some in (staying, passing))
    for child in [*staying, *passing]:
        child.ethnic = ethnic(span.dice, span.borough, is_asylum=child.is_asylum_seeking)
    fill_sex(span, staying, passing)
    fill_category(span, staying, passing)
    fill_home(span, staying, passing)


def ethnic(dice: Dice, borough: Borough, *, is_asylum: bool) -> str:
    """An SSDA903 ethnic code, by the mix of the borough or of those who arrive alone."""
    if is_asylum:
        return dice.weighed(ARRIVALS)
    mix = {name: float(getattr(borough, name)) for name in ETHNIC_CODES}
    return dice.weighed(ETHNIC_CODES[dice.weighed(mix)])


def fill(dice: Dice, children: list[Child], wanted: Mapping[str, int]) -> list[tuple[Child, str]]:
    """Hand out values so that as many children get each as are wanted, as far as there are children."""
    left = {value: max(0, number) + 0.001 for value, number in wanted.items()}
    given: list[tuple[Child, str]] = []
    for child in dice.some(children, len(children)):
        value = dice.weighed(left)
        left[value] = max(0.001, left[value] - 1)
        given.append((child, value))
    return given


def fill_sex(span: Span, staying: list[Child], passing: list[Child]) -> None:
    """Sex: nearly all unaccompanied asylum-seeking children are boys; the rest fill the published count."""
    for child in [*staying, *passing]:
        if child.is_asylum_seeking:
            child.sex = "F" if span.dice.chance(0.06) else "M"
    rest = [child for child in staying if not child.is_asylum_seeking]
    girls = span.aims["female"] - sum(c.sex == "F" for c in [*span.stay, *staying] if c not in rest)
    for child, sex in fill(span.dice, rest, {"F": girls, "M": len(rest) - girls}):
        child.sex = sex
    for child in passing:
        if not child.is_asylum_seeking:
            child.sex = "F" if span.dice.chance(0.47) else "M"


def fill_category(span: Span, staying: list[Child], passing: list[Child]) -> None:
    """Category of need: absent parenting for unaccompanied asylum-seeking children; the rest as published."""
    for child in [*staying, *passing]:
        child.category = "N8"
    have = Counter(child.category for child in span.stay)
    have["N8"] += sum(child.is_asylum_seeking for child in staying)
    rest = [child for child in staying if not child.is_asylum_seeking]
    gaps = {name: span.aims[name] - have[name] for name in CATEGORIES}
    usual = {name: span.aims[name] for name in CATEGORIES if name != "N8"}
    others = [child for child in passing if not child.is_asylum_seeking]
    for child, category in [*fill(span.dice, rest, gaps), *fill(span.dice, others, usual)]:
        child.category = category


def fill_home(span: Span, staying: list[Child], passing: list[Child]) -> None:
    """Home postcode: none for unaccompanied asylum-seeking children, and for as many more as published."""
    unknown = span.aims["in_unknown"] + span.aims["out_unknown"]
    unknown -= sum(child.home is None for child in span.stay)
    settled = [child for child in [*staying, *passing] if not child.is_asylum_seeking]
    homes = {child.now.start: span.dice.pick(pool()[span.borough.ons]) for child in settled}
    for child in settled:
        child.home = homes[child.now.start]
    unknown -= sum(child.is_asylum_seeking for child in staying)
    for child in span.dice.some([child for child in settled if child in staying], unknown):
        child.home = None
