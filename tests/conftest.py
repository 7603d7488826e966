"""What many tests look at: tables of random children, and the sample as loaded."""

import hashlib
import logging
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final

import polars as pl
import pytest
from hypothesis import settings
from streamlit.components.v2 import manifest_scanner

from dashboard.faults import LOG
from loaders.consolidate import consolidate
from loaders.consolidated import CONSOLIDATED, Loaded
from loaders.reading.parallel import read_all
from loaders.reading.result import Reading
from loaders.tables import CLEAN
from tests import databases, run
from tests.databases import empty_url, idle_url, module_url, nothing_stored, own_database
from tests.metrics.made_up import made_up
from tests.together import LONGEST, Together

__all__ = ["empty_url", "idle_url", "module_url", "nothing_stored", "own_database"]

# whenever a test opens a page all installed packages are looked through for components, longer than the page takes
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)

ROOT: Final = Path(__file__).parent.parent
AT_LENGTH: Final = bool(os.environ.get("AT_LENGTH"))
"""Whether every look and every way is tried, as `make prove` does; `make test` tries some of them."""

# a busy machine is no failure: speed is measured elsewhere; `make test` tries the same each time, `make fuzz` others
settings.register_profile("house", deadline=None, max_examples=100 if AT_LENGTH else 50, derandomize=not AT_LENGTH)
settings.load_profile("house")

at_length: Final = pytest.mark.skipif(not AT_LENGTH, reason="tried at length (make prove)")

KEPT: Final = Path(tempfile.gettempdir()) / "placement-commissioning-sample"
LOADED_AT: Final = datetime(2026, 11, 2, 9)
EVERY_BOROUGH: Final = "Every borough"
SHARED: Final = ("providers.csv", "population.csv", "published_figures.csv", "neighbours.csv")
"""Files of the sample that no borough uploads."""

Tables = Mapping[str, pl.LazyFrame]


def examples(many: int) -> int:
    """Give how many examples a property is tried on: `many` where tests are tried at length, else a third."""
    return many if AT_LENGTH else many // 3


def pytest_configure(config: pytest.Config) -> None:
    """Begin the run, in the process that its workers come from."""
    if databases.ON_POSTGRESQL:
        databases.refuse_sqlite()
    if not hasattr(config, "workerinput"):
        run.begin()


def pytest_unconfigure(config: pytest.Config) -> None:
    """End it there."""
    if not hasattr(config, "workerinput"):
        run.end()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with what takes long, so that no worker is left with it; leave out on PostgreSQL what opens no database."""
    if databases.ON_POSTGRESQL:
        others = [item for item in items if databases.FIXTURES.isdisjoint(getattr(item, "fixturenames", ()))]
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if item not in others]
    ranks = {place: rank for rank, place in enumerate(LONGEST)}
    items.sort(key=lambda item: next((ranks[place] for place in LONGEST if place in item.nodeid), len(ranks)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Together:
    """Say which tests a worker takes together."""
    config.option.loadscopereorder = False
    return Together(config, log)


@pytest.fixture(autouse=True)
def faults() -> Iterator[list[str]]:
    """Fail a test in which a part of a page failed and only its sentence was shown, unless it clears this list."""
    told = Told()
    LOG.addHandler(told)
    yield told.faults
    LOG.removeHandler(told)
    assert told.faults == []


class Told(logging.Handler):
    """Keeps the messages about faults."""

    def __init__(self) -> None:
        super().__init__()
        self.faults = list[str]()

    def emit(self, record: logging.LogRecord) -> None:
        self.faults.append(str(record.msg))


MAIN: Final = sys.modules["__main__"]


@pytest.fixture(autouse=True)
def main_as_it_was() -> None:
    """A page that was opened in this process leaves its script as the main module, which new processes begin with."""
    sys.modules["__main__"] = MAIN


@pytest.fixture(scope="session")
def made_up_tables() -> Tables:
    """Give random tables with every oddity the schemas allow."""
    return made_up()


@pytest.fixture(scope="session")
def sample_tables() -> Tables:
    """Give the consolidated sample; kept from one run to the next while neither it nor the loaders change."""
    folder = run.once("sample", lambda _: {"folder": str(_kept_sample())})["folder"]
    return {name: pl.read_parquet(f"{folder}/{name}.parquet").lazy() for name in CONSOLIDATED}


def _kept_sample() -> Path:
    sample = [ROOT / "sample_data" / name for name in SHARED]
    sample += sorted(path for path in (ROOT / "sample_data").iterdir() if path.name.isupper())
    folder = KEPT / _digest([*sample, ROOT / "loaders"])
    if not folder.exists():
        _keep(consolidated(read_all(sample)), folder)
    return folder


def consolidated(readings: Iterable[Reading]) -> dict[str, pl.DataFrame]:
    """Put readings together as the store does."""
    read = [reading for reading in readings if not reading.refused]
    clean = {name: _stacked(read, name) for name in CLEAN}
    shape = {name: column.dtype for name, column in Loaded.columns().items()}
    return consolidate(clean, pl.DataFrame([_loaded(reading) for reading in read], schema=shape, orient="row"))


def _stacked(read: list[Reading], name: str) -> pl.DataFrame:
    return pl.concat([CLEAN[name].create_empty(), *(each.tables[name] for each in read if name in each.tables)])


def _loaded(reading: Reading) -> tuple[object, ...]:
    borough = reading.borough or EVERY_BOROUGH
    counts = (reading.rows, reading.set_aside, LOADED_AT)
    return borough, reading.source, reading.file, reading.return_year, reading.as_at, *counts


def _keep(tables: Mapping[str, pl.DataFrame], folder: Path) -> None:
    KEPT.mkdir(exist_ok=True)
    beside = Path(tempfile.mkdtemp(dir=KEPT))
    for name, frame in tables.items():
        frame.write_parquet(beside / f"{name}.parquet")
    with suppress(OSError):  # another run was quicker
        beside.rename(folder)


def _digest(paths: Iterable[Path]) -> str:
    files = sorted(file for path in paths for file in ([path] if path.is_file() else path.rglob("*")))
    digest = hashlib.sha256()
    for file in files:
        if file.suffix in {".csv", ".py", ".txt"}:
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
