"""What every finding is made of: whether two figures differ, a figure in its unit, names in a list, a short title."""

from collections.abc import Sequence
from functools import lru_cache
from math import copysign, hypot
from typing import Final

import polars as pl
from scipy import special

from dashboard.charts.number_format import written
from dashboard.data.cache import kept
from dashboard.data.comparisons import Estimate, is_judged
from metrics import Metric
from metrics.engine.coverage import PROVISIONAL

LONGEST: Final = 12
"""Words in a title."""

CHANCE: Final = 0.01
"""How often a title may claim a difference that is none."""


def listed(names: Sequence[str]) -> str:
    """List up to two names; more are counted. A comma parts names that hold an "and" of their own."""
    if len(names) > 2:
        return f"{len(names)} boroughs"
    return (", " if any(" and " in name for name in names) else " and ").join(names)


def figure_of(series: str, row: dict[str, object]) -> Estimate:
    """Read a figure from a row of figures."""
    value, lower, upper, n = (_number(row.get(name)) for name in ("value", "lower", "upper", "n"))
    mark = row.get("mark")
    return Estimate(series, value, lower, upper, n, mark if isinstance(mark, str) else None)


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def said(metric: Metric, figure: Estimate) -> str:
    """Write a figure in its unit."""
    return written(figure.value, metric.unit, figure.mark)


def short(*wordings: str) -> str:
    """Give the first wording of at most twelve words, else the last cut short."""
    fits = next((words for words in wordings if len(words.split()) <= LONGEST), None)
    return fits or " ".join(wordings[-1].split()[:LONGEST])


def direction(mine: Estimate, other: Estimate, among: int = 1) -> int:
    """Give 1 or -1 when two figures differ beyond chance, else 0.

    Judged by an interval of the difference, made of how far each figure's own reaches towards the other, at 99%: a page
    has some ten such titles, and is to make a false one at most one time in ten. `among` is how many differences the
    title picks from: it is made at that much less chance (Bonferroni). Figures of partly the same children vary
    together, so that this asks for more than is needed. Where neither has an interval nothing is claimed. Source: Zou
    and Donner (2008), Statistics in Medicine 27, 1693 to 1702.
    """
    if mine.value is None or other.value is None or not is_judged(mine, other):
        return 0
    apart = mine.value - other.value
    arms = (_arm(mine, up=apart < 0), _arm(other, up=apart > 0))
    known = [arm for arm in arms if arm is not None]
    if not known or not apart:
        return 0
    return int(copysign(abs(apart) > _wider(among) * hypot(*known), apart))


@lru_cache
def _wider(among: int) -> float:
    """Give how much wider than one of 95% an interval is that leaves a title within its chance."""
    return float(special.ndtri(1 - CHANCE / 2 / max(among, 1)) / special.ndtri(0.975))


def _arm(figure: Estimate, *, up: bool) -> float | None:
    """Give how far a figure's 95% interval reaches from it, up or down."""
    end = figure.upper if up else figure.lower
    return None if end is None or figure.value is None else abs(end - figure.value)


def have_ranges(*figures: Estimate) -> bool:
    """Without ranges (a total, a release that keeps them back) nothing is said of a difference, not even none.

    Nor is it where a figure is provisional.
    """
    return all(figure.lower is not None and figure.mark != PROVISIONAL for figure in figures)


def sure(figure: Estimate) -> float | None:
    """Give the value of a figure of which something may be claimed; None where it is provisional."""
    return None if figure.mark == PROVISIONAL else figure.value


def without(figure: Estimate) -> str:
    """Name the boroughs that a figure and the one it is held against leave out: `both without Ealing`; else nothing."""
    if not figure.without:
        return ""
    *others, last = figure.without
    return f"both without {', '.join(others)} and {last}" if others else f"both without {last}"


def beside(metric: Metric, mine: Estimate, before: Estimate) -> str:
    """Write an earlier figure by its name: `A year before 20%`; `..., now 18%, both without Ealing` of fewer."""
    name = f"{before.series[:1].upper()}{before.series[1:]} {said(metric, before)}"
    return f"{name} (now {said(metric, mine)}, {without(before)})" if before.without else name


NONE: Final = "No children to show"
TOO_FEW: Final = "Too few children to say"


def unsaid(rows: pl.DataFrame) -> str:
    """Say why nothing is said."""
    return NONE if rows.is_empty() else TOO_FEW


@kept(500)
def largest_group(rows: pl.DataFrame) -> str:
    """Name the group with the most children. The first column holds the groups; value is their number."""
    seen = rows.filter(pl.col("value").is_not_null()).sort("value", descending=True)
    if seen.is_empty() or not seen["value"][0]:
        return TOO_FEW
    return short(f"{seen[0, 0]}: {seen['value'][0]:,.0f} children, the largest group")
