"""Run the app under Streamlit: `python -m dashboard.serve`; HOST and PORT say where.

Two things are said to Streamlit before it starts. A folder called pages beside the script is not a page list: else a
first visit to any address but the front page would be blank. And its client, told where the server is, need not
look for it under every page's address first.
"""

import os
from pathlib import Path
from typing import Final

import streamlit as st
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime.pages_manager import PagesManager

APP: Final = Path(__file__).resolve().parent / "app.py"
INDEX: Final = Path(st.__file__).parent / "static" / "index.html"
AT_ROOT: Final = "<script>window.__streamlit = {BACKEND_BASE_URL: window.location.origin}</script>"


class Front:
    """Answer a browser that asks for a page, whatever its address, with the one document there is."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.page = HTMLResponse(document(), headers={"cache-control": "no-cache"})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer it, or pass the request on."""
        await (self.page if asks_for_page(scope) else self.app)(scope, receive, send)


def asks_for_page(scope: Scope) -> bool:
    """Say whether a browser opens an address: one step deep, no file, and HTML is wanted."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    wanted = dict(scope["headers"]).get(b"accept", b"")
    step = scope["path"].strip("/")
    return b"text/html" in wanted and "/" not in step and "." not in step


def document() -> str:
    """Give Streamlit's document, with the server's place said at its head."""
    return INDEX.read_text().replace("<head>", f"<head>{AT_ROOT}", 1)


def main() -> None:
    """Serve until stopped."""
    PagesManager.uses_pages_directory = False
    host, port = os.environ.get("HOST", "localhost"), int(os.environ.get("PORT", "8501"))
    app = st.App(APP, middleware=[Middleware(Front)])
    app.run(config={"server.address": host, "server.port": port})


if __name__ == "__main__":
    main()
