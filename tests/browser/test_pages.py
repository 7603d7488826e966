"""Every page opens in a real browser: light and dark, wide and narrow, without an error or an outside request.

axe-core is asked about each.
"""

from typing import Final

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import grave
from tests.browser.visit import Scheme, visit
from tests.conftest import AT_LENGTH
from tests.dashboard.test_every_page import PAGES

pytestmark = pytest.mark.browser

LOOKS: Final[list[tuple[int, Scheme]]] = [(1440, "light"), (390, "dark"), (1440, "dark"), (390, "light")]


@pytest.mark.parametrize(("width", "scheme"), LOOKS if AT_LENGTH else LOOKS[:2])
def test_every_page_opens(browser: Browser, app_url: str, width: int, scheme: Scheme) -> None:
    with visit(browser, app_url, width, scheme) as seen:
        for path, title in list(PAGES.items())[:: 1 if AT_LENGTH or width == 390 else 3]:
            seen.open(path)
            expect(seen.page.get_by_role("heading", level=1)).to_have_text(title)
            expect(seen.page.get_by_test_id("stException")).to_have_count(0)
            assert "Fictional data" in seen.text(), f"{title} does not say that the data is fictional"
            assert (seen.errors, seen.outside) == ([], []), title
            if AT_LENGTH or width == 1440:  # the dark look is asked about by `test_accessibility`
                assert grave(seen.page, title) == []
            overflow = seen.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            assert overflow <= 0, f"{title} is {overflow} pixels too wide at {width}"


def test_every_page_is_in_the_navigation(browser: Browser, app_url: str) -> None:
    with visit(browser, app_url) as seen:
        seen.open("")
        for group in ("Children", "Money", "Data"):
            seen.page.get_by_test_id("stTopNavSection").filter(has_text=group).first.hover()
        names = seen.page.locator("header").inner_text()
        assert "Overview" in names
