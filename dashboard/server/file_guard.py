"""Files that the app has made ready, and uploads to it: only for the sign-in that asked for them."""

import json
from collections.abc import Mapping
from http.cookies import SimpleCookie
from typing import Any, Final

from starlette.datastructures import Headers
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import auth_util
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from dashboard import settings
from dashboard.auth import refusal_log, sessions
from dashboard.auth.permissions import scope_of
from dashboard.auth.sessions import Refusal, Seat, Why
from dashboard.server import upload_limits
from store import audit

FILES: Final = "/media/"
UPLOADS: Final = "/_stcore/upload_file/"
OF_ANOTHER: Final = "a file of somebody else"
NOT_ALLOWED: Final = "uploads are not part of this role"
PARTS: Final = frozenset({b"range", b"if-range", b"if-none-match", b"if-modified-since", b"accept-encoding"})
"""Headers that ask for less than the whole plain file, by which a file is recognised."""


class Guard:
    """Let a file through to a browser only where that signing in has asked for it, and put a refusal on record."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on or refuse."""
        if scope["type"] != "http" or not scope["path"].startswith((FILES, UPLOADS)):
            await self.app(scope, receive, send)
            return
        told = claims_of(Headers(scope=scope).get("cookie", ""))
        found = seat(told)
        if isinstance(found, Refusal):
            await _refuse(told, found.why.value, scope, receive, send)
        elif scope["path"].startswith(UPLOADS):
            await self._upload(found, told, scope, receive, send)
        else:
            await self._file(found, told, scope, receive, send)

    async def _upload(self, found: Seat, told: Mapping[str, Any], scope: Scope, receive: Receive, send: Send) -> None:
        """An upload names the session that it is for, and is of somebody who may upload, within what fits in memory."""
        session = scope["path"].removeprefix(UPLOADS).partition("/")[0]
        if not sessions.sits_at(found.key, session):
            await _refuse(told, OF_ANOTHER, scope, receive, send)
        elif scope["method"] != "DELETE" and (found.is_event or not scope_of(found.person).may_upload()):
            await _refuse(told, NOT_ALLOWED, scope, receive, send)
        elif scope["method"] == "DELETE":
            await self.app(scope, receive, send)
        else:
            await upload_limits.within_limits(self.app, sessions.sessions_of(found.person.email), scope, receive, send)

    async def _file(self, found: Seat, told: Mapping[str, Any], scope: Scope, receive: Receive, send: Send) -> None:
        """A file is recognised by all that is in it, so the whole of it is asked for, and none sent before that."""
        held: list[Message] = []

        async def keep(message: Message) -> None:
            held.append(message)

        whole = [(name, value) for name, value in scope["headers"] if name.lower() not in PARTS]
        await self.app({**scope, "method": "GET", "headers": whole}, receive, keep)
        content = b"".join(message.get("body", b"") for message in held)
        if sessions.may_fetch(found.key, content) or held[0].get("status", 200) >= 400:
            await GZipMiddleware(_replay(held))(scope, receive, send)
        else:
            await _refuse(told, OF_ANOTHER, scope, receive, send)


def _replay(held: list[Message]) -> ASGIApp:
    """Send what was held; of a HEAD request the start alone."""

    async def replay(scope: Scope, receive: Receive, send: Send) -> None:
        for message in held:
            is_body = message["type"] == "http.response.body"
            await send({**message, "body": b""} if is_body and scope["method"] == "HEAD" else message)

    return replay


def claims_of(cookies: str) -> dict[str, Any]:
    """Give what the identity token behind a browser's cookies says; nothing where none is there or it was tampered."""
    jar = {name: each.value for name, each in SimpleCookie(cookies).items()}

    def signed(name: str) -> bytes | None:
        value = jar.get(name)
        return decode_signed_value(get_cookie_secret(), name, value.encode("latin-1")) if value else None

    whole = auth_util.get_cookie_with_chunks(signed, USER_COOKIE_NAME)
    told: dict[str, Any] = json.loads(whole) if whole else {}
    return {name: value for name, value in told.items() if name != "origin"}


def seat(told: Mapping[str, Any]) -> Seat | Refusal:
    """Say who is signed in, or why nobody is."""
    rules = settings.sign_in()
    return sessions.seat_of(told, rules, None) if rules else Refusal(Why.NOBODY)


async def _refuse(told: Mapping[str, Any], why: str, scope: Scope, receive: Receive, send: Send) -> None:
    token = audit.FROM.set(scope["client"][0] if scope.get("client") else None)
    of = "upload" if scope["path"].startswith(UPLOADS) else "download"
    refusal_log.put(str(told.get("email") or "").lower(), {"why": why, "of": of})
    audit.FROM.reset(token)
    words = "This file is not yours to open. Sign in, then ask for it again."
    await PlainTextResponse(words, 403)(scope, receive, send)
