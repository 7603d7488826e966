"""A new borough comes table by table to an empty database: every page opens after each, and says what it lacks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, expect

from tests import databases
from tests.browser.conftest import ROOT, served
from tests.browser.test_pages import PAGES
from tests.browser.test_upload import hand_in
from tests.browser.visit import WAIT, visit
from tests.conftest import AT_LENGTH
from tests.dashboard.subsets import OWN

pytestmark = pytest.mark.browser

FIRST: Final = ("costs", "header", "needs")
"""What comes first: tables that tell of no child in care. The episodes come last."""

SOME: Final = [(path, PAGES[path]) for path in ("", "cost", "data")]
"""Pages that are opened after each; all of them in `make prove`, and on each table in `tests/dashboard`."""

ORDER: Final = [*FIRST, *(name for name in OWN if name not in (*FIRST, "episodes")), "episodes"]


@pytest.fixture
def empty_app(tmp_path: Path) -> Iterator[str]:
    """Address of an app in whose database nothing is loaded."""
    with databases.empty(tmp_path) as database, served(tmp_path, database, SAMPLE_DATA="off") as url:
        yield url


def test_a_new_borough_is_uploaded_table_by_table(browser: Browser, empty_app: str) -> None:
    order = ORDER if AT_LENGTH else [FIRST[0], "episodes"]
    with visit(browser, empty_app) as seen:
        for name in order:
            seen.open("data?section=Upload")
            content = (ROOT / "sample_data" / "KAC" / "2026" / f"{name}.csv").read_bytes()
            hand_in(seen, (f"KAC_2026_{name}.csv", content))
            seen.page.get_by_role("button", name="Accept 1 file").click()
            expect(seen.page.get_by_text("Stored: 1 file.")).to_be_visible(timeout=WAIT)
            for path, title in PAGES.items() if AT_LENGTH else SOME:
                seen.open(path)
                expect(seen.page.get_by_role("heading", level=1)).to_have_text(title)
                expect(seen.page.get_by_test_id("stException")).to_have_count(0)
                assert "something went wrong" not in seen.text()
            assert (seen.errors, seen.outside) == ([], [])
