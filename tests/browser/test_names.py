"""A hostile name is seen in a browser as it is written, in each kind of element that reads Markdown."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import ROOT, free_port
from tests.browser.visit import visit
from tests.conftest import AT_LENGTH
from tests.dashboard.hostile import NAMES

pytestmark = pytest.mark.browser

KINDS: Final = (
    "markdown",
    "caption",
    "header",
    "info",
    "checkbox",
    "button",
    "table",
    "expander",
    "page_link",
)

SCRIPT: Final = """
import polars as pl
import streamlit as st

from dashboard.markdown import plain, plain_cells
from tests.dashboard.hostile import NAMES

kind = st.query_params["kind"]
for at, name in enumerate(NAMES):
    with st.container(key=f"name-{at}"):
        if kind == "table":
            st.table(plain_cells(pl.DataFrame({"A": [name]})), hide_index=True)
        elif kind == "page_link":
            st.page_link("https://example.org/", label=plain(name))
        elif kind == "header":
            st.header(plain(name), anchor=False)
        else:
            getattr(st, kind)(plain(name))
"""

SEEN: Final = """at => {
    const found = document.querySelector(`.st-key-name-${at}`)
    const made = found.querySelectorAll('em, strong, del, code, ul, ol, hr, img, .katex, b, script, h1, [role="img"]')
    const links = [...found.querySelectorAll('a')].filter(link => link.href !== 'https://example.org/')
    return [found.textContent, made.length + links.length]
}"""


@pytest.fixture(scope="module")
def names_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a page of names alone."""
    folder, port = tmp_path_factory.mktemp("names"), free_port()
    script = folder / "names.py"
    script.write_text(SCRIPT)
    yield from _served(script, port)


def _served(script: Path, port: int) -> Iterator[str]:
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    quiet = ["--server.headless", "true", "--browser.gatherUsageStats", "false"]
    server = subprocess.Popen([*command, *quiet], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)})
    try:
        _wait_for(f"http://localhost:{port}/_stcore/health")
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(20)


def _wait_for(address: str) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=2)
        except OSError:
            time.sleep(0.3)
        else:
            return
    pytest.fail("The page of names did not start.")


@pytest.mark.parametrize("kind", KINDS if AT_LENGTH else KINDS[::3])
def test_a_name_is_seen_as_it_is_written(browser: Browser, names_url: str, kind: str) -> None:
    with visit(browser, names_url) as seen:
        seen.open(f"?kind={kind}")
        told = [seen.page.evaluate(SEEN, at) for at in range(len(NAMES))]
    wrong = [
        (name, words)
        for name, (words, made) in zip(NAMES, told, strict=True)
        if made or not words.strip().endswith(name)
    ]
    assert wrong == []
