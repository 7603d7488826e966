"""The package in a folder or bucket: one folder a data version, which never changes, and `latest` beside them."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from dashboard import data
from dashboard.auth.current_user import scope
from dashboard.data.pack_history import moment
from dashboard.exports.data_package.descriptor import FILE, About, File, described
from dashboard.exports.data_package.tables import tables_of
from store.place import Place

LATEST: Final = "latest"


def write_package(to: str, measures: Iterable[str], end: date) -> str:
    """Make the package in the reader's release, and put it at `to`/<release>/<data version> and beside it. Gives where.

    A version that is there whole is not made again, but `latest` is made of it.

    Raises:
        StoreError: the place cannot be reached or written.
    """
    place, name = Place.of(to), f"{_release()}/{data.version()}"
    with TemporaryDirectory() as made:
        if not place.holds(f"{name}/{FILE}"):
            _make(Path(made), measures, end)
            place.put(Path(made), name, last=FILE)
        elif place.reads(f"{_release()}/{LATEST}/{FILE}") == place.reads(f"{name}/{FILE}"):
            return f"{place.address}/{name}"
        else:
            place.take(name, Path(made))
        place.put(Path(made), f"{_release()}/{LATEST}", last=FILE)
    return f"{place.address}/{name}"


def _release() -> str:
    """Name the folder of a release; of one that is cut for some boroughs' people, with their names."""
    seen = scope().view
    own = "" if seen.boroughs is None else f"-{'-'.join(seen.boroughs)}"
    return re.sub(r"[^a-z0-9-]+", "-", f"{seen.release}{own}".lower())


def _make(folder: Path, measures: Iterable[str], end: date) -> None:
    tables = tables_of(measures, end)
    for name, table in tables.items():
        table.write_csv(folder / f"{name}.csv")
        table.write_parquet(folder / f"{name}.parquet")
    about = About(data.version(), scope().release, moment(), data.data_date(), data.is_fictional())
    told = described(about, tables, _files(folder, tables))
    (folder / FILE).write_text(json.dumps(told, indent=1, ensure_ascii=False), encoding="utf-8")


def _files(folder: Path, tables: Mapping[str, Any]) -> dict[str, File]:
    paths = [folder / f"{name}.{ending}" for name in tables for ending in ("csv", "parquet")]
    return {path.name: File(path.stat().st_size, sha256(path.read_bytes()).hexdigest()) for path in paths}
