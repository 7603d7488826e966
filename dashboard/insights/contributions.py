"""Who moved a figure, in words: amounts as precise as the figures beside them, so that they add up as shown."""

from collections.abc import Mapping, Sequence
from typing import Final

from dashboard.charts.number_format import MILLION, apart, written
from dashboard.charts.number_format import step_of as step_of_one
from dashboard.data.comparisons import Estimate
from dashboard.data.contributions import BOROUGH, GROUP, PROVIDER
from dashboard.insights.wording import sure
from metrics import Metric, Unit
from metrics.dimensions.coarse_categories import OTHER
from metrics.statistics.apportionment import shared
from metrics.statistics.contributions import NOT_SHOWN, UNTOLD, Part

NAMED: Final = 3
"""Parts that are named; the others are put together."""

LEFT: Final = {NOT_SHOWN: "what is not shown", UNTOLD: "rounding"}
"""What no named part is."""

OTHERS: Final = {BOROUGH: "borough", GROUP: "group", PROVIDER: "provider"}
HEADED: Final = {BOROUGH: "by borough", GROUP: "by placement group", PROVIDER: "by provider"}


def by_whom(metric: Metric, mine: Estimate, before: Estimate, found: Mapping[str, Sequence[Part]]) -> str:
    """Say what parts added to a change, and what the others came to; nothing where no change is seen in what is shown.

    Amounts are rounded as the figures are and add up to the difference that a reader sees. A dimension most of whose
    change is not shown is left out.
    """
    step = step_of(metric, mine, before)
    whole = round(apart(mine.value or 0.0, before.value or 0.0, metric.unit) / step)
    told = [_of(metric, by, parts, whole, step) for by, parts in found.items()]
    kept = [words for words in told if words]
    if not whole or not kept or sure(mine) is None or sure(before) is None:
        return ""
    way = "rise" if whole > 0 else "fall"
    return f"The {way} of {amount(metric, abs(whole), step)} {'; '.join(kept)}."


def step_of(metric: Metric, *figures: Estimate) -> float:
    """Give the last digit that figures are shown to, in the unit; the finer where they differ."""
    return min(step_of_one(each.value or 0.0, metric.unit) for each in figures)


def amount(metric: Metric, steps: int, step: float) -> str:
    """Write so many steps of the last digit shown: `2 points`, `£0.4m`."""
    value = steps * step
    if metric.unit is Unit.PERCENT:
        return f"{value:.0f} point{'s' * (steps != 1)}"
    if step > 1:
        return f"£{value / MILLION:,.1f}m"
    return written(value, metric.unit)


def _of(metric: Metric, by: str, parts: Sequence[Part], whole: int, step: float) -> str:
    """`by borough: Brent 2, Ealing 1, the other 6 boroughs 3 in all`, in the direction of the change."""
    unshown = sum(abs(part.amount) for part in parts if part.name in LEFT)
    if 2 * unshown > sum(abs(part.amount) for part in parts):
        return ""
    way = 1 if whole > 0 else -1
    rounded = shared([part.amount * way for part in parts], abs(whole), step)
    steps = dict(zip((part.name for part in parts), rounded, strict=True))
    left = {name: steps.pop(name) for name in LEFT if name in steps}
    named = _named(steps)
    others = [count for name, count in steps.items() if name not in named]
    told = [_told(metric, _name(by, name), steps[name], step, way) for name in named]
    if others or NOT_SHOWN in left or any(left.values()):
        words = _others(by, len(others), left)
        told.append(f"{_told(metric, words, sum(others) + sum(left.values()), step, way)}{' in all' if others else ''}")
    return f"{HEADED[by]}: {', '.join(told)}" if named else ""


def _named(steps: Mapping[str, int]) -> list[str]:
    """The parts that moved it most; one that would be left alone is named too."""
    moving = [name for name in sorted(steps, key=lambda name: -abs(steps[name])) if steps[name]][:NAMED]
    return list(steps) if len(steps) == len(moving) + 1 else moving


def _name(by: str, name: str) -> str:
    if by != GROUP:
        return name
    return "other placements" if name == OTHER else f"{name[:1].lower()}{name[1:]}"


def _told(metric: Metric, name: str, steps: int, step: float, way: int) -> str:
    """Write what a part adds to the whole's change; one that went against it says so: `Harrow fell by 1`."""
    words = amount(metric, abs(steps), step).removesuffix(" points").removesuffix(" point")
    against = (" fell by" if way > 0 else " rose by") if steps < 0 else ""
    return f"{name}{against} {words}"


def _others(by: str, count: int, left: Mapping[str, int]) -> str:
    others = [f"the other {count} {OTHERS[by]}s"] if count else []
    return " and ".join(others + [LEFT[name] for name in left])
