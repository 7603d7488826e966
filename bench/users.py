"""Many users at once, each on a page of their own over a raw websocket: how long a filter change takes, and memory."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from bench.scales import Ratio
from bench.visitor import Run, Visitor

PORT: Final = 8739
HOST: Final = f"localhost:{PORT}"
PAGE: Final = "placement-mix"
CROWDS: Final = (1, 10, 30, 60)
EVERY: Final = 5.0
"""Seconds from one change of a user to the next; one user alone waits one."""
CHANGES: Final = 3
BOROUGHS: Final = 9
GOALS: Final = {10: None, 30: 1.5, 60: 4.0}
MEMORY_GOAL: Final = 1.15
FIRST_PAGE_GOAL: Final = 5.0
MOST_BYTES: Final = 100_000


@dataclass(frozen=True)
class Crowd:
    """So many users: each filter change's seconds, errors, and the server's memory afterwards in MB."""

    users: int
    seconds: list[float]
    errors: int
    memory: float

    @property
    def p50(self) -> float:
        """Seconds that half of the changes took."""
        return median(self.seconds)

    @property
    def p95(self) -> float:
        """Seconds that all but a twentieth took."""
        return sorted(self.seconds)[int(len(self.seconds) * 0.95)]


@dataclass(frozen=True)
class Sent:
    """What a page sends on the first visit and on a filter change, in bytes, plain and on the wire."""

    page: str
    first: Run
    change: Run | None


async def first_page(host: str = HOST) -> float:
    """Give the seconds of the very first page."""
    visitor = await Visitor.at(host)
    run = await visitor.open()
    await visitor.leave()
    return run.seconds


async def payloads() -> list[Sent]:
    """Open every page, then change the borough there."""
    visitor = await Visitor.at(HOST)
    await visitor.open()
    pages = visitor.pages
    await visitor.leave()
    return [await _sent(page) for page in pages]


async def _sent(page: str) -> Sent:
    visitor = await Visitor.at(HOST)
    await visitor.open()
    first = await visitor.open(page)
    change = await visitor.choose("Borough", 2) if visitor.has("Borough") else None
    await visitor.leave()
    return Sent(page or "overview", first, change)


async def crowd(users: int, server: int) -> Crowd:
    """Let so many users open the page, and each change the borough a few times."""
    visitors = [await Visitor.at(HOST) for _ in range(users)]
    await visitors[0].open()
    await asyncio.gather(*(each.open_of(visitors[0], PAGE) for each in visitors))
    pause = EVERY if users > 1 else 1.0
    runs = await asyncio.gather(*(_changes(each, place, pause, users) for place, each in enumerate(visitors)))
    held = memory(server)
    for visitor in visitors:
        await visitor.leave()
    told = [run for each in runs for run in each]
    return Crowd(users, [run.seconds for run in told], sum(len(run.errors) for run in told), held)


async def _changes(visitor: Visitor, place: int, pause: float, users: int) -> list[Run]:
    await asyncio.sleep(pause * place / users)
    runs: list[Run] = []
    for change in range(CHANGES if users > 1 else 2 * BOROUGHS):
        runs.append(await visitor.choose("Borough", place + change))
        await asyncio.sleep(pause)
    return runs


def memory(process: int) -> float:
    """Give the megabytes that a process holds."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def of_pages(first: float, sent: list[Sent]) -> list[Ratio]:
    """Give what pages send and how soon the first is there, against goals."""
    heaviest = max(run.on_the_wire for each in sent for run in (each.first, each.change) if run)
    return [
        Ratio("first page after a start, seconds to the goal of 5", first / FIRST_PAGE_GOAL, 1.0),
        Ratio("heaviest page on the wire, to the goal of 100 KB", heaviest / MOST_BYTES, 1.0),
    ]


def of_crowds(crowds: list[Crowd], of: str = "") -> list[Ratio]:
    """Give how many users fare beside one, against goals."""
    alone = crowds[0]
    changes = [each.p50 / alone.p50 for each in crowds[1:]]
    return [
        *(
            Ratio(f"{of}{each.users} users' p50 to one user's", change, GOALS[each.users])
            for each, change in zip(crowds[1:], changes, strict=True)
        ),
        *(
            Ratio(f"{of}server's memory, {each.users} users to one", each.memory / alone.memory, MEMORY_GOAL)
            for each in crowds[2:]
        ),
    ]
