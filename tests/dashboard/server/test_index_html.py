"""The one document that a browser gets, and who gets it."""

import pytest

from dashboard.server.index_html import AT_ROOT, asks_for_page, document


@pytest.mark.parametrize(
    ("method", "path", "accept", "is_page"),
    [
        ("GET", "/", b"text/html,*/*", True),
        ("GET", "/out-of-area", b"text/html,*/*", True),
        ("GET", "/_stcore/health", b"text/html,*/*", False),
        ("GET", "/static/js/index.js", b"*/*", False),
        ("GET", "/favicon.png", b"text/html,*/*", False),
        ("GET", "/out-of-area", b"*/*", False),
        ("POST", "/out-of-area", b"text/html", False),
    ],
)
def test_only_a_browser_that_opens_a_page_gets_the_document(
    method: str, path: str, accept: bytes, is_page: bool
) -> None:
    asked = {"type": "http", "method": method, "path": path, "headers": [(b"accept", accept)]}
    assert asks_for_page(asked) is is_page


def test_a_websocket_is_passed_on() -> None:
    assert not asks_for_page({"type": "websocket", "path": "/", "headers": []})


def test_the_document_says_once_where_the_server_is() -> None:
    assert document().count(AT_ROOT) == 1
