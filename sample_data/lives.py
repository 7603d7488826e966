"""The children of one borough from the first stock to the last return, span by span."""

from datetime import date, timedelta

from sample_data import backgrounds, carers, endings, flow, groups, legal, moves, whereabouts
from sample_data.aims import Aims
from sample_data.boroughs import Borough
from sample_data.carers import New
from sample_data.dice import Dice
from sample_data.flow import Span
from sample_data.newcomers import Newcomers
from sample_data.people import Child, Stay, earliest


def live(borough: Borough, aims: list[Aims]) -> list[Child]:
    """Every child looked after since the day before the first return, in order of number."""
    newcomers = Newcomers(Dice(f"{borough.code} newcomers"))
    stock: list[Child] = []
    everyone: dict[int, Child] = {}
    for turn, aim in enumerate(aims):
        span = Span(borough, aim, Dice(f"{borough.code} {aim.last}"))
        stock = step(span, newcomers, stock, is_stock=turn == 0)
        everyone |= {child.number: child for child in [*stock, *newcomers.passed]}
    return sorted(everyone.values(), key=lambda child: child.number)


def step(span: Span, newcomers: Newcomers, stock: list[Child], *, is_stock: bool) -> list[Child]:
    """Take the stock through one span and give back the stock at its end."""
    flow.plan(span, stock)
    staying = newcomers.join(span, span.joining, is_stock=is_stock)
    passing = newcomers.join(span, span.passing, is_stock=False)
    newcomers.passed = passing
    backgrounds.dress(span, staying, passing)
    legal.begin(span, staying, passing, is_stock=is_stock)
    span.kept = [*span.stay, *staying]
    rearrange(span, staying, is_stock=is_stock)
    span.leaving += [(child, leaving_day(span, child)) for child in passing]
    for child, day in span.leaving:
        unsettle(span, child, day)
    legal.proceed(span, span.kept, is_stock=is_stock)
    find_places(span)
    for child, day in span.leaving:
        endings.leave(span.dice, child, day)
    newcomers.former += [child for child, _ in span.leaving if child.now.reason in ("E4A", "E4B")]
    return span.kept


def rearrange(span: Span, staying: list[Child], *, is_stock: bool) -> None:
    """Bring the children who stay into the groups they end in; the first stock is in them from the start."""
    final = groups.settle(span, span.kept)
    if not is_stock:
        moves.make(span, final, moves.plan(span, final, staying))
        return
    for child, group in final.items():
        stay = child.now.stay
        stay.group = group
        may = earliest(child, group)
        if stay.start < may or span.dice.chance(0.55):
            stay.start = span.dice.day(max(stay.start, may), span.last)


def leaving_day(span: Span, child: Child) -> date:
    """When a child who started in the span leaves again: at 18, or after some days."""
    if child.age(span.last) >= 18:
        return child.eighteenth
    return span.dice.day(min(span.last, child.now.start + timedelta(days=3)), span.last)


def unsettle(span: Span, child: Child, day: date) -> None:
    """A move before leaving, for some."""
    begin, end = max(span.first, child.now.stay.start + timedelta(days=7)), day - timedelta(days=7)
    if begin < end and child.now.stay.group != "adoption" and span.dice.chance(0.1):
        old = child.now.stay
        old.end, old.why_ended = span.dice.day(begin, end), span.dice.weighed(moves.WHY)
        child.now.stays.append(Stay(old.end, old.group))


def find_places(span: Span) -> None:
    """Cells, carers and postcodes for every stay planned in the span."""
    whereabouts.spread(span, span.kept)
    last = {id(child.now.stay) for child in span.kept}
    children = [*span.kept, *(child for child, _ in span.leaving)]
    planned = [(child, stay) for child in children for stay in child.now.stays if stay.place is None]
    whereabouts.scatter(span, [stay for _, stay in planned])
    carers.place_all(span, [New(child, stay, id(stay) in last) for child, stay in planned])
    for child in children:
        for stay in child.now.stays:
            stay.code = stay.code or carers.code_of(span.dice, child, stay)
