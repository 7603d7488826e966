"""The store's door: `python -m store status | backup FILE | restore FILE | rebuild`.

The database is that of DATABASE_URL, the snapshot that of SNAPSHOT_DIR.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import sqlalchemy as sa

from store import snapshot, uploads
from store.backup import backup, restore
from store.engine import engine
from store.errors import StoreError


def main(arguments: Sequence[str] | None = None) -> int:
    """Do one thing and say so; 1 where it could not be done, with the reason on standard error."""
    given = _parser().parse_args(arguments)
    try:
        print(_done(given.do, Path(given.file or ""), engine()))
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _done(do: str, file: Path, database: sa.Engine) -> str:
    if do == "backup":
        backup(database, file)
        return f"The database is copied to {file}."
    if do == "restore":
        restore(database, file)
        return f"The database is again as {file} has it."
    if do == "rebuild":
        return f"The snapshot is made anew in {snapshot.rebuild(database)}."
    return _status(database)


def _status(database: sa.Engine) -> str:
    current = uploads.current(database)
    boroughs = current["borough"].drop_nulls().n_unique()
    return "\n".join(
        (
            f"Database      {database.url.render_as_string()}",
            f"Snapshots     {snapshot.home()}",
            f"Data version  {snapshot.version(database)}",
            f"Uploads       {current.height} accepted of {uploads.history(database).height} on record",
            f"Boroughs      {boroughs}",
            f"Rows          {current['accepted'].sum():,} accepted, {current['set_aside'].sum():,} set aside",
        )
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m store", description=__doc__)
    doings = parser.add_subparsers(dest="do", required=True)
    doings.add_parser("status", help="say what is loaded").set_defaults(file=None)
    doings.add_parser("rebuild", help="make the snapshot anew").set_defaults(file=None)
    for name, what in (("backup", "copy the database to a new file"), ("restore", "put a backup back")):
        doings.add_parser(name, help=what).add_argument("file")
    return parser


if __name__ == "__main__":
    sys.exit(main())
