"""The metric suite at three sizes, the largest all of England over fifteen years, beside DuckDB and pandas."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log
from statistics import geometric_mean, median
from typing import Final

from bench.national import END, national_tables
from bench.suite import SUITE, Peers, Query
from metrics import When

SCALES: Final = {"8 boroughs, 3 years": (8, 3), "33 boroughs, 10 years": (33, 10), "152 boroughs, 15 years": (152, 15)}
MOST_YEARS: Final = 10
"""Years that are looked at, of however many there are."""
ROUNDS: Final = {"8 boroughs, 3 years": 9, "33 boroughs, 10 years": 7, "152 boroughs, 15 years": 4}
"""How often each question is asked of each at a size."""

BY_CLOCK: Final = "by the clock"
"""What the name of a ratio of the clock's times says; others are of processor time."""

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
class Cost:
    """What one question takes one of the three: milliseconds by the clock, and of all processors' time."""

    clock: float
    busy: float


@dataclass(frozen=True)
class Timed:
    """What one question at one size takes each of the three: a busy machine moves processor time least."""

    scale: str
    rows: int
    query: Query
    product: Cost
    duckdb: Cost
    pandas: Cost

    @property
    def to_duckdb(self) -> float:
        """How many times DuckDB's processor time the product takes."""
        return self.product.busy / self.duckdb.busy


def timed(scale: str) -> Iterator[Timed]:
    """Ask every question of all three in turn, once they have agreed on the figures."""
    boroughs, years = SCALES[scale]
    tables = national_tables(boroughs, years)
    since = date(END.year - min(years, MOST_YEARS), END.month + 1, 1)
    peers = Peers(tables, When(since, END))
    rows = peers.tables["episodes"].collect().height
    for query in SUITE:
        peers.agree(query)
        ways = _in_turn([peers.product, peers.sql, peers.panda], query, ROUNDS[scale])
        yield Timed(scale, rows, query, *ways)


def _in_turn(ways: Sequence[Callable[[Query], object]], query: Query, rounds: int) -> list[Cost]:
    taken: list[list[Cost]] = [[] for _ in ways]
    for _ in range(rounds):
        for way, times in zip(ways, taken, strict=True):
            times.append(_cost(way, query))
    return [Cost(median(each.clock for each in times), median(each.busy for each in times)) for times in taken]


def _cost(way: Callable[[Query], object], query: Query) -> Cost:
    began, busy = time.perf_counter(), time.process_time()
    way(query)
    return Cost((time.perf_counter() - began) * 1000, (time.process_time() - busy) * 1000)


def ratios(found: Sequence[Timed]) -> list[Ratio]:
    """Give the suite's ratios at each size, by processor time and by the clock, and how the first question grows."""
    scales = list(dict.fromkeys(each.scale for each in found))
    told = [ratio for scale in scales for ratio in _of_scale(scale, [each for each in found if each.scale == scale])]
    return told + _growth(found)


def _of_scale(scale: str, of: Sequence[Timed]) -> list[Ratio]:
    busy = [each.to_duckdb for each in of]
    clock = [each.product.clock / each.duckdb.clock for each in of]
    pandas = [each.product.busy / each.pandas.busy for each in of]
    stocks = STOCKS if scale == list(SCALES)[-1] else None
    return [
        Ratio(f"{scale}: suite to DuckDB, geometric mean", geometric_mean(busy), FLAT),
        Ratio(f"{scale}: suite to DuckDB, the worst question", max(busy), WORST),
        Ratio(f"{scale}: suite to DuckDB {BY_CLOCK}, geometric mean", geometric_mean(clock), FLAT),
        Ratio(f"{scale}: suite to DuckDB {BY_CLOCK}, the worst question", max(clock), WORST),
        Ratio(f"{scale}: suite to pandas, geometric mean", geometric_mean(pandas)),
        Ratio(f"{scale}: month ends by borough, to DuckDB", busy[0], stocks),
        Ratio(f"{scale}: month ends by borough, to DuckDB {BY_CLOCK}", clock[0], stocks),
    ]


def _growth(found: Sequence[Timed]) -> list[Ratio]:
    """Give the exponents with which the product's processor time grows with the rows, from each size to the next."""
    firsts = [each for each in found if each.query is SUITE[0]]
    return [
        Ratio(
            f"{small.scale} to {large.scale}: growth exponent of month ends",
            log(large.product.busy / small.product.busy) / log(large.rows / small.rows),
            GROWTH,
        )
        for small, large in pairwise(firsts)
    ]
