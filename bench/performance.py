"""`python -m bench.performance --write docs/performance.md`: the whole table. `--check`: ratios against the last one.

`--national` adds all of England over fifteen years; `--only` metrics, loading or users.
"""

import argparse
import asyncio
import os
import platform
import re
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

from rich.console import Console

from bench import loading, served, users
from bench.scales import BY_CLOCK, SCALES, Ratio, Timed, ratios, timed
from bench.serving import serving
from bench.tables import crowded, loaded, pages, suite, table

SAY: Final = Console(width=160, markup=False, highlight=False)
DOCUMENT: Final = Path("docs/performance.md")
WORSE: Final = 1.2
"""A ratio that has grown by more is a regression."""
SLACK: Final = 0.05
"""Of a ratio of little, which a busy machine may move by as much."""
LIBRARIES: Final = ("streamlit", "polars", "duckdb", "pandas", "altair", "numpy")
PART: Final = re.compile(r"(<!-- measured: ([^>]+) -->\n).*?(<!-- end -->)", re.DOTALL)
LINE: Final = re.compile(r"\| ([^|]+?) \| ([0-9.]+)x \|")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, then write or check."""
    asked = _asked(arguments)
    parts, told = {"machine": machine()}, list[Ratio]()
    for measured in [MEASURED[asked.only]] if asked.only else MEASURED.values():
        more, ratios_of = measured(asked.national)
        parts, told = parts | more, told + ratios_of
    SAY.print("\n".join(parts.values()))
    if asked.write:
        asked.write.write_text(written(asked.write.read_text(encoding="utf-8"), parts), encoding="utf-8")
    return _checked(told) if asked.check else 0


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    asked = argparse.ArgumentParser(prog="python -m bench.performance")
    asked.add_argument("--write", type=Path)
    asked.add_argument("--only", choices=MEASURED)
    for flag in ("--check", "--national"):
        asked.add_argument(flag, action="store_true")
    return asked.parse_args(arguments)


def _of_metrics(national: bool) -> tuple[dict[str, str], list[Ratio]]:
    found: list[Timed] = []
    for scale in SCALES if national else list(SCALES)[:-1]:
        SAY.print(f"Measuring {scale}")
        found += timed(scale)
    told = ratios(found)
    return {"metric ratios": table(told), "suite": suite(found)}, told


def _of_loading(_national: bool) -> tuple[dict[str, str], list[Ratio]]:
    SAY.print("Measuring loads")
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        rows, files, rates = loading.rates(Path(name))
    told = loading.ratios(rates)
    return {"loading ratios": table(told), "loading": loaded(rows, files, rates)}, told


def _of_users(national: bool) -> tuple[dict[str, str], list[Ratio]]:
    SAY.print("Measuring pages and users")
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        with serving(Path(name), users.PORT, "dashboard") as server:
            first = asyncio.run(users.first_page())
            sent = asyncio.run(users.payloads())
            crowds = _crowds(server.pid)
        parts = {"pages": pages(sent), "users": crowded(crowds)}
        told = [*users.of_pages(first, sent), *users.of_crowds(crowds)]
        if national:
            found = _of_england(Path(name))
            parts |= {"users of England": crowded(found)}
            told += users.of_crowds(found, "all of England, ")
    return {"user ratios": table(told), **parts}, told


def _of_england(folder: Path) -> list[users.Crowd]:
    SAY.print("Measuring users of all of England's rows")
    made = served.written_tables(folder / "England", *list(SCALES.values())[-1])
    with serving(folder, users.PORT, "bench.served", str(made)) as server:
        asyncio.run(users.first_page())
        return _crowds(server.pid)


def _crowds(server: int) -> list[users.Crowd]:
    return [asyncio.run(users.crowd(size, server)) for size in users.CROWDS]


MEASURED: Final = {"metrics": _of_metrics, "loading": _of_loading, "users": _of_users}


def worse(before: Mapping[str, float], told: Sequence[Ratio]) -> list[str]:
    """Say which ratios are a fifth worse than they were; those by the clock hang on who else is at work."""
    return [
        f"{each.name}: {each.value:.2f}x, was {before[each.name]:.2f}x"
        for each in told
        if each.name in before and BY_CLOCK not in each.name and each.value > before[each.name] * WORSE + SLACK
    ]


def kept(document: str) -> dict[str, float]:
    """Read the ratios of the last run from the document."""
    return {name: float(value) for name, value in LINE.findall(document)}


def written(document: str, parts: Mapping[str, str]) -> str:
    """Put what was measured in its place; what was not measured stays."""
    return PART.sub(lambda of: f"{of[1]}\n{parts[of[2]]}\n{of[3]}" if of[2] in parts else of[0], document)


def _checked(told: Sequence[Ratio]) -> int:
    found = worse(kept(DOCUMENT.read_text(encoding="utf-8")), told)
    for each in found:
        SAY.print(f"Worse by more than a fifth: {each}")
    return int(bool(found))


def machine() -> str:
    """Say when, where and with which versions."""
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    where = f"{os.cpu_count()} cores, {platform.machine()}, load {os.getloadavg()[0]:.1f}"
    return f"{datetime.now(UTC):%-d %B %Y}; {where}; Python {platform.python_version()}, {libraries}.\n"


if __name__ == "__main__":
    sys.exit(main())
