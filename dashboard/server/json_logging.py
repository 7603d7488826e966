"""Logs as a line of JSON an event, without personal data: LOG=json.

What is told of a request is its method, the first steps of its path, its status and how long it took: no address, no
query (filters stand there), no cookie. Of an error it is the kind and the places in the code, never the message, which
may hold a value from somebody's file.
"""

import json
import logging
import re
import time
import traceback
from datetime import UTC, datetime
from typing import Any, Final

import streamlit.logger
import uvicorn.config
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOG: Final = logging.getLogger("placements")
PERSONAL: Final = re.compile(r"[\w.+-]+@[\w.-]+|\b\d{1,3}(?:\.\d{1,3}){3}\b|\?\S+")
"""E-mail addresses, network addresses and queries."""
DOORS: Final = {
    "_stcore": frozenset({"health", "host-config", "ready", "stream", "upload_file"}),
    "app": frozenset({"static"}),
    "auth": frozenset({"login", "logout"}),
    "media": frozenset[str](),
    "oauth2callback": frozenset[str](),
    "static": frozenset({"css", "js", "media"}),
}
"""The steps of a path that a log may repeat. Any other may be an e-mail address or a child that somebody typed."""
PLACES: Final = 12


class Lines(logging.Formatter):
    """One line of JSON for each event: when, how grave, from where, what."""

    def __init__(self, *_: object, **__: object) -> None:
        super().__init__()

    def format(self, record: logging.LogRecord) -> str:
        """Give the line. What is filled into a message is left out: it may be anybody's."""
        told: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "what": PERSONAL.sub("[left out]", str(record.msg)),
            **getattr(record, "told", {}),
        }
        if record.exc_info and record.exc_info[1]:
            told |= {"error": type(record.exc_info[1]).__name__, "at": places(record.exc_info[1])}
        return json.dumps(told)


def places(error: BaseException) -> list[str]:
    """Where in the code an error came from, the innermost last."""
    frames = traceback.extract_tb(error.__traceback__)[-PLACES:]
    return [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames]


def as_lines() -> None:
    """Have Streamlit, the server under it and ourselves log so."""
    streamlit.logger.setup_formatter = _set_up
    streamlit.logger.update_formatter()
    for name in ("default", "access"):
        uvicorn.config.LOGGING_CONFIG["formatters"][name] = {"()": Lines}
    _set_up(LOG)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False


def _set_up(logger: logging.Logger) -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(Lines())
    logger.handlers = [handler]


class Logged:
    """Log each request when it is answered, and each open page when it closes."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and log."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        began, status = time.perf_counter(), 0

        async def sent(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, sent)
        finally:
            told = {"path": door(scope["path"]), "ms": round((time.perf_counter() - began) * 1000)}
            asked = {"method": scope["method"], "status": status} if scope["type"] == "http" else {}
            LOG.info("answered" if asked else "page closed", extra={"told": {**asked, **told}})


def door(path: str) -> str:
    """Give the first steps of a path, as far as they are known doors; a page, or anything else, is "..."."""
    first, *rest = path.strip("/").split("/")
    if first not in DOORS:
        return "/..." if first else "/"
    known = [step for step in rest[:1] if step in DOORS[first]]
    return "/".join(["", first, *known, *(["..."] if len(rest) > len(known) else [])])
