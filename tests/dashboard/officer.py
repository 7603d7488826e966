"""An officer at the Data page: a real database of a few children, files to upload, and what the page says."""

import csv
import html
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from loaders import read
from store.engine import engine, prepared
from store.uploads.save import save
from tests import databases
from tests.dashboard.conftest import forget

EPISODES: Final = (
    *("CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC"),
    *("REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN"),
)
HOME: Final = "W5 2BS"
NEAR: Final = "W5 2BT"
FAR: Final = "SW1A 1AA"
NAME: Final = "EAL_2026_episodes.csv"

SCRIPT: Final = """
from dashboard.pages.data.page import PAGE
from dashboard.panels.css import style
from dashboard.panels.figure_page import draw_page
from dashboard.panels.sidebar import filters

style()
filters()
draw_page(PAGE)
"""


def episodes(*children: int, **cells: str) -> bytes:
    """An SSDA903 episodes file: a child a row, each in a foster home in the borough but for the cells given."""
    row = dict.fromkeys(EPISODES, "") | {"DECOM": "01/05/2024", "RNE": "S", "LS": "C2", "CIN": "N1", "PLACE": "U6"}
    row |= {"PLACE_PROVIDER": "PR4", "HOME_POST": HOME, "PL_POST": NEAR, "URN": "SC000001"} | cells
    return written([row | {"CHILD": str(child)} for child in children])


def written(rows: list[dict[str, str]]) -> bytes:
    """Rows as CSV."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, filled: str) -> Iterator[sa.Engine]:
    """Give the app's own database: Brent and Ealing, two children each, for the return year 2026."""
    monkeypatch.setenv("SNAPSHOT_DIR", str(tmp_path / "snapshots"))
    forget()
    with databases.copied(filled, tmp_path) as url:
        monkeypatch.setenv("DATABASE_URL", url)
        yield engine()
        engine().dispose()
    forget()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the URL of the database to copy."""
    with databases.empty(tmp_path_factory.mktemp("filled")) as url:
        made = prepared(url)
        for borough in ("BRE", "EAL"):
            saved = read(episodes(1, 2), name=f"{borough}_2026_episodes.csv")
            save(made, saved, who="first officer")
        made.dispose()
        yield url


@pytest.fixture
def data_page(database: sa.Engine) -> Callable[..., AppTest]:
    """Give what opens the Data page at a section, with the URL's parameters."""

    def opened(section: str = "Upload", **parameters: str) -> AppTest:
        page = AppTest.from_string(SCRIPT, default_timeout=60)
        for name, value in ({"section": section} | parameters).items():
            page.query_params[name] = value
        return page.run()

    return opened


def hand_in(page: AppTest, **files: bytes) -> AppTest:
    """Drop files, by name, on the page."""
    return drop(page, list(files.items()))


def drop(page: AppTest, files: list[tuple[str, bytes]]) -> AppTest:
    """Drop files on the page: names and contents."""
    page.file_uploader[0].set_value([(name, content, "text/csv") for name, content in files])
    return page.run()


def press(page: AppTest, key: str) -> AppTest:
    """Press a button."""
    page.button(key=key).click()
    return page.run()


def said(page: AppTest) -> str:
    """Give all that the page says, in one line."""
    parts = [page.markdown, page.caption, page.success, page.info, page.error, page.header]
    lines = [each.value for kind in parts for each in kind] + [_plain(each.proto.body) for each in page.get("html")]
    return " ".join(" ".join(lines).split())


def _plain(markup: str) -> str:
    return html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", markup, flags=re.DOTALL))
