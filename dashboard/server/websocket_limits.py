"""Which pages may open a websocket, and how many of them that nobody has signed in to.

A browser says in Origin which site's page asks. Streamlit, asked by a site that it does not know, looks up this
machine's address at a service outside and holds up everybody meanwhile: so another site is refused before Streamlit
sees it, and of our own it is told that it is the same site. A page that nobody has signed in to draws a sign-in button
and no more; where too many stand open, the oldest gives way.
"""

import asyncio
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard import settings
from dashboard.auth.sessions import Seat
from dashboard.server import file_guard, upload_limits

STRANGERS_AT_MOST: Final = 100
"""Open pages of a process that nobody has signed in to."""
STRANGER_SECONDS: Final = 900.0
"""How long one stands open: a person signs in within minutes, and a browser that still shows it asks again."""
SIGNED_IN_AGAIN_SECONDS: Final = 60.0
"""How long a page whose connection was lost may come back before its uploaded files are given up."""
OVER: Final = 1013
"""The websocket code for "try again later"."""
NOT_OURS: Final = 1008

Closing = asyncio.Event


class Sockets:
    """Refuse websockets of other sites; bound the number and the time of those that nobody has signed in to."""

    def __init__(self, app: ASGIApp, origin: str | None) -> None:
        self.app, self.origin = app, origin
        self.strangers: dict[Closing, None] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or refuse."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
        elif not is_ours(Headers(scope=scope), self.origin):
            await send({"type": "websocket.close", "code": NOT_OURS})
        else:
            await self._open(as_same_site(scope), receive, send)
            asyncio.get_running_loop().call_later(SIGNED_IN_AGAIN_SECONDS, upload_limits.forget_closed)

    async def _open(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.origin is None or is_signed_in(Headers(scope=scope)):
            await self.app(scope, receive, send)
            return
        closing = self._begin()
        try:
            await self.app(scope, until(closing, receive, send), send)
        finally:
            self.strangers.pop(closing, None)

    def _begin(self) -> Closing:
        """Have the oldest give way where there are too many, and end this one after its time."""
        if len(self.strangers) >= STRANGERS_AT_MOST:
            oldest = next(iter(self.strangers))
            self.strangers.pop(oldest)
            oldest.set()
        closing = Closing()
        self.strangers[closing] = None
        asyncio.get_running_loop().call_later(STRANGER_SECONDS, closing.set)
        return closing


def is_ours(headers: Headers, origin: str | None) -> bool:
    """Say whether a page of this dashboard asks: of its public address, or without sign-in of the very host asked.

    A program that is no browser says no Origin; it could say any, so nothing rests on that.
    """
    said = headers.get("origin")
    if said is None:
        return True
    return said == origin if origin else urlsplit(said).netloc == headers.get("host")


def as_same_site(scope: Scope) -> Scope:
    """Give the request with the host that its page is of: a proxy may have dropped the port."""
    asked = {**scope, "headers": list(scope["headers"])}
    headers = MutableHeaders(scope=asked)
    if said := headers.get("origin"):
        headers["host"] = urlsplit(said).netloc
    return asked


def is_signed_in(headers: Headers) -> bool:
    """Say whether somebody who counts is behind the browser's cookies."""
    return isinstance(file_guard.seat(file_guard.claims_of(headers.get("cookie", ""))), Seat)


def until(closing: Closing, receive: Receive, send: Send) -> Receive:
    """Receive until it is to close; then close it, and say to the app that it is gone."""

    async def received() -> Message:
        message = asyncio.ensure_future(receive())
        over = asyncio.ensure_future(closing.wait())
        await asyncio.wait({message, over}, return_when=asyncio.FIRST_COMPLETED)
        over.cancel()
        if message.done():
            return message.result()
        message.cancel()
        await send({"type": "websocket.close", "code": OVER})
        return {"type": "websocket.disconnect", "code": OVER}

    return received


def public_origin() -> str | None:
    """Give the one origin that pages are of where people sign in; None where nobody does."""
    rules = settings.sign_in()
    if rules is None:
        return None
    parts = urlsplit(rules.public)
    return f"{parts.scheme}://{parts.netloc}"
