"""A benchmark: the product and its floors in turn, so that a busy machine slows all of them alike."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final


@dataclass(frozen=True)
class Figure:
    """What came out: what it is, the value in words, and the goal with whether it is met; None where none is set."""

    what: str
    value: str
    goal: str = ""
    is_met: bool | None = None


@dataclass(frozen=True)
class Benchmark:
    """`runs` are the product and its floors, by name; `figures` makes sense of their seconds, a list for each."""

    name: str
    about: str
    runs: Mapping[str, Callable[[], object]]
    figures: Callable[[Mapping[str, Sequence[float]]], list[Figure]]
    rounds: int = 9


PREPARED: Final[dict[str, Callable[[], Benchmark]]] = {}
"""Benchmarks by name, prepared only when they are asked for."""


def benchmark(name: str) -> Callable[[Callable[[], Benchmark]], Callable[[], Benchmark]]:
    """Put a function that prepares a benchmark on the list of `python -m bench`."""

    def listed(prepare: Callable[[], Benchmark]) -> Callable[[], Benchmark]:
        PREPARED[name] = prepare
        return prepare

    return listed


def measured(each: Benchmark) -> list[Figure]:
    """Run everything once to warm up, then in turn, and make sense of the seconds.

    Processor time is told besides: where other programs want the processor, it tells more than the clock does.
    """
    for run in each.runs.values():
        run()
    seconds: dict[str, list[float]] = {name: [] for name in each.runs}
    worked: dict[str, list[float]] = {name: [] for name in each.runs}
    for _ in range(each.rounds):
        for name, run in each.runs.items():
            begun, began_work = time.perf_counter(), time.process_time()
            run()
            seconds[name].append(time.perf_counter() - begun)
            worked[name].append(time.process_time() - began_work)
    told = [Figure(f"{name}, processor time", f"{median(each) * 1000:,.0f} ms") for name, each in worked.items()]
    return [*each.figures(seconds), *told]
