"""Event mode in a real browser: begun by a link, turned by keys, one figure a screen, and no way back by an address."""

import re
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visit import WAIT, Scheme, Visit, visit
from tests.conftest import AT_LENGTH, at_length

pytestmark = pytest.mark.browser

LINK = "?event=on&shown=Overview&shown=Cost"
KEYS = [("ArrowRight", 2), ("PageDown", 3), ("ArrowRight", 4), ("PageUp", 3), ("ArrowLeft", 2)]
BANNER = "Figures protected for sharing"


def begin(seen: Visit) -> None:
    """Open the link to an event and start the run."""
    seen.page.set_viewport_size({"width": 1280, "height": 720})
    seen.open(LINK)
    expect(seen.page.get_by_text("Safe to share:")).to_be_visible(timeout=WAIT)
    seen.page.get_by_role("button", name="Start").click()
    expect(seen.page.get_by_text(BANNER)).to_be_visible(timeout=WAIT)
    seen.settle()


def screen(seen: Visit) -> str:
    """Give the number of the screen, as the address has it."""
    return parse_qs(urlparse(seen.page.url).query)["screen"][0]


@pytest.mark.parametrize("scheme", ["light", "dark"] if AT_LENGTH else ["light"])
def test_keys_lead_through_the_figures(browser: Browser, app_url: str, scheme: Scheme) -> None:
    with visit(browser, app_url, 1280, scheme) as seen:
        begin(seen)
        for key, place in KEYS:
            seen.page.keyboard.press(key)
            expect(seen.page).to_have_url(re.compile(f"screen={place}"), timeout=WAIT)
            seen.settle()
            expect(seen.page.get_by_text(BANNER)).to_be_visible()
            tall = seen.page.evaluate("document.documentElement.scrollHeight - window.innerHeight")
            assert tall <= 0, f"screen {place} does not fit the window"
        assert (seen.errors, seen.outside) == ([], [])


def test_there_is_no_sidebar_menu_or_download(browser: Browser, app_url: str) -> None:
    with visit(browser, app_url, 1280) as seen:
        begin(seen)
        for place in ("stSidebar", "stTopNavSection", "stToolbar", "stElementToolbar", "stDownloadButton"):
            for found in seen.page.get_by_test_id(place).all():
                expect(found).not_to_be_visible()
        expect(seen.page.locator(".vega-embed")).to_have_count(0)


@at_length
def test_a_reload_comes_back_to_the_same_screen(browser: Browser, app_url: str) -> None:
    with visit(browser, app_url, 1280) as seen:
        begin(seen)
        seen.page.keyboard.press("ArrowRight")
        expect(seen.page).to_have_url(re.compile("screen=2"), timeout=WAIT)
        seen.settle()
        title = seen.page.get_by_role("heading", level=1).inner_text()
        seen.page.reload()
        expect(seen.page.get_by_text(BANNER)).to_be_visible(timeout=WAIT)
        seen.settle()
        assert seen.page.get_by_role("heading", level=1).inner_text() == title
        assert screen(seen) == "2"


@pytest.mark.parametrize(
    "address", ["?release=Working&event=off", "cost?release=Working", "data"][: 3 if AT_LENGTH else 1]
)
def test_an_address_on_the_page_does_not_lead_back(browser: Browser, app_url: str, address: str) -> None:
    with visit(browser, app_url, 1280) as seen:
        begin(seen)
        with seen.page.expect_navigation():
            seen.page.evaluate("address => { window.location.href = address }", f"{app_url}/{address}")
        seen.settle()
        assert parse_qs(urlparse(seen.page.url).query)["event"][-1] == "on"
        expect(seen.page.get_by_role("heading", level=1)).to_have_text("Event mode", timeout=WAIT)
        expect(seen.page.get_by_test_id("stSidebar")).not_to_be_visible()


@at_length
def test_a_link_in_a_new_tab_keeps_the_release(browser: Browser, app_url: str) -> None:
    with visit(browser, app_url) as seen:
        seen.open("?release=Board")
        with seen.page.context.expect_page() as opened:
            seen.page.get_by_test_id("stMainBlockContainer").get_by_test_id("stPageLink").first.get_by_role(
                "link"
            ).click(button="middle")
        tab = opened.value
        tab.wait_for_load_state()
        assert parse_qs(urlparse(tab.url).query)["release"] == ["Board"]
        expect(tab.get_by_text("board release")).to_be_visible(timeout=WAIT)
