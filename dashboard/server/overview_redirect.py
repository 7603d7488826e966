"""`/overview` opens the Overview, as every other page opens by its name; Streamlit knows it by `/` alone."""

from typing import Final

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.server.index_html import asks_for_page

NAME: Final = "overview"


class Named:
    """Send a browser that asks for the Overview by its name on to where it is, filters and all."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it on, or pass the request on."""
        if not asks_for_page(scope) or scope["path"].strip("/").lower() != NAME:
            await self.app(scope, receive, send)
            return
        query = scope["query_string"].decode("latin-1")
        await RedirectResponse(f"/?{query}" if query else "/", status_code=302)(scope, receive, send)
