"""The story behind a curve is written and a view saved by keyboard; axe-core finds nothing wrong with the forms."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import grave
from tests.browser.keyboard import Hands
from tests.browser.visit import visit
from tests.conftest import at_length

pytestmark = pytest.mark.browser

WORDS = "Few carers <b>take</b> teenagers"


@at_length
def test_words_are_written_and_shown_as_they_are(browser: Browser, own_url: str) -> None:
    with visit(browser, own_url, scheme="dark") as seen:
        hands = Hands(seen)
        seen.open("curve?borough=Westminster")
        for name in ("Set a target", "Tell the story", "Add or change an action", "Saved views"):
            seen.page.locator("summary").filter(has_text=name).click()
            seen.settle()
        assert grave(seen.page, "The forms") == []
        seen.page.get_by_label("Name for this page and its filters").focus()
        hands.write("Westminster")
        expect(seen.page.get_by_role("link", name="Westminster")).to_have_attribute("href", "curve?borough=Westminster")
        seen.page.locator("summary").filter(has_text="Tell the story").focus()
        hands.to("What drives the curve")
        seen.page.keyboard.type(WORDS)
        hands.to("Keep this story")
        hands.press("Enter")
        expect(seen.page.locator("p", has_text=WORDS)).to_be_visible()
        assert seen.errors == []
