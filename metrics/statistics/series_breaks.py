"""Breaks in series: from when figures of some metrics count something else. Limits, trends, forecasts begin again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True)
class Break:
    """The end of the first month counted the new way, why in words for a chart, and the metrics that it breaks."""

    month: date
    words: str
    slugs: frozenset[str]


REGISTERED: Final = Break(
    date(2023, 10, 31),
    "Supported accommodation registered:\nbreak in series, October 2023",
    frozenset({"supported_accommodation", "other_placements", "placement_share"}),
)
"""Supported accommodation for 16 and 17 year olds must be registered with Ofsted from 28 October 2023 (Supported
Accommodation (England) Regulations 2023): children are counted there who were counted elsewhere before."""

BREAKS: Final = (REGISTERED,)


def breaks_of(slug: str) -> tuple[Break, ...]:
    """Give the breaks in a metric's series, in time order."""
    return tuple(each for each in BREAKS if slug in each.slugs)


def unbroken(slug: str, days: Sequence[date]) -> int:
    """Give the place of the first day from which no break parts the series from its latest day."""
    latest = days[-1] if days else date.min
    parted = [each.month for each in breaks_of(slug) if each.month <= latest]
    return sum(day < max(parted) for day in days) if parted else 0
