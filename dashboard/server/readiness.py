"""Readiness: whether this process can serve people now, for a proxy or an orchestrator that asks.

Health (`/_stcore/health`) says that the process lives. This says that the database answers, and that the snapshot of
the present data is there or can be made. Nothing about what is in them. It also says whether the provider of sign-in
answers and how old the newest backup is: both matter to an operator, but whoever is signed in can work all the same,
so neither takes the process out of service.
"""

import os
import time
from datetime import timedelta
from typing import Final

from anyio import to_thread
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard import settings
from dashboard.auth.provider import answers
from store import backup_folder, snapshot
from store.engine import engine
from store.errors import StoreError

PATH: Final = "/_stcore/ready"
FRESH_SECONDS: Final = 1.0
"""However often it is asked, the database is asked once in this time."""

OLD: Final = timedelta(hours=26)
"""After a day, and two hours for the backup itself, a nightly backup is missing."""

Answer = tuple[int, dict[str, str]]


class Ready:
    """Answer whether this process is ready: 200, or 503 with what is amiss."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.kept: tuple[float, Answer] = (float("-inf"), (503, {}))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass the request on."""
        if scope["type"] != "http" or scope["path"] != PATH:
            await self.app(scope, receive, send)
            return
        at, (status, told) = self.kept
        if time.monotonic() - at > FRESH_SECONDS:
            status, told = await to_thread.run_sync(looked)
            self.kept = (time.monotonic(), (status, told))
        await JSONResponse(told, status, {"cache-control": "no-store"})(scope, receive, send)


def looked() -> Answer:
    """Look at the database, the snapshot, and what is set up besides. Gives the status and what each is."""
    status, told = _database()
    return status, told | _sign_in() | _backup()


def _database() -> Answer:
    try:
        version = snapshot.version(engine())
    except StoreError:
        return 503, {"database": "does not answer", "snapshot": "not known"}
    if snapshot.is_there(version):
        return 200, {"database": "answers", "snapshot": "is there"}
    if os.access(snapshot.nearest(), os.W_OK):
        return 200, {"database": "answers", "snapshot": "is made when next asked for"}
    return 503, {"database": "answers", "snapshot": "is not there, and its folder cannot be written"}


def _sign_in() -> dict[str, str]:
    rules = settings.sign_in()
    if rules is None:
        return {}
    return {"sign-in": "answers" if answers(rules.provider) else "the provider does not answer: nobody can sign in"}


def _backup() -> dict[str, str]:
    folder = settings.backups()
    if folder is None:
        return {}
    old = backup_folder.age(folder)
    if old is None:
        return {"backup": "there is none"}
    return {"backup": backup_folder.in_hours(old) + (": too old" if old > OLD else "")}
