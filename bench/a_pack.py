"""A board pack of eight boroughs and all themes, in each format: once figures are in memory, and at first."""

import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from statistics import median
from typing import Final

from bench.measure import Benchmark, Figure, benchmark
from bench.sample import loaded
from dashboard.auth.current_user import operating
from dashboard.auth.permissions import Scope
from dashboard.exports.pack.build import pack
from dashboard.exports.pack.settings import THEMES, Settings, period, selection, settings_of
from dashboard.exports.pack.write import FORMATS, Write
from dashboard.pages.pack_plans import PACK_PLANS
from metrics import Release

GOAL: Final = 5.0
"""Seconds, warm."""

OPERATOR: Final = Scope("Command line", None, Release.BOARD)


@benchmark("a pack")
def a_pack() -> Benchmark:
    """Load the sample into a database beside, and make every format once from nothing."""
    loaded()
    with operating(OPERATOR):
        asked = settings_of(selection(None, *period("")), THEMES, (), "bench")
        begun = time.perf_counter()
        _made(asked, FORMATS["pdf"])
        first = time.perf_counter() - begun
    runs: dict[str, Callable[[], object]] = {name: partial(_made, asked, write) for name, write in FORMATS.items()}
    return Benchmark("a pack", "eight boroughs, six themes, board release", runs, partial(_figures, first))


def _made(asked: Settings, write: Write) -> bytes:
    with operating(OPERATOR):
        return write(pack(asked, PACK_PLANS))


def _figures(first: float, seconds: Mapping[str, Sequence[float]]) -> list[Figure]:
    warm = [(name, median(each)) for name, each in seconds.items()]
    told = [Figure(f"{name}, warm", f"{each:.2f} s", f"< {GOAL:.0f} s", each < GOAL) for name, each in warm]
    return [*told, Figure("pdf, the first after new data", f"{first:.1f} s")]
