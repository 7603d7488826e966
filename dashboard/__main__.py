"""Start the dashboard: make the database ready, load the fictional consortium if it is empty, serve.

`dashboard.settings` says where and who signs in; SAMPLE_DATA=off leaves an empty database empty. `python -m dashboard
check` only says what is set, reachable, owned and writable.
"""

import logging
import os
import sys
from typing import Final

import sqlalchemy as sa
from rich.console import Console
from rich.progress import track

from dashboard import settings
from dashboard.check import checked
from dashboard.data.sample_fingerprints import SAMPLE
from dashboard.faults import tried
from dashboard.server import json_logging
from dashboard.server.json_logging import LOG
from dashboard.settings import SettingsError
from loaders import read
from store import snapshot
from store.engine import engine
from store.errors import StoreError
from store.key_salt import SAMPLE as OF_SAMPLE
from store.private_files import keep_private
from store.uploads.history import current
from store.uploads.save import save

ROOT: Final = SAMPLE.parent
SAY: Final = Console()


def main() -> None:
    """Make ready and serve, or check; a sentence and exit 1 where that cannot be done."""
    os.chdir(ROOT)
    keep_private()
    if sys.argv[1:]:
        sys.exit(checked(sys.argv[1:]))
    try:
        if settings.wants_json():
            json_logging.as_lines()
        settings.must_be_right()
        settings.must_be_free(*settings.where())
        settings.must_be_free_for_a_monitor()
        database = engine()
        load_sample(database)
        with SAY.status("Putting boroughs and years together"):
            tried("Boroughs and years", lambda: put_together(database), _not_together)
    except (StoreError, SettingsError) as problem:
        say(str(problem), logging.ERROR)
        sys.exit(1)
    serve()


def say(sentence: str, level: int = logging.INFO) -> None:
    """Tell the operator: in the log's own lines where these are JSON, else on the screen."""
    if LOG.handlers:
        LOG.log(level, sentence)
        return
    SAY.print(sentence, style="bold red" if level >= logging.ERROR else None, markup=False, soft_wrap=True)


def put_together(database: sa.Engine) -> None:
    """Make the snapshot of what is loaded, where it is not there yet."""
    snapshot.ensure(database)


def _not_together(number: str) -> None:
    say(
        f"Boroughs and years cannot be put together, by a fault of ours (number {number}, in the log above). The "
        "dashboard opens all the same: on the page Data, History can take the last upload back.",
        logging.ERROR,
    )


def load_sample(database: sa.Engine) -> None:
    """Load the fictional consortium into a database in which nothing is loaded."""
    if not settings.wants_sample() or current(database).height:
        return
    files, told = sorted(SAMPLE.rglob("*.csv")), "Loading the fictional consortium"
    if LOG.handlers:
        say(told)
    for file in track(files, description=told, console=SAY, disable=bool(LOG.handlers)):
        save(database, read(file), who=OF_SAMPLE)


def serve() -> None:
    """Hand this process over to the server."""
    rules, (_, port) = settings.sign_in(), settings.where()
    where = rules.public if rules else f"http://localhost:{port}"
    say(f"Serving the dashboard on {where} (Ctrl+C stops it)")
    if rules is None:
        say("Nobody signs in: this is a local demonstration, for this machine alone.")
    os.execv(sys.executable, [sys.executable, "-m", "dashboard.server.start"])


if __name__ == "__main__":
    main()
