"""The store's door: `python -m store status | migrate | backup | restore | drill | rebuild | lake | take-back | salt |
keep | purge | people`.

The database is that of DATABASE_URL, the snapshot that of SNAPSHOT_DIR. What looks or copies opens the database as it
is; all else brings it to this release's version first, as the dashboard does when it starts.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from store import backup_folder, key_salt, people_commands, snapshot
from store.backup import backup, restore
from store.command_line_user import at_the_keyboard
from store.drill import drill
from store.engine import address, engine, opened, prepared, version, writing_connection
from store.errors import RefusedError, StoreError, said_plainly
from store.migrations.run import newest, take_back
from store.private_files import keep_private
from store.snapshot.publish import publish
from store.uploads import history, retention
from store.uploads.purge import purge
from store.uploads.retention import Which

SALTS: Final = {
    "restored": "The salt of children's keys came with it: keys are as they were where it was made.",
    "kept": "It holds no salt of children's keys: this installation's own stays, and keys are as they were here.",
    "made": "It holds no salt of children's keys, and a new one was made: children have other keys than where it was "
    "made, and small counts of the board and event releases are drawn again.",
}
"""What became of the salt when a backup was restored."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do one thing and say so; 1 where it could not be done, with the reason on standard error."""
    given = _parser().parse_args(arguments)
    do: Callable[[argparse.Namespace, sa.Engine], str] = given.do
    keep_private()
    try:
        print(do(given, given.database()))
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _as_it_is() -> sa.Engine:
    """The database, not brought to this release's version first."""
    return opened(address())


def _backup(given: argparse.Namespace, database: sa.Engine) -> str:
    if version(database) is None:
        raise RefusedError(f"Nothing of the dashboard is in {database.url.render_as_string()}: nothing was copied.")
    if given.keep_days and not given.dated:
        raise RefusedError("--keep-days goes with --dated: of which folder should older ones be removed?")
    file: Path = backup_folder.next_name(given.file) if given.dated else given.file
    backup(database, file)
    gone = backup_folder.prune(given.file, given.keep_days) if given.keep_days else []
    removed = f" {len(gone)} older than {given.keep_days} days removed." if gone else ""
    return f"The database is copied to {file}, and read back.{removed}"


def _drill(given: argparse.Namespace, database: sa.Engine) -> str:
    file: Path = backup_folder.newest(given.file) if given.file.is_dir() else given.file
    began = time.monotonic()
    found = drill(file, database, given.into)
    if found.lost:
        told = "; ".join(f"{name}: {came:,} of {held:,}" for name, (held, came) in found.lost.items())
        raise StoreError(f"{file} does not come back whole. Rows that came of those it holds: {told}.")
    rows = "\n".join(f"{count:>10,}  {name}" for name, count in found.held.items())
    took = time.monotonic() - began
    return f"{rows}\n{file} comes back whole, in {took:.0f} s: data version {found.data_version}. Nothing was changed."


def _restore(given: argparse.Namespace, database: sa.Engine) -> str:
    became = restore(database, given.file, who=at_the_keyboard())
    return f"The database is again as {given.file} has it. {SALTS[became]} (Fingerprint {_fingerprint(database)}.)"


def _salt(given: argparse.Namespace, database: sa.Engine) -> str:
    if given.make:
        key_salt.make(database, who=at_the_keyboard())
    return f"The salt of children's keys has the fingerprint {_fingerprint(database)}."


def _fingerprint(database: sa.Engine) -> str:
    if (own := key_salt.own(database)) is None:
        raise StoreError(key_salt.LOST)
    return key_salt.fingerprint(own)


def _rebuild(_: argparse.Namespace, database: sa.Engine) -> str:
    return f"The snapshot is rebuilt in {snapshot.rebuild(database)}."


def _migrate(_: argparse.Namespace, database: sa.Engine) -> str:
    before = version(database)
    prepared(address()).dispose()
    return f"The database is at version {newest()}" + ("." if before else ", and holds nothing yet.")


def _take_back(given: argparse.Namespace, database: sa.Engine) -> str:
    with said_plainly(), writing_connection(database) as connection:
        take_back(connection, given.version)
    return f"The database is at version {given.version}. Start the release that goes with it, and no newer one."


def _lake(given: argparse.Namespace, database: sa.Engine) -> str:
    folder = snapshot.lake_of(database).absolute()
    return publish(folder, given.to) if given.to else str(folder)


def _status(_: argparse.Namespace, database: sa.Engine) -> str:
    """Look, and change nothing: a database of another version is not migrated for it."""
    at, where = version(database), f"Database      {database.url.render_as_string()}"
    if at == newest():
        return f"{where}\nVersion       {at}, this release's\n{_loaded(database)}"
    told = f"{at}; this release works with {newest()}" if at else "none: nothing of the dashboard is in it"
    return f"{where}\nVersion       {told}. python -m store migrate brings it there."


