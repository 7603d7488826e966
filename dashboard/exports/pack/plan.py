"""What a pack says of a theme, as pages declare it: their figures, the measures of its table, and what both rest on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dashboard.figure import Part
from dashboard.filters.selection import Selection
from metrics import Theme


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The figures of a theme in their order, the measures of its table, and a sentence on what they rest on."""

    figures: Callable[[Selection], tuple[Part, ...]]
    measures: tuple[str, ...]
    rests_on: Callable[[Selection], tuple[str, ...]] = lambda _: ()


Plans = Mapping[Theme, Plan]
