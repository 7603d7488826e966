"""The metric suite at three sizes, the largest all of England over fifteen years, beside DuckDB and pandas."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log
from statistics import geometric_mean, median
from typing import Final

from bench.national import END, made
from bench.suite import SUITE, Peers, Query
from metrics import When

SCALES: Final = {"8 boroughs, 3 years": (8, 3), "33 boroughs, 10 years": (33, 10), "152 boroughs, 15 years": (152, 15)}
MOST_YEARS: Final = 10
"""Years that are looked at, of however many there are."""
ROUNDS: Final = 3

FLAT: Final = 0.65
WORST: Final = 1.2
STOCKS: Final = 0.4
GROWTH: Final = 1.15


@dataclass(frozen=True)
class Ratio:
    """How many times what it is set beside; `goal` is the most it should be, None where none is set."""

    name: str
    value: float
    goal: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether it is within its goal, or has none."""
        return self.goal is None or self.value <= self.goal


@dataclass(frozen=True)
class Timed:
    """Milliseconds of processor time of one question at one size, of the three: a busy machine moves it least."""

    scale: str
    rows: int
    query: Query
    product: float
    duckdb: float
    pandas: float


def timed(scale: str) -> Iterator[Timed]:
    """Ask every question of all three in turn, once they have agreed on the figures."""
    boroughs, years = SCALES[scale]
    tables = made(boroughs, years)
    since = date(END.year - min(years, MOST_YEARS), END.month + 1, 1)
    peers = Peers(tables, When(since, END))
    rows = peers.tables["episodes"].collect().height
    for query in SUITE:
        peers.agree(query)
        yield Timed(scale, rows, query, *_in_turn([peers.product, peers.sql, peers.panda], query))


def _in_turn(ways: Sequence[Callable[[Query], object]], query: Query) -> list[float]:
    taken: list[list[float]] = [[] for _ in ways]
    for _ in range(ROUNDS):
        for way, times in zip(ways, taken, strict=True):
            began = time.process_time()
            way(query)
            times.append((time.process_time() - began) * 1000)
    return [median(times) for times in taken]


def ratios(found: Sequence[Timed]) -> list[Ratio]:
    """Give the suite's ratios at each size, the month-end family's, and how the first question grows."""
    told: list[Ratio] = []
    for scale in dict.fromkeys(each.scale for each in found):
        of = [each for each in found if each.scale == scale]
        to_duckdb = [each.product / each.duckdb for each in of]
        told += [
            Ratio(f"{scale}: suite to DuckDB, geometric mean", geometric_mean(to_duckdb), FLAT),
            Ratio(f"{scale}: suite to DuckDB, the worst question", max(to_duckdb), WORST),
            Ratio(f"{scale}: suite to pandas, geometric mean", geometric_mean(e.product / e.pandas for e in of)),
            Ratio(
                f"{scale}: month ends by borough, to DuckDB",
                to_duckdb[0],
                STOCKS if scale == list(SCALES)[-1] else None,
            ),
        ]
    return told + _growth(found)


def _growth(found: Sequence[Timed]) -> list[Ratio]:
    """Give the exponents with which the product's time grows with the rows, from the second size to the last."""
    firsts = [each for each in found if each.query is SUITE[0]]
    return [
        Ratio(
            f"{small.scale} to {large.scale}: growth exponent of month ends",
            log(large.product / small.product) / log(large.rows / small.rows),
            GROWTH,
        )
        for small, large in pairwise(firsts)
    ]
