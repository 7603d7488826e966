"""The way back: whoever signs in comes back to the page and filters that they had asked for."""

import re
from http.cookies import SimpleCookie
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.settings import CALLBACK

COOKIE: Final = "placements_back"
LOG_IN: Final = "/auth/login"
MINUTES: Final = 10
PAGE: Final = re.compile(r"/[a-z0-9-]*(\?[\w%+&=.,:;()'!*~-]*)?")
"""A page of ours with its filters, and nothing that leads elsewhere."""

LONGEST: Final = 3_000


class Returning:
    """Remember the page that somebody signs in from, and send them there once they have."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Remember, or send back."""
        path = scope.get("path", "")
        if scope["type"] != "http" or path not in (LOG_IN, CALLBACK):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        page = asked_from(headers) if path == LOG_IN else kept_in(headers)

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start" and page:
                answered = MutableHeaders(scope=message)
                if path == LOG_IN:
                    answered.append("set-cookie", cookie(page, MINUTES * 60))
                elif answered.get("location") == "/":
                    answered["location"] = page
                    answered.append("set-cookie", cookie("", 0))
            await send(message)

        await self.app(scope, receive, sent)


def asked_from(headers: Headers) -> str:
    """Give the page that a request comes from, of this host alone; empty where it is none."""
    parts = urlsplit(headers.get("referer", ""))
    if parts.netloc != headers.get("host"):
        return ""
    return _page(f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}")


def kept_in(headers: Headers) -> str:
    """Give the page that the cookie remembers; empty where it is none of ours."""
    found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    return _page(found.value) if found else ""


def cookie(page: str, seconds: int) -> str:
    """Give a cookie that no script reads and no other site sends along but by a link."""
    made = SimpleCookie({COOKIE: page})
    for name, value in (("path", "/"), ("httponly", True), ("samesite", "Lax"), ("max-age", seconds)):
        made[COOKIE][name] = value
    return made[COOKIE].OutputString()


def _page(given: str) -> str:
    return given if len(given) <= LONGEST and PAGE.fullmatch(given) and given != CALLBACK else ""
