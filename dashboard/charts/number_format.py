"""Numbers as people read them: one precision a unit wherever a figure is said, never more than it supports."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from metrics.card import Unit
from metrics.statistics.apportionment import shared

MARKS: Final = {
    "[c]": "hidden to protect children's identities or providers' prices",
    "[x]": "not available",
    "[z]": "not applicable",
    "[low]": "rounds to zero",
    "[u]": "unreliable: five children or fewer",
    "[p]": "provisional",
    "[b]": "break in series",
    "[e]": "estimated",
    "[r]": "revised",
    "[f]": "forecast",
}
"""Government shorthand (Government Analysis Function), in the words of the legend."""

MILLION: Final = 1_000_000.0
TENTH: Final = 0.1

MONEY: Final = (Unit.POUNDS, Unit.POUNDS_A_WEEK)
WHOLE: Final = (Unit.CHILDREN, Unit.INCIDENTS)


def written(value: float | None, unit: Unit, mark: str | None = None) -> str:
    """Write a value with its unit, or the mark that stands for it: `64%`, `GBP 1,204` as `£1,204`, `[c]`."""
    if value is None:
        return mark or "[x]"
    text = _number(value, unit)
    return f"{text} {mark}" if mark else text


def _number(value: float, unit: Unit) -> str:
    if unit is Unit.PERCENT:
        return f"{value:.0f}%"
    if unit in MONEY:
        return pounds(value)
    return f"{value:,.0f}" if unit in WHOLE else f"{value:,.1f}"


def pounds(value: float) -> str:
    """Write pounds: whole below a million, then in millions."""
    if abs(value) >= 1_000_000:
        return f"{'-' if value < 0 else ''}£{abs(value) / 1_000_000:,.1f}m"
    return f"{'-' if value < 0 else ''}£{abs(value):,.0f}"


def step_of_pounds(value: float) -> float:
    """Give the last digit that pounds are shown to."""
    return MILLION * TENTH if abs(value) >= MILLION else 1.0


def signed(value: float, unit: Unit) -> str:
    """Write a difference with its sign: `+£404`, `-£165`; one that rounds to nothing has none."""
    zero = _number(0.0, unit)
    if _number(abs(value), unit) == zero:
        return zero
    return f"{'+' if value > 0 else ''}{_number(value, unit)}"


def adding_up(parts: Sequence[float], whole: float, unit: Unit) -> list[float]:
    """Round parts so that, as they are shown, they add up to the whole as it is shown."""
    step = step_of(whole, unit)
    return [count * step for count in shared(parts, round(whole / step), step)]


def as_shown(value: float, unit: Unit) -> float:
    """Give the number that a reader sees, so that differences are of what is shown."""
    return round(value / step_of(value, unit)) * step_of(value, unit)


def apart(later: float, earlier: float, unit: Unit) -> float:
    """Give the difference of two figures as they are shown."""
    return as_shown(later, unit) - as_shown(earlier, unit)


def step_of(value: float, unit: Unit) -> float:
    """Give the last digit that a value is shown to, in its unit."""
    if unit in MONEY:
        return step_of_pounds(value)
    return 1.0 if unit in WHOLE or unit is Unit.PERCENT else TENTH


def axis_format(unit: Unit) -> str:
    """Give the Vega expression that labels an axis in the unit."""
    if unit is Unit.PERCENT:
        return "format(datum.value, '~r') + '%'"
    if unit in MONEY:
        return "(datum.value < 0 ? '-' : '') + '£' + replace(format(abs(datum.value), '~s'), 'G', 'bn')"
    return "format(datum.value, ',~r')" if unit in WHOLE else "format(datum.value, '~r')"


def day(when: date) -> str:
    """Write a day: 30 September 2026."""
    return f"{when.day} {when:%B %Y}"


def month(when: date) -> str:
    """Write a month: Sep 2026."""
    return f"{when:%b %Y}"
