"""What a borough uploads, a file at a time: the sample's smallest borough for one return year, and shared files."""

from collections.abc import Iterable
from functools import cache
from typing import Final

from loaders import read
from loaders.reading.result import Reading
from tests.conftest import ROOT, SHARED, Tables, consolidated

BOROUGH: Final = "Kensington and Chelsea"
SAMPLE: Final = ROOT / "sample_data"
OWN: Final = tuple(sorted(file.stem for file in (SAMPLE / "KAC" / "2026").glob("*.csv")))
"""The files of one borough, by the table that each holds."""

FILES: Final = (*OWN, *(name.removesuffix(".csv") for name in SHARED))
"""Every file that may come first to an empty database."""


@cache
def reading(name: str) -> Reading:
    """Read one of the files."""
    found = read(SAMPLE / ("KAC/2026" if name in OWN else "") / f"{name}.csv")
    assert found.refused is None, found.refused
    return found


def tables_of(names: Iterable[str]) -> Tables:
    """Give the consolidated tables of some of the files, and of nothing else."""
    return {name: frame.lazy() for name, frame in consolidated(reading(name) for name in names).items()}
