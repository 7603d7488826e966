"""What the grid of what is loaded says: how much is missing, and what."""

from collections.abc import Sequence
from typing import Final

from dashboard.pages.data.coverage_data import Held

NAMED: Final = 12
"""Gaps named one by one; the rest are counted."""


def gaps(held: Sequence[Held]) -> str:
    """Say how much of what is due is not there."""
    due = [each for each in held if each.state in ("loaded", "missing") and each.is_expected]
    missing = [each for each in due if each.state == "missing"]
    if not due:
        return "Nothing is loaded yet"
    if not missing:
        return f"All {len(due):,} tables that are due are loaded"
    verb = "is" if len(missing) == 1 else "are"
    return f"{len(missing):,} of {len(due):,} tables that are due {verb} missing"


def named(held: Sequence[Held]) -> list[str]:
    """Name each gap, those of one borough and year together, the newest first."""
    missing = [each for each in held if each.state == "missing"]
    kinds: dict[tuple[int, str], list[str]] = {}
    for each in sorted(missing, key=lambda each: (-each.year, each.borough)):
        kinds.setdefault((each.year, each.borough), []).append(each.title)
    every = len({each.source for each in held if each.is_expected})
    told = [
        f"{borough}, return year {year}: {'everything' if len(titles) >= every else ', '.join(titles)}"
        for (year, borough), titles in kinds.items()
    ]
    rest = len(told) - NAMED
    return [*told[:NAMED], f"and {rest} more boroughs and years"] if rest > 0 else told
