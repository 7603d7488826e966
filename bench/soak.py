"""`python -m bench.soak`: sixty users filter every page for ten minutes while three uploads land.

Each changes the borough of a page every five seconds, over a raw websocket; what they wait is set beside what one user
alone waits before them. An upload is a borough's return with a line more: all figures are worked out again.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import Final

from rich.console import Console

from bench import users
from bench.performance import machine, written
from bench.serving import own, serving
from bench.tables import lines
from bench.visitor import Visitor

PAGES: Final = ("", "placement-mix", "out-of-area", "needs", "missing", "cost", "providers", "compare")
EVERY: Final = 5.0
ALONE: Final = 60.0
"""Seconds for which one user filters alone."""
PATIENCE: Final = 60.0
"""Seconds after which a change counts as failed."""
UPLOADS: Final = ("BRE", "EAL", "HOU")
YEAR: Final = "2026"
MOST_GROWTH: Final = 1.5
"""Of the server's memory with all users there: while newer data are put together, both are held."""


@dataclass
class Told:
    """What came of some users: the seconds of each change, errors in words, and memory in MB by the second."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    def among(self, hundredth: int) -> float:
        """Give the seconds within which so many of a hundred changes were done."""
        return quantiles(self.seconds, n=100)[hundredth - 1]


async def filtering(crowd: int, until: float, told: Told) -> None:
    """Let so many users filter until then, on the pages in turn."""
    first = await Visitor.at(users.HOST)
    await first.open()
    await asyncio.gather(*(_one(first, place, crowd, until, told) for place in range(crowd)))
    await first.leave()


async def _one(first: Visitor, place: int, crowd: int, until: float, told: Told) -> None:
    visitor = await Visitor.at(users.HOST)
    await visitor.open_of(first, PAGES[place % len(PAGES)])
    await asyncio.sleep(EVERY * place / crowd)
    change = place
    while time.monotonic() < until:
        change += 1
        if crowd == 1:  # alone, but on every page as the crowd is
            await visitor.open_of(first, PAGES[change % len(PAGES)])
        await _change(visitor, change, told)
        await asyncio.sleep(EVERY if crowd > 1 else 0.2)
    await visitor.leave()


async def _change(visitor: Visitor, change: int, told: Told) -> None:
    try:
        async with asyncio.timeout(PATIENCE):
            run = await visitor.choose("Borough", change)
    except TimeoutError:
        told.errors.append(f"No answer within {PATIENCE:.0f} seconds")
        return
    told.seconds.append(run.seconds)
    told.errors += run.errors


async def uploading(until: float, folder: Path, told: Told) -> None:
    """Load three returns at even distances."""
    pause = (until - time.monotonic()) / (len(UPLOADS) + 1)
    for borough in UPLOADS:
        await asyncio.sleep(pause)
        given = [sys.executable, "-m", "loaders", "load", str(_longer(folder, borough))]
        load = await asyncio.create_subprocess_exec(
            *given, env=own(folder, users.PORT), stdout=asyncio.subprocess.DEVNULL
        )
        if await load.wait() != 0:
            told.errors.append(f"The return of {borough} was not loaded")


def _longer(folder: Path, borough: str) -> Path:
    """Give a borough's return with its last line once more, which is set aside as a duplicate."""
    made = folder / "uploads" / borough / YEAR
    made.mkdir(parents=True)
    lines = Path("sample_data", borough, YEAR, "episodes.csv").read_text(encoding="utf-8").splitlines()
    (made / "episodes.csv").write_text("\n".join([*lines, lines[-1], ""]), encoding="utf-8")
    return made


async def _watching(server: int, until: float, told: Told) -> None:
    while time.monotonic() < until:
        told.memory.append(users.memory(server))
        await asyncio.sleep(1)


async def _alone() -> Told:
    told = Told()
    await filtering(1, time.monotonic() + ALONE, told)
    return told


async def _together(crowd: int, seconds: float, server: int, folder: Path) -> Told:
    told, until = Told(), time.monotonic() + seconds
    await asyncio.gather(filtering(crowd, until, told), uploading(until, folder, told), _watching(server, until, told))
    return told


def table(crowd: int, alone: Told, told: Told) -> str:
    """Say what came of it, each beside one user's."""
    ratios = {name: told.among(name) / alone.among(name) for name in (50, 95)}
    rows = [
        f"changes | {len(told.seconds):,} | {len(alone.seconds):,} alone",
        *(
            f"p{name}, ms | {told.among(name) * 1000:,.0f} | {ratio:.2f}x of one user's {alone.among(name) * 1000:,.0f}"
            for name, ratio in ratios.items()
        ),
        f"errors | {len(told.errors)} | at most 0",
        f"server's memory, MB | {max(told.memory):,.0f} at most, {told.memory[-1]:,.0f} at the end |"
        f" {max(told.memory) / min(told.memory):.2f}x of the least, at most {MOST_GROWTH:g}x",
    ]
    return lines(f"{crowd} users | measured | beside", rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and put it into the document; 1 where there was an error or memory grew too far."""
    asked = argparse.ArgumentParser(prog="python -m bench.soak")
    asked.add_argument("--minutes", type=float, default=10.0)
    asked.add_argument("--users", type=int, default=60)
    asked.add_argument("--write", type=Path)
    given = asked.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="bench-") as name, serving(Path(name), users.PORT, "dashboard") as server:
        alone = asyncio.run(_alone())
        told = asyncio.run(_together(given.users, given.minutes * 60, server.pid, Path(name)))
    made = table(given.users, alone, told)
    Console(width=140, markup=False).print(made, *sorted(set(told.errors))[:10], sep="\n")
    if given.write:
        text = written(given.write.read_text(encoding="utf-8"), {"soak": made, "soak machine": machine()})
        given.write.write_text(text, encoding="utf-8")
    return int(bool(told.errors) or max(told.memory) > MOST_GROWTH * min(told.memory))


if __name__ == "__main__":
    sys.exit(main())
