"""What was measured, as tables for the document."""

from collections.abc import Mapping, Sequence
from typing import Final

from bench import users
from bench.scales import Cost, Ratio, Timed

SMALL: Final = 0.1
"""Less is told by its first two digits."""


def table(told: Sequence[Ratio]) -> str:
    """Give the ratios with their goals."""
    return lines("what | measured | goal", [f"{each.name} | {_times(each.value)} | {_goal(each)}" for each in told])


def _times(value: float) -> str:
    return f"{value:.2f}x" if value >= SMALL else f"{value:.2g}x"


def _goal(each: Ratio) -> str:
    return "" if each.goal is None else f"at most {each.goal:.3g}x, {'met' if each.is_met else 'missed'}"


def suite(found: Sequence[Timed]) -> str:
    """Give the milliseconds of every question."""
    rows = [
        f"{e.scale} | {e.rows:,} | {e.query.name} | {_both(e.product)} | {_both(e.duckdb)} | {_both(e.pandas)}"
        for e in found
    ]
    return lines("scale | episodes | question | product, ms of processor time (by the clock) | DuckDB | pandas", rows)


def _both(cost: Cost) -> str:
    return f"{cost.busy:,.1f} ({cost.clock:,.1f})"


def loaded(rows: int, files: int, rates: Mapping[str, float]) -> str:
    """Give the rate at which a return is read, stored, and merely parsed."""
    told = [f"{name} | {rows / rate * 1000:,.0f} | {rate:,.0f}" for name, rate in rates.items()]
    return lines(f"{rows:,} rows in {files} CSV files | ms by the clock | rows a second", told)


def pages(sent: Sequence[users.Sent]) -> str:
    """Give what every page sends."""
    rows = [f"{each.page} | {_bytes(each.first)} | {_bytes(each.change) if each.change else '-'}" for each in sent]
    return lines("page | first visit, KB sent (plain) | filter change", rows)


def _bytes(run: users.Run) -> str:
    return f"{run.on_the_wire / 1000:.0f} ({run.sent / 1000:.0f})"


def crowded(crowds: Sequence[users.Crowd]) -> str:
    """Give how long filter changes take by the number of users."""
    rows = [
        f"{e.users} | {len(e.seconds)} | {e.p50 * 1000:,.0f} | {e.p95 * 1000:,.0f} | {e.errors} | {e.memory:,.0f}"
        for e in crowds
    ]
    return lines("users | changes | p50, ms | p95, ms | errors | server's memory, MB", rows)


def lines(headings: str, rows: Sequence[str]) -> str:
    """Give a table of headings and rows whose cells are parted by bars."""
    rule = "---".join("|" * (headings.count(" | ") + 2))
    return "\n".join([f"| {headings} |", rule, *(f"| {row} |" for row in rows), ""])
