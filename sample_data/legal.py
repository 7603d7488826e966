"""Legal statuses: what each child starts under and what the court changes, so that the stock is as published."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from sample_data.flow import Span
from sample_data.people import Child

MONTHS_UNDER_INTERIM: Final = timedelta(days=150)


def status(child: Child) -> str:
    """The latest legal status."""
    return child.now.legal[-1][1]


def begin(span: Span, staying: list[Child], passing: list[Child], *, is_stock: bool) -> None:
    """First statuses: agreement for those who arrive alone; agreement or interim order for others, to fill gaps."""
    for child in [*staying, *passing]:
        if child.is_asylum_seeking:
            child.now.legal.append((child.now.start, "V2"))
    agreed = span.aims["V2"] - sum(status(child) == "V2" for child in span.stay)
    agreed -= sum(child.is_asylum_seeking for child in staying)
    rest = [child for child in staying if not child.is_asylum_seeking]
    low, high = (0, len(rest)) if is_stock else (int(0.15 * len(rest)), int(0.85 * len(rest)))
    by_agreement = set(span.dice.some(rest, min(high, max(low, agreed))))
    for child in [*rest, *(child for child in passing if not child.is_asylum_seeking)]:
        is_agreed = child in by_agreement if child in rest else span.dice.chance(0.62)
        start_under(span, child, "V2" if is_agreed else "C1")


def start_under(span: Span, child: Child, first: str) -> None:
    """Start under agreement or an interim order; now and then the police's protection comes first, or remand."""
    start = child.now.start
    if first == "V2" and child.age(start) >= 15 and span.dice.chance(0.05):
        child.now.legal.append((start, "J1"))
    elif first == "C1" and span.dice.chance(0.05):
        child.now.legal += [(start, "L1"), (start + timedelta(days=3), "C1")]
    else:
        child.now.legal.append((start, first))


def proceed(span: Span, children: list[Child], *, is_stock: bool) -> None:
    """What the court decides in the span: placement orders, full orders, and proceedings for some agreed stays."""
    settled = [child for child in children if not child.is_asylum_seeking]
    grant(span, settled, "E1", ("C1", "C2"), youngest_first=True, is_stock=is_stock)
    ready = [child for child in settled if is_stock or long_interim(span, child)]
    surplus = sum(status(child) == "C1" for child in settled) - span.aims["C1"]
    for child in longest(child for child in ready if status(child) == "C1")[: max(0, surplus)]:
        change(span, child, "C2", is_stock=is_stock)
    grant(span, settled, "C2", ("V2",), youngest_first=False, is_stock=is_stock)


def long_interim(span: Span, child: Child) -> bool:
    """Whether an interim order has lasted long enough by the end of the span for the final one."""
    return child.now.legal[-1][0] + MONTHS_UNDER_INTERIM < span.last


def longest(children: Iterable[Child]) -> list[Child]:
    """Those with the oldest legal status first."""
    return sorted(children, key=lambda child: (child.now.legal[-1][0], child.number))


def grant(
    span: Span, children: list[Child], order: str, among: tuple[str, ...], *, youngest_first: bool, is_stock: bool
) -> None:
    """Make an order for as many more children as the aim wants, among those under the given statuses."""
    missing = span.aims[order] - sum(status(child) == order for child in children)
    eligible = [child for child in children if status(child) in among and child.now.start < span.last]
    if youngest_first:
        eligible = sorted(eligible, key=lambda c: (c.now.stay.group != "adoption", -c.born.toordinal(), c.number))
    else:
        eligible = longest(eligible)
    for child in eligible[: max(0, missing)]:
        change(span, child, order, is_stock=is_stock)


def change(span: Span, child: Child, order: str, *, is_stock: bool) -> None:
    """Put a new status on a day of the span (replacing the first one in the first stock)."""
    since = child.now.legal[-1][0]
    if is_stock:
        child.now.legal = [(child.now.start, order)]
        return
    begin_on = max(span.first, since + timedelta(days=21))
    day = span.dice.day(begin_on, span.last) if begin_on <= span.last else span.last
    if child.now.stay.group == "adoption" and child.now.stay.start >= begin_on:
        day = child.now.stay.start
    if day > since:
        child.now.legal.append((day, order))
