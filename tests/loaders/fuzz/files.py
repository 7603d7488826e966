"""Files to damage: of every source, from the sample, from real layouts where they are at hand, and made ones."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

from loaders import SOURCES
from loaders.reading.files import SUFFIXES
from tests.loaders.files import SHARED, csv_of, example, workbook_of
from tests.loaders.mess import known, written
from tests.loaders.mess.tree import has_tree

ROOT: Final = Path(__file__).parents[3]
SAMPLE: Final = ("BRE/2025", "HIL/2024", "BRE/2026-09-30")
LINES: Final = 25
"""Rows of each file that are kept: small files are damaged in more places a second."""

File = tuple[str, bytes]


def files() -> list[File]:
    """Names and contents, the same ones in the same order each time."""
    return [*_sample(), *_shared(), *_made()]


def _sample() -> Iterator[File]:
    home = ROOT / "sample_data"
    for path in sorted([*(each for at in SAMPLE for each in (home / at).glob("*.csv")), *home.glob("*.csv")]):
        yield path.relative_to(home).as_posix(), _head(path)


def _shared() -> Iterator[File]:
    if SHARED.exists():
        for path in sorted(path for path in SHARED.rglob("*") if path.suffix in {*SUFFIXES, ".parquet"}):
            if path.suffix == ".csv" or path.stat().st_size < 400_000:
                yield f"BRE/2025/{path.name}", _head(path)


def _head(path: Path) -> bytes:
    content = path.read_bytes()
    return b"\n".join(content.split(b"\n")[: LINES + 1]) + b"\n" if path.suffix == ".csv" else content


def _made() -> Iterator[File]:
    dice = Random(1)
    for source in SOURCES:
        row = example(source)
        yield f"BRE/2025/{source.slug}.csv", csv_of([list(row), *[list(row.values())] * 3])
        yield f"BRE/2025/{source.slug}.xlsx", workbook_of({"Sheet1": [list(row), *[list(row.values())] * 3]})
        for form in ("csv", "xlsx", *(["xml"] if has_tree(source) else [])):
            yield f"BRE/2025/{source.slug}.{form}", written(source, known(source, dice), dice, form).content
