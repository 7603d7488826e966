"""`python -m tests.deploy.siege`: attack a server while people who are signed in use it, and say what they notice.

Each attack comes after a quiet time of the same length, and all of them come again in every round, so that what people
wait with and without it is measured side by side. The server, the people and the attackers share the machine: what all
attacks together come to is told, not judged.
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any, Final
from urllib.parse import urlsplit

import sqlalchemy as sa
from rich.console import Console
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from bench.performance import machine, written
from bench.soak import PAGES
from bench.tables import lines
from bench.users import memory
from bench.visitor import Visitor
from store import audit, people
from store.engine import prepared
from store.people import Person, Role
from tests.browser.conftest import begun, free_port
from tests.browser.signing import settings
from tests.deploy.attacks import ALL, ATTACKS

NOTICED: Final = 0.5
"""Seconds of waiting that a person does not notice."""
PATIENCE: Final = 60.0
PRESENTER: Final = "pat@consortium.example"
WORDS: Final = {
    "origins": "websockets from another site's page",
    "idle": "idle websockets of strangers",
    "silent": "connections that say nothing",
    "slow": "heads sent a byte a second",
    "uploads": "58 MB by a presenter and by strangers",
    "requests": "requests of strangers",
    "pages": "pages opened by strangers",
    ALL: ALL,
}


@dataclass
class Stretch:
    """A stretch of time: what each change took of those that began in it, and what its attack came to."""

    name: str
    seconds: list[float] = field(default_factory=list[float])
    errors: int = 0
    outcomes: Counter[str] = field(default_factory=Counter[str])
    memory: float = 0.0
    descriptors: int = 0
    rows: int = 0

    def among(self, hundredth: int) -> float:
        """Give the seconds within which so many of a hundred changes were done."""
        return sorted(self.seconds)[min(len(self.seconds) - 1, len(self.seconds) * hundredth // 100)]

    @property
    def late(self) -> int:
        """Changes that took longer than people do not notice."""
        return sum(each > NOTICED for each in self.seconds)


@dataclass
class Siege:
    """A server with people on it, and what they wait in each stretch."""

    url: str
    server: int
    database: sa.Engine
    every: float
    now: Stretch = field(default_factory=lambda: Stretch("before"))
    is_over: bool = False

    @property
    def host(self) -> str:
        """Name and port."""
        return urlsplit(self.url).netloc


def cookie(email: str, place: int, url: str) -> str:
    """Give the cookie of somebody who has signed in, signed as the app signs it."""
    now = int(time.time())
    claims = {"email": email, "sub": email, "iat": now, "exp": now + 7200, "nonce": str(place)}
    whole = {**claims, "origin": url, "is_logged_in": True, "provider": "default"}
    signed = create_signed_value(settings("", 0)["COOKIE_SECRET"], "_streamlit_user", json.dumps(whole))
    return f"_streamlit_user={signed.decode()}"


def somebody(place: int) -> Person:
    """Give one of the people: commissioners, analysts and directors in turn."""
    role = (Role.COMMISSIONER, Role.ANALYST, Role.DIRECTOR)[place % 3]
    return Person(f"user{place}@consortium.example", "", role, ("Brent",) if role is Role.COMMISSIONER else ())


@contextmanager
def besieged(folder: Path, crowd: int, every: float) -> Generator[Siege]:
    """Serve the sample to people who sign in, until left."""
    port = free_port()
    database = f"sqlite:///{folder}/placements.db"
    server, url = begun(folder, database, port, **settings("http://localhost:1", port))
    engine = prepared(database)
    try:
        administrator = Person("ada@consortium.example", "", Role.ADMINISTRATOR, ())
        presenter = Person(PRESENTER, "", Role.PRESENTER, ())
        for person in (administrator, presenter, *map(somebody, range(crowd))):
            people.put(engine, person, who="command line")
        yield Siege(url, server.pid, engine, every)
    finally:
        engine.dispose()
        server.terminate()
        server.wait(60)


async def use(siege: Siege, first: Visitor, place: int, crowd: int) -> None:
    """Have a person change the borough, or open the page again, until all is over."""
    visitor = await Visitor.at(siege.host, cookie=cookie(somebody(place).email, place, siege.url))
    await visitor.open_of(first, PAGES[place % len(PAGES)])
    await asyncio.sleep(siege.every * place / crowd)
    while not siege.is_over:
        place += 1
        stretch = siege.now
        try:
            async with asyncio.timeout(PATIENCE):
                chosen = visitor.choose("Borough", place) if visitor.has("Borough") else visitor.open_of(first, "cost")
                run = await chosen
            stretch.seconds.append(run.seconds)
            stretch.errors += len(run.errors)
        except TimeoutError:
            stretch.errors += 1
        await asyncio.sleep(siege.every)
    await visitor.leave()


async def through(siege: Siege, crowd: int, seconds: float, rounds: int) -> list[Stretch]:
    """Let people use the server through quiet times and attacks. Gives the quiet and each attack, of all rounds."""
    first = await Visitor.at(siege.host, cookie=cookie(somebody(0).email, 10_000, siege.url))
    await first.open()
    crowded = [asyncio.ensure_future(use(siege, first, place, crowd)) for place in range(crowd)]
    await asyncio.sleep(siege.every * 1.5)
    told = {name: Stretch(name) for name in ("quiet", *ATTACKS, ALL)}
    for _ in range(rounds):
        for name in (*ATTACKS, ALL):
            await _stretch(siege, told["quiet"], seconds, attacked=False)
            await _stretch(siege, told[name], seconds, attacked=True)
    siege.is_over = True
    await asyncio.gather(*crowded)
    await first.leave()
    return list(told.values())


async def _stretch(siege: Siege, stretch: Stretch, seconds: float, *, attacked: bool) -> None:
    before = _refusals(siege)
    siege.now = stretch
    if attacked:
        asked = [stretch.name, siege.url, str(seconds), cookie(PRESENTER, 20_000, siege.url)]
        command = [sys.executable, "-m", "tests.deploy.attacks", *asked]
        attackers = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
        out = asyncio.ensure_future(attackers.communicate())
    else:
        out = asyncio.ensure_future(asyncio.sleep(seconds, (b"", None)))
    while not out.done():
        stretch.memory = max(stretch.memory, memory(siege.server))
        stretch.descriptors = max(stretch.descriptors, descriptors(siege.server))
        await asyncio.wait({out}, timeout=0.5)
    stretch.outcomes.update(_outcomes(out.result()[0]))
    stretch.rows += _refusals(siege) - before


def _outcomes(given: bytes) -> dict[str, int]:
    told: dict[str, Any] = json.loads(given) if given else {"outcomes": {}}
    return told["outcomes"]


def _refusals(siege: Siege) -> int:
    return audit.events(siege.database, None, what="refused").height


def descriptors(process: int) -> int:
    """Count the files and sockets that a process has open."""
    return len(list(Path(f"/proc/{process}/fd").iterdir()))


def table(stretches: Sequence[Stretch]) -> str:
    """Say what people waited in the quiet and beside each attack, and what each attack came to."""
    rows = [_row(each) for each in stretches]
    heads = ("beside", "changes", "p50, ms", "p95, ms", "longest, ms", "over 0.5 s", "errors")
    return lines(" | ".join((*heads, "memory, MB", "descriptors", "rows on record", "what came of it")), rows)


def _row(each: Stretch) -> str:
    times = [f"{value * 1000:,.0f}" for value in (median(each.seconds), each.among(95), max(each.seconds))]
    came = ", ".join(f"{count:,} {outcome}" for outcome, count in each.outcomes.most_common(4)) or "-"
    held = (f"{each.memory:,.0f}", str(each.descriptors), str(each.rows))
    name = WORDS.get(each.name, each.name)
    return " | ".join((name, f"{len(each.seconds):,}", *times, str(each.late), str(each.errors), *held, came))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and put it into the document; 1 where a change failed, or one in twenty took too long."""
    asked = argparse.ArgumentParser(prog="python -m tests.deploy.siege")
    asked.add_argument("--users", type=int, default=60)
    asked.add_argument("--every", type=float, default=20.0, help="seconds from one change of a person to the next")
    asked.add_argument("--seconds", type=float, default=20.0, help="of a quiet time, and of an attack")
    asked.add_argument("--rounds", type=int, default=2)
    asked.add_argument("--write", type=Path)
    given = asked.parse_args(arguments)
    home = tempfile.TemporaryDirectory(prefix="placements-siege-")
    with home as folder, besieged(Path(folder), given.users, given.every) as siege:
        told = asyncio.run(through(siege, given.users, given.seconds, given.rounds))
    made = table(told)
    Console(width=220, markup=False).print(made)
    if given.write:
        text = written(given.write.read_text(encoding="utf-8"), {"siege": made, "siege machine": machine()})
        given.write.write_text(text, encoding="utf-8")
    return int(any(each.errors or (each.name != ALL and each.among(95) > NOTICED) for each in told))


if __name__ == "__main__":
    sys.exit(main())
