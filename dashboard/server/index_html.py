"""The one document that a browser gets, whatever page it opens."""

from pathlib import Path
from typing import Final

import streamlit as st
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

INDEX: Final = Path(st.__file__).parent / "static" / "index.html"
AT_ROOT: Final = "<script>window.__streamlit = {BACKEND_BASE_URL: window.location.origin}</script>"

LOWERED: Final = """<script>
for (const done of ["mousedown", "contextmenu", "focusin"]) addEventListener(done, (event) => {
  const link = event.target.closest && event.target.closest("a[href]")
  if (!link || link.origin !== location.origin) return
  const [to, here] = [new URL(link.href), new URLSearchParams(location.search)]
  for (const name of ["release", "event"])
    if (here.has(name) && !to.searchParams.has(name)) to.searchParams.set(name, here.get(name))
  if (to.href !== link.href && !link.hash) link.href = to.href
}, true)
</script>"""
"""Streamlit's links drop the address's parameters, and bar the server from knowing where they were followed: one that
is opened in a new tab would lose the release that its page was lowered to."""

PLAIN: Final = """<script>
new MutationObserver(() => {
  const items = '[data-testid="stSidebarNavItems"]'
  for (const each of document.querySelectorAll(`${items}:not([role]), ${items} li:not([role])`)) each.role = "none"
}).observe(document, {childList: true, subtree: true})
</script>"""
"""On a phone Streamlit's list of pages holds what no list may: a screen reader is told of links alone."""

OF_SIGNING_IN: Final = "oauth2callback"
"""An address one step deep that is no page."""


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
    return b"text/html" in wanted and "/" not in step and "." not in step and step != OF_SIGNING_IN


def document() -> str:
    """Give Streamlit's document, with at its head the server's place, links that keep the release and plain lists."""
    return INDEX.read_text().replace("<head>", f"<head>{AT_ROOT}{LOWERED}{PLAIN}", 1)