def _loaded(database: sa.Engine) -> str:
    current = history.current(database)
    boroughs = current["borough"].drop_nulls().n_unique()
    return "\n".join(
        (
            f"Snapshots     {snapshot.home()}",
            f"Data version  {snapshot.version(database)}",
            f"Salt of keys  fingerprint {_fingerprint(database)}",
            f"Uploads       {current.height} accepted of {history.history(database).height} on record",
            f"Boroughs      {boroughs}",
            f"Rows          {current['accepted'].sum():,} accepted, {current['set_aside'].sum():,} set aside",
            f"Retention     {retention.due(database, date.today()).height} uploads past their date",
        )
    )


def _keep(given: argparse.Namespace, database: sa.Engine) -> str:
    which = Which(given.upload, given.borough, given.source, given.year)
    if which == Which() and not given.all:
        raise RefusedError("Say which uploads: --upload, --borough, --source, --year, or --all of them.")
    count = retention.keep_until(database, which, given.until, who=at_the_keyboard())
    until = f"until {given.until:%-d %B %Y}" if given.until else "for good"
    return f"{_counted(count)} kept {until}."


def _purge(given: argparse.Namespace, database: sa.Engine) -> str:
    if given.dry_run:
        due = retention.due(database, given.until)
        lines = [f"{row['filename']}, kept until {row['keep_until']}" for row in due.iter_rows(named=True)]
        return "\n".join([*lines, f"{_counted(due.height)} past their date. Nothing was removed."])
    gone = purge(database, given.until, who=at_the_keyboard())
    return "\n".join(
        [*gone.uploads, f"{_counted(len(gone.uploads))} removed, with {gone.rows:,} row{'s' * (gone.rows != 1)}."]
    )


def _counted(uploads: int) -> str:
    return f"{uploads:,} upload{'s' * (uploads != 1)}"


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{given} is not a date such as 2026-03-31") from error


def _days(given: str) -> int:
    if not (given.isdecimal() and int(given) > 0):
        raise argparse.ArgumentTypeError(f"{given} is no number of days such as 35")
    return int(given)


def _day_or_never(given: str) -> date | None:
    return None if given == "never" else _day(given)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m store", description=__doc__)
    parser.set_defaults(database=engine)
    doings = parser.add_subparsers(required=True)
    doings.add_parser("status", help="say what is loaded").set_defaults(do=_status, database=_as_it_is)
    migrating = doings.add_parser("migrate", help="bring the database to this release's version")
    migrating.set_defaults(do=_migrate, database=_as_it_is)
    doings.add_parser("rebuild", help="rebuild the snapshot").set_defaults(do=_rebuild)
    lake = doings.add_parser("lake", help="say where other engines read the tables, or copy them to a bucket")
    lake.add_argument("--to", metavar="ADDRESS", help="such as s3://bucket/placements, or file:///mnt/placements")
    lake.set_defaults(do=_lake)
    older = doings.add_parser("take-back", help="bring the database to an older version, for an older release")
    older.add_argument("version", help="such as 0004")
    older.set_defaults(do=_take_back)
    for name, do, what in (("backup", _backup, "to a new file"), ("restore", _restore, "from a backup")):
        copying = doings.add_parser(name, help=f"copy the database {what}")
        copying.add_argument("file", type=Path)
        copying.set_defaults(do=do, database=_as_it_is)
        if do is _backup:
            copying.add_argument(
                "--dated", action="store_true", help="FILE is a folder; the file is called by the time"
            )
            copying.add_argument(
                "--keep-days", type=_days, metavar="DAYS", help="remove dated ones that are older, but the newest"
            )
    drilling = doings.add_parser("drill", help="restore a backup into an empty database, and count what came back")
    drilling.add_argument("file", type=Path, help="a backup, or a folder of dated ones: the newest")
    drilling.add_argument("--into", metavar="URL", help="an empty database (one that is made for it, and removed)")
    drilling.set_defaults(do=_drill, database=_as_it_is)
    salting = doings.add_parser("salt", help="say the fingerprint of the salt of children's keys")
    salting.add_argument("--make", action="store_true", help="make a new one, where it was lost")
    salting.set_defaults(do=_salt)
    _fill_keep(doings.add_parser("keep", help="say until when uploads are kept"))
    removing = doings.add_parser("purge", help="remove the rows of uploads past their date")
    removing.add_argument("--until", type=_day, default=date.today(), metavar="DATE", help="as if this were today")
    removing.add_argument("--dry-run", action="store_true", help="only say what would go")
    removing.set_defaults(do=_purge)
    people_commands.fill(doings.add_parser("people", help="say who may sign in, and what of"))
    return parser


def _fill_keep(keep: argparse.ArgumentParser) -> None:
    keep.add_argument("--until", type=_day_or_never, required=True, metavar="DATE", help="last day, or: never")
    keep.add_argument("--upload", type=int, metavar="NUMBER", help="one upload")
    keep.add_argument("--borough", help="all of a borough")
    keep.add_argument("--source", help="all of a source")
    keep.add_argument("--year", type=int, help="all of a return year")
    keep.add_argument("--all", action="store_true", help="every upload")
    keep.set_defaults(do=_keep)


if __name__ == "__main__":
    sys.exit(main())
