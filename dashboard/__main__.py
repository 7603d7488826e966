"""Start the dashboard: make the database ready, load the fictional consortium if it is empty, serve.

`dashboard.settings` says where and who signs in; SAMPLE_DATA=off leaves an empty database empty.
"""

import os
import sys
from typing import Final

import sqlalchemy as sa
from rich.console import Console
from rich.progress import track

from dashboard import settings
from dashboard.data.sample_fingerprints import SAMPLE
from dashboard.faults import tried
from dashboard.settings import SettingsError
from loaders import read
from store import snapshot
from store.engine import engine
from store.errors import StoreError
from store.key_salt import SAMPLE as OF_SAMPLE
from store.uploads.history import current
from store.uploads.save import save

ROOT: Final = SAMPLE.parent
SAY: Final = Console()


def main() -> None:
    """Make ready and serve; a sentence and exit 1 where that cannot be done."""
    os.chdir(ROOT)
    try:
        settings.where()
        database = engine()
        load_sample(database)
        with SAY.status("Putting boroughs and years together"):
            tried("Boroughs and years", lambda: put_together(database), _not_together)
    except (StoreError, SettingsError) as problem:
        SAY.print(str(problem), style="bold red")
        sys.exit(1)
    serve()


def put_together(database: sa.Engine) -> None:
    """Make the snapshot of what is loaded, where it is not there yet."""
    snapshot.ensure(database)


def _not_together(number: str) -> None:
    SAY.print(
        f"Boroughs and years cannot be put together, by a fault of ours (number {number}, in the log above). The "
        "dashboard opens all the same: on the page Data, History can take the last upload back.",
        style="bold red",
    )


def load_sample(database: sa.Engine) -> None:
    """Load the fictional consortium into a database in which nothing is loaded."""
    if os.environ.get("SAMPLE_DATA", "on") == "off" or current(database).height:
        return
    files = sorted(SAMPLE.rglob("*.csv"))
    for file in track(files, description="Loading the fictional consortium", console=SAY):
        save(database, read(file), who=OF_SAMPLE)


def serve() -> None:
    """Hand this process over to the server."""
    rules, (_, port) = settings.sign_in(), settings.where()
    where = rules.public if rules else f"http://localhost:{port}"
    SAY.print(f"Serving the dashboard on [bold]{where}[/bold] (Ctrl+C stops it)")
    if rules is None:
        SAY.print("Nobody signs in: this is a local demonstration, for this machine alone.")
    os.execv(sys.executable, [sys.executable, "-m", "dashboard.server.start"])


if __name__ == "__main__":
    main()
