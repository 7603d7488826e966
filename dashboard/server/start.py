"""Run the app under Streamlit: `python -m dashboard.server.start`; `dashboard.settings` says where and who signs in.

Two things are said to Streamlit before it starts. A folder called pages beside the script is not a page list: else a
first visit to any address but the front page would be blank. And its client, told where the server is, need not
look for it under every page's address first.

Stopped (SIGTERM), it takes no more requests, closes every page's websocket, lets a file that is being written to the
database be written to its end, and leaves with 0. What had not begun to be written is not there at all.
"""

import signal
import sys
from pathlib import Path
from typing import Final

import streamlit as st
from starlette.middleware import Middleware
from streamlit.runtime.pages_manager import PagesManager

from dashboard import settings
from dashboard.server import (
    json_logging,
    media_files,
    monitor,
    session_messages,
    slow_clients,
    warm_up,
    websocket_limits,
)
from dashboard.server.file_guard import Guard
from dashboard.server.index_html import Front
from dashboard.server.json_logging import Logged
from dashboard.server.login_return import Returning
from dashboard.server.monitor import Measured
from dashboard.server.overview_redirect import Named
from dashboard.server.readiness import Ready
from dashboard.server.release_redirect import Lowered
from dashboard.server.security_headers import Protect
from dashboard.server.websocket_limits import Sockets
from dashboard.settings import SettingsError
from store import engine
from store.private_files import keep_private

APP: Final = Path(__file__).resolve().parents[1] / "app.py"
PATIENCE_SECONDS: Final = 20
"""For a large file to be written; systemd and containers are told to wait longer before they kill."""


def app() -> st.App:
    """Give the app with what stands before it: hosts, headers and cookies, the way back, files, the document."""
    rules = settings.sign_in()
    before = [
        *([Middleware(Logged)] if settings.wants_json() else []),
        *([Middleware(Measured)] if settings.monitored() else []),
        Middleware(Protect, hosts=settings.hosts(), is_tls=bool(rules and rules.is_tls)),
        Middleware(Sockets, origin=websocket_limits.public_origin()),
        Middleware(Ready),
        *([Middleware(Returning), Middleware(Guard)] if rules else []),
        Middleware(Named),
        Middleware(Lowered),
        Middleware(Front),
    ]
    return st.App(APP, middleware=before, secrets=rules.as_secrets() if rules else None)


def main() -> None:
    """Serve until stopped; a sentence and exit 1 where the settings do not allow it."""
    PagesManager.uses_pages_directory = False
    keep_private()
    try:
        settings.must_be_right()
        host, port = settings.where()
        served = app()
    except SettingsError as problem:
        sys.exit(str(problem))
    if settings.wants_json():
        json_logging.as_lines()
    session_messages.tell_little()
    media_files.keep_for_a_while()
    slow_clients.be_patient()
    signal.signal(signal.SIGTERM, leave)
    monitor.serve()
    warm_up.do()
    served.run(config={"server.address": host, "server.port": port})


def leave(_number: int, _frame: object) -> None:
    """Leave once nothing is being written. The server puts this off until all pages are closed."""
    is_done = engine.is_settled(PATIENCE_SECONDS)
    sys.exit(0 if is_done else "Something was still being written: it is not there at all, load it again.")


if __name__ == "__main__":
    main()
