"""A page that is opened while the database is away comes back as itself, with its filters, once it answers."""

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Kept, copied, served
from tests.conftest import at_length

pytestmark = [pytest.mark.browser, at_length]

AWAY: Final = '''
"""Let the store fail before the reader is known, for as long as a file is there."""

import os
import sys
from importlib.abc import MetaPathFinder


class Late(MetaPathFinder):
    """Change who lets readers in, once that is imported: what comes after it in `dashboard.app` is the sign."""

    def find_spec(self, name, path, target=None):
        if name == "dashboard.panels.saved_views" and self in sys.meta_path:
            sys.meta_path.remove(self)
            away()


def away():
    from dashboard.panels import login_page
    from store.errors import StoreError

    enter = login_page.enter

    def failing():
        if os.path.exists(os.environ["AWAY"]):
            raise StoreError("The database does not answer.")
        return enter()

    login_page.enter = failing


sys.meta_path.insert(0, Late())
'''


def test_a_page_opened_in_an_outage_comes_back_as_itself(browser: Browser, kept_sample: Kept, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/sitecustomize.py").write_text(AWAY)
    away = tmp_path / "away"
    away.touch()
    known = {"PYTHONPATH": str(tmp_path / "site"), "AWAY": str(away)}
    with copied(kept_sample, tmp_path) as database, served(tmp_path, database, **known) as url:
        page = browser.new_page()
        page.goto(f"{url}/cost?borough=Brent")
        page.get_by_text("this page opens again by itself").wait_for()
        away.unlink()
        page.get_by_role("heading", name="Cost", exact=True).first.wait_for(timeout=90_000)
        assert page.url == f"{url}/cost?borough=Brent"
        page.close()
