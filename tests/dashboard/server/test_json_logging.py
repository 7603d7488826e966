"""Logs: a line of JSON an event, and nobody's name, address, filter or file in it."""

import json
import logging
import os
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from starlette.types import Receive, Scope, Send

from dashboard.server.json_logging import LOG, Lines, Logged, door
from tests.browser.conftest import served
from tests.dashboard.server.test_security_headers import app, get


def line(message: str, *filled: object, **also: Any) -> dict[str, Any]:
    """Give what is logged of a message."""
    record = logging.LogRecord("streamlit", logging.WARNING, "here.py", 1, message, filled, also.get("exc_info"))
    written = Lines().format(record)
    assert "\n" not in written
    return json.loads(written)


def test_a_line_says_when_how_grave_from_where_and_what():
    told = line("The server started on %s", "10.0.0.1")
    assert (told["level"], told["from"], told["what"]) == ("warning", "streamlit", "The server started on %s")
    assert told["time"].endswith("+00:00")


def test_addresses_and_queries_are_left_out():
    told = line("ann@brent.gov.uk at 10.1.2.3 asked for /cost?provider=Acorn")
    assert told["what"] == "[left out] at [left out] asked for /cost[left out]"


def test_an_error_is_told_by_its_kind_and_place_and_never_by_what_it_says():
    try:
        raise ValueError("child BRE-1 is not a number")
    except ValueError:
        told = line("Uncaught app execution", exc_info=sys.exc_info())
    assert told["error"] == "ValueError"
    assert "test_an_error_is_told_by_its_kind" in told["at"][-1]
    assert "BRE-1" not in json.dumps(told)


def test_a_request_is_told_by_its_door(caplog: pytest.LogCaptureFixture):
    LOG.propagate = True
    with caplog.at_level(logging.INFO, "placements"):
        get(Logged(app), "/_stcore/upload_file/a-session/a-file", cookie="who=ann")
    told = caplog.records[0].__dict__["told"]
    assert told.keys() == {"method", "status", "path", "ms"}
    assert (told["method"], told["status"], told["path"]) == ("GET", 200, "/_stcore/upload_file/...")


def test_a_request_that_fails_is_told_too(caplog: pytest.LogCaptureFixture):
    async def fails(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise KeyError("nothing here")

    LOG.propagate = True
    with caplog.at_level(logging.INFO, "placements"), pytest.raises(KeyError):
        get(Logged(fails), "/cost")
    assert caplog.records[0].__dict__["told"]["status"] == 0


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/", "/"),
        ("/cost", "/..."),
        ("/bo@brent.example", "/..."),
        ("/BRE-7001", "/..."),
        ("/media/a.csv", "/media/..."),
        ("/_stcore/upload_file/session/file", "/_stcore/upload_file/..."),
        ("/_stcore/BRE-7001", "/_stcore/..."),
        ("/_stcore/health", "/_stcore/health"),
        ("//bo@brent.example", "/..."),
    ],
)
def test_what_somebody_typed_in_a_path_is_left_out(path: str, told: str):
    assert door(path) == told


def test_a_setting_that_is_refused_is_a_line_of_json_too():
    asked = {**os.environ, "LOG": "json", "PORT": "many"}
    done = subprocess.run([sys.executable, "-m", "dashboard"], env=asked, capture_output=True, text=True, check=False)
    (line,) = (done.stdout + done.stderr).splitlines()
    assert done.returncode == 1
    assert (json.loads(line)["level"], json.loads(line)["what"][:21]) == ("error", "PORT must be a number")


def test_every_line_is_json_from_the_first(tmp_path: Path, empty_url: str):
    asked = {"LOG": "JSON", "SAMPLE_DATA": "False"}
    with served(tmp_path, empty_url, **asked) as url, urllib.request.urlopen(url) as page:
        assert page.status == 200
    lines = [json.loads(line) for line in (tmp_path / "log.txt").read_text().splitlines()]
    assert lines[0]["what"].startswith("Serving the dashboard on http://localhost:")
    assert {line["level"] for line in lines} == {"info"}
