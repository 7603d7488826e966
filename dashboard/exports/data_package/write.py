"""The package in a folder or bucket: one folder a data version, which never changes, and `latest` beside them."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from dashboard.auth.current_user import scope
from dashboard.data import data_source
from dashboard.exports.data_package.descriptor import FILE, About, Contents, File, described, is_of
from dashboard.exports.data_package.tables import tables_of
from dashboard.exports.pack.history import moment
from store.errors import RefusedError
from store.place import Place

LATEST: Final = "latest"


def write_package(to: str, measures: Iterable[str], end: date) -> str:
    """Make the package in the reader's release, and put it at `to`/<release>/<data version> and beside it. Gives where.

    A version that is there whole is not made again, but `latest` is made of it.

    Raises:
        StoreError: the place cannot be reached or written, or holds other figures of this version.
    """
    place, name, latest = Place.of(to), f"{_release()}/{data_source.version()}", f"{_release()}/{LATEST}"
    contents, there = Contents(tuple(measures), end), place.read(f"{name}/{FILE}")
    if there and not is_of(json.loads(there), contents):
        raise RefusedError(
            f"{place.address}/{name} holds other measures, or another period. Give another place (--to)."
        )
    if there and there == place.read(f"{latest}/{FILE}"):
        return f"{place.address}/{name}"
    with TemporaryDirectory() as made:
        if there:
            place.read_folder(name, Path(made))
        else:
            _make(Path(made), contents)
            place.write_folder(Path(made), name, last=FILE)
        place.write_folder(Path(made), latest, last=FILE)
    return f"{place.address}/{name}"


def _release() -> str:
    """Name the folder of a release; of one that is cut for some boroughs' people, with their names."""
    seen = scope().view
    own = "" if seen.boroughs is None else f"-{'-'.join(seen.boroughs)}"
    return re.sub(r"[^a-z0-9-]+", "-", f"{seen.release}{own}".lower())


def _make(folder: Path, contents: Contents) -> None:
    tables = tables_of(contents.measures, contents.end)
    for name, table in tables.items():
        table.write_csv(folder / f"{name}.csv")
        table.write_parquet(folder / f"{name}.parquet")
    about = About(data_source.version(), scope().release, moment(), data_source.data_date(), data_source.is_fictional())
    told = described(about, contents, tables, _files(folder, tables))
    (folder / FILE).write_text(json.dumps(told, indent=1, ensure_ascii=False), encoding="utf-8")


def _files(folder: Path, tables: Mapping[str, Any]) -> dict[str, File]:
    paths = [folder / f"{name}.{ending}" for name in tables for ending in ("csv", "parquet")]
    return {path.name: File(path.stat().st_size, sha256(path.read_bytes()).hexdigest()) for path in paths}
