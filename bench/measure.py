"""A benchmark: the product and its floors in turn, so that a busy machine slows all of them alike."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

Seconds = Mapping[str, Sequence[float]]


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
    """Run everything in turn, and make sense of the seconds.

    Processor time is told besides: where other programs want the processor, it tells more than the clock does.
    """
    seconds, worked = in_turn(each.runs, each.rounds)
    told = [Figure(f"{name}, processor time", f"{median(each) * 1000:,.0f} ms") for name, each in worked.items()]
    return [*each.figures(seconds), *told]


def in_turn(runs: Mapping[str, Callable[[], object]], rounds: int) -> tuple[Seconds, Seconds]:
    """Run everything once to warm up, then in turn: give the seconds of each by the clock, and of processor time."""
    for run in runs.values():
        run()
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    worked: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            begun, began_work = time.perf_counter(), time.process_time()
            run()
            seconds[name].append(time.perf_counter() - begun)
            worked[name].append(time.process_time() - began_work)
    return seconds, worked
