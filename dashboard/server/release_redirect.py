"""A link that is opened in a new tab keeps the release of the page that it is on: Streamlit's own links drop it."""

from typing import Final
from urllib.parse import parse_qs, urlencode, urlsplit

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.server.index_html import asks_for_page

RELEASE: Final = "release"
EVENT: Final = "event"
ON: Final = "on"
"""What lowers a release in an address. An event that is on stays on, whatever the address says."""


class Lowered:
    """Send a browser that comes from a page with a lowered release on to the same address with that release."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it on, or pass the request on."""
        lost = dropped(scope) if asks_for_page(scope) else {}
        if not lost:
            await self.app(scope, receive, send)
            return
        query = [scope["query_string"].decode("latin-1"), urlencode(lost)]
        answer = RedirectResponse(
            f"/{scope['path'].strip('/')}?{'&'.join(part for part in query if part)}", status_code=302
        )
        await answer(scope, receive, send)


def dropped(scope: Scope) -> dict[str, str]:
    """Give what the page before had in its address that lowers the release, and this address has not."""
    headers = Headers(scope=scope)
    before = urlsplit(headers.get("referer", ""))
    if before.netloc != headers.get("host"):
        return {}
    had, has = parse_qs(before.query), parse_qs(scope["query_string"].decode("latin-1"))
    if had.get(EVENT) == [ON]:
        return {} if has.get(EVENT, [])[-1:] == [ON] else {EVENT: ON}
    is_kept = RELEASE not in had or bool({RELEASE, EVENT} & has.keys())
    return {} if is_kept else {RELEASE: had[RELEASE][0]}
