"""axe-core finds no serious or critical violation, light and dark.

In the working release each page is asked where it is opened anyway (`test_pages`); here the board release, what opens
over a page, and an event.
"""

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import grave, violations
from tests.browser.test_pages import PAGES
from tests.browser.visit import Scheme, visit
from tests.conftest import AT_LENGTH, at_length

pytestmark = pytest.mark.browser

SECTIONS = ("Upload", "Findings", "Trend", "History", "Repairs", "Providers", "Templates")
SOME = [(path, PAGES[path]) for path in ("compare", "missing")]
"""Pages on which the board release looks unlike the working one; `make prove` asks about every page."""
BOTH = pytest.mark.parametrize("scheme", ["dark", "light"] if AT_LENGTH else ["dark"])


@BOTH
def test_no_page_of_the_board_release(browser: Browser, app_url: str, scheme: Scheme) -> None:
    with visit(browser, app_url, scheme=scheme) as seen:
        wrong: list[str] = []
        for path, title in PAGES.items() if AT_LENGTH else SOME:
            seen.open(f"{path}?release=Board")
            wrong += grave(seen.page, title)
    assert wrong == []


@at_length
@BOTH
def test_nothing_that_opens_over_a_page(browser: Browser, app_url: str, scheme: Scheme) -> None:
    with visit(browser, app_url, scheme=scheme) as seen:
        wrong: list[str] = []
        seen.open("compare?borough=Ealing&type=IFA+foster")
        for button in ("Definition", "Table"):
            seen.page.get_by_role("button", name=button, exact=True).first.click()
            seen.settle()
            wrong += grave(seen.page, f"{button} of a chart")
            seen.page.keyboard.press("Escape")
        seen.page.get_by_test_id("stSidebar").get_by_label("Borough").first.click()
        wrong += grave(seen.page, "The list of boroughs")
        seen.page.keyboard.press("Escape")
        seen.page.get_by_test_id("stTopNavSection").first.click()
        wrong += grave(seen.page, "The navigation")
    assert wrong == []


@at_length
@BOTH
def test_no_section_about_the_data(browser: Browser, app_url: str, scheme: Scheme) -> None:
    with visit(browser, app_url, scheme=scheme) as seen:
        wrong: list[str] = []
        for section in SECTIONS:
            seen.open(f"data?section={section}")
            wrong += grave(seen.page, section)
    assert wrong == []


@at_length
@BOTH
def test_no_screen_of_an_event(browser: Browser, app_url: str, scheme: Scheme) -> None:
    with visit(browser, app_url, 1280, scheme) as seen:
        seen.open("event")
        wrong = grave(seen.page, "Before an event")
        seen.page.get_by_role("button", name="Start").click()
        seen.settle()
        for _ in range(4):
            wrong += grave(seen.page, seen.page.get_by_role("heading", level=1).inner_text())
            seen.page.keyboard.press("ArrowRight")
            seen.settle()
    assert wrong == []


def test_what_is_wrong_would_be_found(browser: Browser) -> None:
    words = '<h3>Third before second</h3><svg><text y="20" style="fill:#999">Faint</text></svg>'
    bad = f'<main class="stApp" style="background:#fff"><p style="color:#999">Pale</p><img src="">{words}</main>'
    page = browser.new_page()
    page.set_content(bad)
    assert {"color-contrast", "image-alt", "page-has-heading-one"} <= {
        each.rule for each in violations(page, "A bad page")
    }
    assert any("Faint" in words for words in grave(page, "A bad page"))
    page.close()
