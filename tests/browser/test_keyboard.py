"""Everything that a mouse does, the keyboard does: with a ring round what has the focus at every stop."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.keyboard import Hands
from tests.browser.test_filters import wait_for_query
from tests.browser.visit import visit
from tests.conftest import at_length

pytestmark = pytest.mark.browser


def test_filters_and_chips(browser: Browser, app_url: str) -> None:
    with visit(browser, app_url) as seen:
        hands = Hands(seen)
        seen.open("needs")
        hands.to("Borough")
        hands.write("Ealing")
        wait_for_query(seen, "borough", "Ealing")
        hands.to("More filters")
        hands.press("Enter")
        hands.to("Placement type")
        hands.write("IFA")
        wait_for_query(seen, "type", "IFA foster")
        hands.press("Escape")
        hands.to("Borough: Ealing")
        hands.press("Enter")
        wait_for_query(seen, "borough")
        hands.to("Clear all filters")
        hands.press("Space")
        wait_for_query(seen, "type")


@at_length
def test_a_chart_and_its_row(browser: Browser, app_url: str) -> None:
    with visit(browser, app_url, scheme="dark") as seen:
        hands = Hands(seen)
        seen.open("compare")
        hands.to("Skip to main content")
        hands.press("Enter")
        hands.to("Measure")
        hands.write("Placed outside the borough")
        assert "Placed outside the borough" in seen.text()
        hands.to("Definition")
        hands.press("Enter")
        expect(seen.page.get_by_test_id("stPopoverBody")).to_contain_text("Placed outside the borough")
        hands.press("Escape")
        expect(hands.focus()).to_contain_text("Definition")
        hands.to("Table")
        hands.press("Space")
        expect(seen.page.get_by_test_id("stPopoverBody").get_by_role("table")).to_be_visible()
        hands.press("Escape")
        hands.to("CSV")
        with seen.page.expect_download() as download:
            hands.press("Enter")
        assert download.value.suggested_filename.endswith(".csv")


@at_length
def test_from_page_to_page(browser: Browser, app_url: str) -> None:
    with visit(browser, app_url) as seen:
        hands = Hands(seen)
        seen.open("definitions")
        hands.to("Children")
        hands.press("Enter", "ArrowDown", "ArrowDown")
        expect(hands.focus()).to_have_text("Needs profiles")
        hands.press("Enter")
        hands.heading("Needs profiles")
        hands.to("Compare")
        hands.press("Enter")
        hands.heading("Compare")
