"""The way back: whoever signs in comes back to the page and filters that they had asked for."""

import re
from html import escape
from http.cookies import SimpleCookie
from typing import Final
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard import settings
from dashboard.auth.provider import answers_now
from dashboard.faults import LOG
from dashboard.settings import CALLBACK

COOKIE: Final = "placements_back"
LOG_IN: Final = "/auth/login"
MINUTES: Final = 10
PAGE: Final = re.compile(r"/[a-z0-9-]*(\?[\w%+&=.,:;()'!*~-]*)?")
"""A page of ours with its filters, and nothing that leads elsewhere."""

LONGEST: Final = 3_000

WRONG: Final = 400
"""The status with which Streamlit answers where it cannot send somebody to the provider, as that does not answer."""

SIGNED_IN: Final = b"_streamlit_user"
"""How the name of the cookie begins that Streamlit gives to somebody who has signed in."""

APOLOGY: Final = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Nobody can sign in now</title></head>
<body style="font: 1.1rem/1.5 sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1rem">
<h1>Nobody can sign in now</h1>
<p>The service that your council signs in with does not answer. Nothing is wrong with your account, and whoever is
signed in can go on. Try again in a minute; if it stays so, tell {contact}.</p>
<p><a href="/">Try again</a></p>
</body></html>
"""


class Returning:
    """Remember the page that somebody signs in from, and send them there once they have."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Remember, or send back; say it in words where the provider does not answer."""
        path = scope.get("path", "")
        if scope["type"] != "http" or path not in (LOG_IN, CALLBACK):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        page = asked_from(headers) if path == LOG_IN else kept_in(headers)
        is_refused = False

        async def sent(message: Message) -> None:
            nonlocal is_refused
            is_refused = is_refused or (message["type"] == "http.response.start" and await _is_refused(path, message))
            if is_refused:
                return
            if message["type"] == "http.response.start" and page:
                _lead(MutableHeaders(scope=message), path, page)
            await send(message)

        await self.app(scope, receive, sent)
        if is_refused:
            LOG.error("The provider of sign-in does not answer: nobody can sign in")
            await HTMLResponse(apology(), 503, {"cache-control": "no-store", "retry-after": "30"})(scope, receive, send)


async def _is_refused(path: str, answered: Message) -> bool:
    """Say whether nobody can sign in: the provider was not there to go to, or was gone when somebody came back.

    Streamlit answers the latter as it answers who comes back a second time, so the provider itself is asked.
    """
    if path == LOG_IN:
        return answered["status"] >= WRONG
    rules = settings.sign_in()
    if rules is None or any(_signs_in(name, value) for name, value in answered.get("headers", [])):
        return False
    return not await run_in_threadpool(answers_now, rules.provider)


def _signs_in(name: bytes, value: bytes) -> bool:
    """Say whether a header gives the cookie of somebody who has signed in, and does not take it away."""
    given = value.partition(b";")[0].partition(b"=")
    return name.lower() == b"set-cookie" and given[0].startswith(SIGNED_IN) and given[2].strip(b'"') != b""


def _lead(answered: MutableHeaders, path: str, page: str) -> None:
    """Remember the page as somebody goes to sign in, and send them there as they come back."""
    if path == LOG_IN:
        answered.append("set-cookie", cookie(page, MINUTES * 60))
    elif answered.get("location") == "/":
        answered["location"] = page
        answered.append("set-cookie", cookie("", 0))


def apology() -> str:
    """Give the page that says in words that nobody can sign in now, and what to do."""
    rules = settings.sign_in()
    contact = escape(rules.contact if rules else settings.CONTACT)
    return APOLOGY.format(contact=contact)


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
