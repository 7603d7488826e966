"""A link opened in a new tab keeps the release of the page that it is on."""

from typing import Any

import pytest

from dashboard.server.release_redirect import dropped


def asked(query: str, referer: str = "") -> dict[str, Any]:
    headers = [(b"host", b"figures.example"), (b"accept", b"text/html")]
    if referer:
        headers.append((b"referer", referer.encode()))
    return {"type": "http", "method": "GET", "path": "/cost", "query_string": query.encode(), "headers": headers}


@pytest.mark.parametrize(
    ("query", "referer", "lost"),
    [
        ("", "https://figures.example/?release=Board", {"release": "Board"}),
        ("borough=Brent", "https://figures.example/needs?x=1&release=Event", {"release": "Event"}),
        ("", "https://figures.example/?event=on", {"event": "on"}),
        ("release=Event", "https://figures.example/?release=Board", {}),
        ("release=Working", "https://figures.example/?event=on", {"event": "on"}),
        ("event=off", "https://figures.example/?event=on", {"event": "on"}),
        ("event=on", "https://figures.example/?event=on&screen=3", {}),
        ("", "https://figures.example/", {}),
        ("", "https://elsewhere.example/?release=Board", {}),
        ("", "", {}),
    ],
)
def test_what_lowered_the_page_before_lowers_this_one(query: str, referer: str, lost: dict[str, str]):
    assert dropped(asked(query, referer)) == lost
