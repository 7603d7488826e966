"""SSDA903 episodes: stays and legal statuses cut into spells under one of each."""

from datetime import date
from typing import Final, NamedTuple

from sample_data.people import Care, Child, Stay

REGISTERED: Final = 2025
"""First return year that knows registered supported accommodation (K3) instead of H5 and P2."""
OTHER_SPLIT: Final = 2026
"""First return year that splits Z1 into Z11 to Z14."""
NO_REGISTRATION: Final = "XXXXXXX"


class Episode(NamedTuple):
    """One spell: when and why it began and ended, under which legal status, in which stay."""

    start: date
    began: str
    legal: str
    stay: Stay
    end: date | None
    ended: str
    why_moved: str


def of(care: Care) -> list[Episode]:
    """The episodes of one time in care, in order."""
    first = care.stays[0].start
    starts = sorted({stay.start for stay in care.stays} | {day for day, _ in care.legal if day > first})
    spells: list[Episode] = []
    for start, end in zip(starts, [*starts[1:], care.end], strict=True):
        stay = next(stay for stay in reversed(care.stays) if stay.start <= start)
        legal = [order for day, order in care.legal if day <= start][-1]
        why = stay.why_ended if stay.end == end else ""
        began = reason_began(care, spells, start, stay, legal)
        ended = "" if end is None else care.reason if end == care.end else "X1"
        spells.append(Episode(start, began, legal, stay, end, ended, why))
    return spells


def reason_began(care: Care, before: list[Episode], start: date, stay: Stay, legal: str) -> str:
    """The code for why an episode began."""
    if not before:
        return "S" if start == care.start else "P"
    if before[-1].stay is stay:
        return "L"
    if before[-1].legal == legal:
        return "T" if stay.same_carer else "P"
    return "U" if stay.same_carer else "B"


def code_in(stay: Stay, year: int) -> str:
    """The placement code that the return of this year knows."""
    if stay.kind == "supported" and stay.group == "supported":
        return "K3" if year >= REGISTERED else stay.code
    if stay.group == "other" and year >= OTHER_SPLIT:
        return f"Z1{1 + stay.start.toordinal() % 4}" if stay.start.toordinal() % 3 == 0 else "Z12"
    return stay.code


def urn_in(stay: Stay, year: int) -> str:
    """The registration number that the return of this year carries; some were never written down."""
    if stay.group in ("other", "parents") or stay.start.toordinal() % 89 == 0:
        return ""
    unregistered = stay.kind == "supported" and year < REGISTERED
    return NO_REGISTRATION if stay.setting is None or unregistered else stay.setting.urn


def row(child: Child, spell: Episode, year: int, last: date, space: str) -> list[object]:
    """The episode as the return of this year has it: without an end after it, `space` within the postcodes."""
    stay = spell.stay
    is_over = spell.end is not None and spell.end <= last
    ending: list[object] = [spell.end, spell.ended, spell.why_moved] if is_over else [None, "", ""]
    secret = stay.kind == "adoption" and stay.start.toordinal() % 4 == 0
    to = "" if secret or stay.place is None else stay.place.postcode
    home = child.home.postcode if child.home else ""
    what = [spell.legal, child.category, code_in(stay, year), stay.sector]
    posts = [home.replace(" ", space), to.replace(" ", space)]
    return [child.number, spell.start, spell.began, *what, *ending, *posts, urn_in(stay, year)]
