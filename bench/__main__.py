"""`python -m bench [NAME...]`: measure, and print a table; 1 where a goal is missed."""

import os
import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from bench import a_pack, alarms, backtest
from bench.measure import PREPARED, Figure, measured

BENCHMARKS = (a_pack, alarms, backtest)
"""Modules of benchmarks: imported, they put themselves on the list."""


def main(names: Sequence[str]) -> int:
    """Measure those named, or all."""
    console, missed = Console(width=120), 0
    console.print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}. Medians; product and floors in turn.")
    for name in names or PREPARED:
        each = PREPARED[name]()
        figures = measured(each)
        console.print(_table(f"{each.name}: {each.about}", figures))
        missed += sum(figure.is_met is False for figure in figures)
    return int(bool(missed))


def _table(title: str, figures: Sequence[Figure]) -> Table:
    table = Table("What", "Measured", "Goal", "", title=title, title_justify="left")
    for figure in figures:
        table.add_row(figure.what, figure.value, figure.goal, {True: "met", False: "missed", None: ""}[figure.is_met])
    return table


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
