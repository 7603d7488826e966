"""Filters: what they change, where they stand, and that back, reload and a shared link bring the view back."""

from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visit import Visit, visit
from tests.conftest import AT_LENGTH, at_length

pytestmark = pytest.mark.browser


def query(address: str) -> dict[str, list[str]]:
    return parse_qs(urlparse(address).query)


def wait_for_query(seen: Visit, name: str, *values: str) -> None:
    """Wait until the address has these values of a name, or none: it changes after the page does."""
    seen.page.wait_for_url(lambda url: query(url).get(name, []) == [*values])


def test_a_borough_chosen_changes_the_page_and_stands_in_the_address(browser: Browser, app_url: str) -> None:
    with visit(browser, app_url) as seen:
        seen.open("needs")
        before = seen.text()
        seen.choose("Borough", "Hounslow")
        assert seen.text() != before
        wait_for_query(seen, "borough", "Hounslow")
        assert "Hounslow" in seen.text()


def test_a_shared_link_and_a_reload_open_the_same_view(browser: Browser, app_url: str) -> None:
    with visit(browser, app_url) as seen:
        seen.open("needs")
        seen.choose("Borough", "Ealing")
        address, words = seen.page.url, seen.lines()
        seen.page.reload()
        seen.settle()
        assert seen.lines() == words
    with visit(browser, app_url) as shared:
        shared.page.goto(address)
        shared.settle()
        assert shared.lines() == words


def test_back_brings_the_view_before(browser: Browser, app_url: str) -> None:
    with visit(browser, app_url) as seen:
        seen.open("needs?borough=Ealing")
        words = seen.lines()
        seen.page.goto(f"{app_url}/needs?borough=Brent")
        seen.settle()
        assert seen.lines() != words
        seen.page.go_back()
        seen.settle()
        assert seen.lines() == words


@at_length
def test_filters_go_along_to_the_next_page(browser: Browser, app_url: str) -> None:
    with visit(browser, app_url) as seen:
        seen.open("compare")
        seen.choose("Borough", "Harrow")
        seen.page.get_by_role("link", name="Overview").first.click()
        seen.settle()
        expect(seen.page.get_by_role("heading", level=1)).to_have_text("Overview")
        wait_for_query(seen, "borough", "Harrow")


@at_length
def test_an_address_that_makes_no_sense_is_passed_over(browser: Browser, app_url: str) -> None:
    with visit(browser, app_url) as seen:
        seen.open("needs?borough=Atlantis&release=secret&to=yesterday")
        expect(seen.page.get_by_test_id("stException")).to_have_count(0)
        assert "Atlantis" not in seen.text()
        assert "working release" in seen.text()


@pytest.mark.parametrize(
    ("path", "panel", "key"),
    [
        ("out-of-area", "panel-outside_borough-funnel", "borough"),
        ("cost", "panel-spend_out_of_area-bars", "borough"),
        ("providers", "panel-unexplained_cost", "provider"),
    ][: 3 if AT_LENGTH else 1],
)
def test_a_click_in_a_chart_filters_to_what_was_clicked(
    browser: Browser, app_url: str, path: str, panel: str, key: str
) -> None:
    with visit(browser, app_url) as seen:
        seen.open(path)
        chart = seen.page.locator(f'[class*="st-key-{panel}"]').first
        mark = chart.locator(
            '[aria-roledescription="point"], [aria-roledescription="circle"], [aria-roledescription="bar"]'
        ).first
        mark.scroll_into_view_if_needed()
        seen.settle()
        words = mark.get_attribute("aria-label") or ""
        mark.click(force=True)
        seen.page.wait_for_url(lambda url: f"{key}=" in url)
        seen.settle()
        assert [name for name in query(seen.page.url)[key] if f"Who: {name}" in words]
