"""An officer hands a file in, sees the figures change, and takes it back."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.keyboard import Hands
from tests.browser.test_filters import wait_for_query
from tests.browser.visit import WAIT, Visit, visit
from tests.conftest import at_length

pytestmark = pytest.mark.browser

EPISODES = Path(__file__).parents[2] / "sample_data" / "BRE" / "2026-09-30" / "episodes.csv"
KEPT = 400


def hand_in(seen: Visit, *files: tuple[str, bytes]) -> None:
    """Drop files on the page and wait for the preview."""
    given = [{"name": name, "mimeType": "text/csv", "buffer": content} for name, content in files]
    seen.page.locator('input[type="file"]').set_input_files(given)
    expect(seen.page.get_by_text("What the files hold", exact=True).first).to_be_visible(timeout=WAIT)
    expect(seen.page.get_by_role("button", name="Discard")).to_be_visible(timeout=WAIT)
    seen.settle()


def shorter() -> tuple[str, bytes]:
    """Brent's extract without its last children."""
    lines = EPISODES.read_bytes().splitlines(keepends=True)
    return "BRE_2026-09-30_episodes.csv", b"".join(lines[:KEPT])


def overview(seen: Visit) -> str:
    """What the first page says of Brent."""
    seen.open("?borough=Brent")
    return seen.text()


def test_a_file_is_handed_in_changes_the_figures_and_is_taken_back(browser: Browser, own_url: str) -> None:
    with visit(browser, own_url) as seen:
        before = overview(seen)
        seen.open("data?section=Upload")
        hand_in(seen, shorter(), ("empty_EAL_2026.csv", b""))
        assert "The file is empty." in seen.text()
        seen.page.get_by_role("button", name="Accept 1 file").dblclick()
        expect(seen.page.get_by_text("Stored: 1 file.")).to_be_visible(timeout=WAIT)
        assert overview(seen) != before
        seen.open("data?section=History&borough=Brent")
        seen.page.get_by_role("button", name="Roll back").first.click()
        seen.page.get_by_role("button", name="Roll back this file").click()
        expect(seen.page.get_by_text("rolled back; the file of")).to_be_visible(timeout=WAIT)
        assert overview(seen) == before
        assert (seen.errors, seen.outside) == ([], [])


@at_length
def test_a_discarded_file_leaves_nothing(browser: Browser, own_url: str) -> None:
    with visit(browser, own_url, width=390) as seen:
        before = overview(seen)
        seen.open("data?section=Upload")
        hand_in(seen, shorter())
        assert seen.page.evaluate("document.documentElement.scrollWidth") == 390
        seen.page.get_by_role("button", name="Discard").click()
        expect(seen.page.get_by_text("Discarded. Nothing was stored.")).to_be_visible(timeout=WAIT)
        assert overview(seen) == before


@at_length
def test_a_file_is_handed_in_and_discarded_by_keyboard(browser: Browser, own_url: str) -> None:
    name, content = shorter()
    with visit(browser, own_url) as seen:
        hands = Hands(seen)
        seen.open("data")
        hands.to("Coverage")
        hands.press("ArrowRight", "Enter")
        wait_for_query(seen, "section", "Upload")
        hands.to("Help for Files to upload")
        with seen.page.expect_file_chooser() as chooser:
            hands.to("Upload")
            seen.page.keyboard.press("Enter")
        chooser.value.set_files({"name": name, "mimeType": "text/csv", "buffer": content})
        expect(seen.page.get_by_role("button", name="Discard")).to_be_visible(timeout=WAIT)
        seen.settle()
        hands.to("Discard")
        hands.press("Space")
        expect(seen.page.get_by_text("Discarded. Nothing was stored.")).to_be_visible(timeout=WAIT)
