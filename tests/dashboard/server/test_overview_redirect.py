"""The Overview opens by its name, and keeps the filters of the address."""

from collections.abc import Awaitable

import pytest
from starlette.types import Receive, Scope, Send

from dashboard.server.overview_redirect import Named
from tests.dashboard.server.test_security_headers import app, get


def asked(path: str, query: str = "") -> tuple[int, str | None]:
    """Give the status of what a browser gets, and where it is sent on to."""

    def named(scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        return Named(app)({**scope, "query_string": query.encode()}, receive, send)

    status, headers, _ = get(named, path, accept="text/html")
    return status, headers.get("location")


@pytest.mark.parametrize(
    ("path", "query", "leads_to"),
    [("/overview", "", "/"), ("/Overview/", "", "/"), ("/overview", "borough=Brent", "/?borough=Brent")],
)
def test_the_overview_opens_by_its_name(path: str, query: str, leads_to: str):
    assert asked(path, query) == (302, leads_to)


@pytest.mark.parametrize("path", ["/", "/cost", "/overview/more", "/_stcore/health"])
def test_other_addresses_are_passed_on(path: str):
    assert asked(path) == (200, None)
