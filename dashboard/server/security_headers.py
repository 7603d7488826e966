"""Which hosts the server answers to, and the headers and cookies that keep a browser from being turned against it.

The policy names every source of what a page runs, shows and fetches: this server alone. Scripts in the document are
named by their fingerprint. Styles in elements are Streamlit's way of drawing and must be allowed. Nothing is allowed
to be evaluated but WebAssembly, which Streamlit reads tables with.
"""

import re
from base64 import b64encode
from hashlib import sha256
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.server.index_html import document

INLINE: Final = re.compile(r"<script(?:\s[^>]*)?>(.+?)</script>", re.DOTALL)
THIRTY_DAYS: Final = re.compile(r";\s*Max-Age=2592000\b", re.IGNORECASE)
"""How long Streamlit would have a browser keep who is signed in, closed or not."""

POLICY: Final = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "media-src": "'self' blob:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "manifest-src": "'self'",
    "frame-src": "'self'",
    "frame-ancestors": "'none'",
    "form-action": "'self'",
    "base-uri": "'self'",
    "object-src": "'none'",
}

HEADERS: Final = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
}

STRICT: Final = "max-age=31536000; includeSubDomains"

CLOSED: Final = ("/_stcore/metrics", "/_stcore/script-health-check")
"""What the server would tell about itself to anyone."""


class Protect:
    """Refuse other hosts and closed doors; set headers on every answer, and keep cookies to TLS where there is TLS."""

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...], is_tls: bool) -> None:
        self.app, self.hosts, self.is_tls = app, frozenset(hosts), is_tls
        self.headers = HEADERS | {"content-security-policy": policy()}
        if is_tls:
            self.headers["strict-transport-security"] = STRICT

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer or refuse."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        if host_of(Headers(scope=scope).get("host", "")) not in self.hosts:
            await self._refuse("This is not a name of this server.", 400, scope, receive, send)
        elif scope["path"].startswith(CLOSED):
            await self._refuse("Not here.", 404, scope, receive, send)
        else:
            await self.app(scope, receive, self._kept(send))

    async def _refuse(self, why: str, status: int, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await PlainTextResponse(why, status)(scope, receive, self._kept(send))

    def _kept(self, send: Send) -> Send:
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [self._cookie(*header) for header in message.get("headers", [])]
                MutableHeaders(scope=message).update(self.headers)
            await send(message)

        return sent

    def _cookie(self, name: bytes, value: bytes) -> tuple[bytes, bytes]:
        if name.lower() != b"set-cookie":
            return name, value
        kept = THIRTY_DAYS.sub("", value.decode("latin-1"))
        secure = self.is_tls and "; secure" not in kept.lower()
        return name, (kept + ("; Secure" if secure else "")).encode("latin-1")


def policy() -> str:
    """Give the content security policy, with the fingerprint of each script in the document."""
    scripts = [b64encode(sha256(text.encode()).digest()).decode() for text in INLINE.findall(document())]
    known = " ".join(f"'sha256-{each}'" for each in scripts)
    return "; ".join(
        f"{name} {value} {known if name == 'script-src' else ''}".strip() for name, value in POLICY.items()
    )


def host_of(given: str) -> str:
    """Give the name in a Host header without its port."""
    return re.sub(r":\d+$", "", given.strip().lower()).strip("[]").rstrip(".")
