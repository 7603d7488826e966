"""Moves within a span: those that bring a child to another group, and those that merely unsettle."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from sample_data.flow import Span
from sample_data.groups import RECODED, is_settled
from sample_data.people import SECTORS, Child, Stay, earliest

LONG_IN_CARE: Final = timedelta(days=913)
LONG_IN_PLACE: Final = timedelta(days=730)
WHY: Final = {
    "CARPL": 46.0, "CREQB": 14.0, "CREQO": 9.0, "CHILD": 7.0, "LAREQ": 8.0,
    "STAND": 4.0, "CLOSE": 4.0, "ALLEG": 2.0, "APPRR": 1.0, "OTHER": 5.0,
}  # fmt: skip


def unrest(child: Child, day: date) -> float:
    """How likely a child is to move often."""
    fresh = 1.6 if (day - child.now.start).days < 365 else 1.0
    place = {"homes": 1.8, "supported": 0.9, "adoption": 0.05, "parents": 0.3}.get(child.now.stay.group, 1.0)
    settled = 0.08 if is_settled(child, day) else 0.25 if fresh == 1.0 and child.age(day) < 16 else 1.0
    return place * fresh * (0.3 + child.need) * settled


def plan(span: Span, final: dict[Child, str], newcomers: Sequence[Child]) -> dict[Child, int]:
    """How many moves each child makes in the span: enough for its new group, then as many as published move often."""
    new = {child.number for child in newcomers}
    moves = {child: int(needs_move(span, child, group, new)) for child, group in final.items()}
    kept = keep_settled(span, moves)
    weights = [(child, 0.0 if child in kept else unrest(child, span.last) + moves[child]) for child in moves]
    restless = span.dice.likeliest(weights, span.aims["three"])
    for child in restless:
        moves[child] = max(moves[child], 2 + int(4 * span.dice.share() ** 4))
    for child, weight in weights:
        if moves[child] == 0 and span.dice.chance(0.07 * weight * span.aims.years):
            moves[child] = 1
    return moves


def needs_move(span: Span, child: Child, group: str, new: set[int]) -> bool:
    """Whether the new group takes a move; three quarters of newcomers go straight to theirs."""
    stay = child.now.stay
    if stay.group == group or is_recoded(span, child, group):
        return False
    if child.number in new and stay.start >= earliest(child, group) and span.dice.chance(0.75):
        stay.group = group
        return False
    return True


def is_recoded(span: Span, child: Child, group: str) -> bool:
    """Whether the child stays put and only the code changes, as supported accommodation is registered or not."""
    stay = child.now.stay
    if (stay.group, group) == ("supported", "other"):
        return span.first <= RECODED <= span.last and stay.start < RECODED
    return (stay.group, group) == ("other", "supported") and span.first > RECODED


def keep_settled(span: Span, moves: dict[Child, int]) -> set[Child]:
    """The children long in care who must not move, so that as many are in stable placements as published."""
    long_in_care = [c for c in moves if c.age(span.last) < 16 and c.now.start <= span.last - LONG_IN_CARE]
    since = span.last - LONG_IN_PLACE
    stable = [child for child in long_in_care if not moves[child] and child.now.with_carer_since <= since]
    surplus = len(stable) - round(len(long_in_care) * span.aims["stable"] / 100)
    for child in span.dice.likeliest([(child, 0.2 + child.need) for child in stable], surplus):
        moves[child] = 1
    return {child for child in stable if not moves[child]}


def make(span: Span, final: dict[Child, str], moves: dict[Child, int]) -> None:
    """Put the moves on days of the span and lay down the stays."""
    for child, group in final.items():
        becomes_long = not moves[child] and is_settling(span, child) and span.dice.chance(0.06)
        if is_recoded(span, child, group) or becomes_long:
            recode(span, child, group)
        else:
            move(span, child, group, moves[child])


def is_settling(span: Span, child: Child) -> bool:
    """Whether a foster placement may be made long term: in place before the span and 18 months in care."""
    stay = child.now.stay
    is_known = stay.kind != "" and stay.start < span.first and not stay.same_carer
    return stay.group == "foster" and is_known and (span.first - child.now.start).days > 540


def recode(span: Span, child: Child, group: str) -> None:
    """The same carer under another code: from registration day on, or once the placement is made long term."""
    old = child.now.stay
    day = RECODED if group == "other" else span.dice.day(max(span.first, old.start + timedelta(days=7)), span.last)
    old.end, old.why_ended = day, "PLACE"
    kept = Stay(day, group, kind=old.kind, cell=old.cell, place=old.place, setting=old.setting, same_carer=True)
    if group != "other":
        kept.sector = old.sector or (SECTORS[old.setting.sector] if old.setting else "")
    child.now.stays.append(kept)


def move(span: Span, child: Child, group: str, count: int) -> None:
    """So many moves on different days, the last of which at the latest brings the child to its new group."""
    begin = max(span.first, child.now.stay.start + timedelta(days=2))
    days = sorted(span.dice.some(range((span.last - begin).days + 1), count))
    may = (earliest(child, group) - begin).days
    if days and days[-1] < may:
        days[-1] = span.dice.between(may, (span.last - begin).days)
    turn = span.dice.between(sum(day < may for day in days), len(days) - 1) if days else 0
    if not days:
        child.now.stay.group = group
    for place, offset in enumerate(days):
        old = child.now.stay
        old.end, old.why_ended = begin + timedelta(days=offset), span.dice.weighed(WHY)
        child.now.stays.append(Stay(old.end, group if place >= turn else old.group))
