"""The Overview opens by its name, and keeps the filters of the address."""

import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from dashboard.server.overview_redirect import Named

BROWSER = TestClient(Named(PlainTextResponse("page")), headers={"accept": "text/html"}, follow_redirects=False)


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [("/overview", "/"), ("/Overview/", "/"), ("/overview?borough=Brent", "/?borough=Brent")],
)
def test_the_overview_opens_by_its_name(path: str, leads_to: str):
    answer = BROWSER.get(path)
    assert (answer.status_code, answer.headers["location"]) == (302, leads_to)


@pytest.mark.parametrize("path", ["/", "/cost", "/overview/more", "/_stcore/health"])
def test_other_addresses_are_passed_on(path: str):
    assert BROWSER.get(path).status_code == 200
