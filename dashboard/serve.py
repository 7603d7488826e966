"""Run the app under Streamlit: `python -m dashboard.serve`; `dashboard.settings` says where and who signs in.

Two things are said to Streamlit before it starts. A folder called pages beside the script is not a page list: else a
first visit to any address but the front page would be blank. And its client, told where the server is, need not
look for it under every page's address first.
"""

import sys
from pathlib import Path
from typing import Final

import streamlit as st
from starlette.middleware import Middleware
from streamlit.runtime.pages_manager import PagesManager

from dashboard import settings
from dashboard.front.documents import Front
from dashboard.front.guard import Guard
from dashboard.front.lowered import Lowered
from dashboard.front.protect import Protect
from dashboard.front.returning import Returning
from dashboard.settings import SettingsError

APP: Final = Path(__file__).resolve().parent / "app.py"


def app() -> st.App:
    """Give the app with what stands before it: hosts, headers and cookies, the way back, files, the document."""
    rules = settings.sign_in()
    before = [
        Middleware(Protect, hosts=settings.hosts(), is_tls=bool(rules and rules.is_tls)),
        *([Middleware(Returning), Middleware(Guard)] if rules else []),
        Middleware(Lowered),
        Middleware(Front),
    ]
    return st.App(APP, middleware=before, secrets=rules.as_secrets() if rules else None)


def main() -> None:
    """Serve until stopped; a sentence and exit 1 where the settings do not allow it."""
    PagesManager.uses_pages_directory = False
    try:
        host, port = settings.where()
        served = app()
    except SettingsError as problem:
        sys.exit(str(problem))
    served.run(config={"server.address": host, "server.port": port})


if __name__ == "__main__":
    main()
