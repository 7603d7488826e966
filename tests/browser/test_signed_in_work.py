"""What people do with the dashboard, done by people who sign in, each by the role that may and not by one that may not.

Files that are taken away are in `test_every_file`. What changes the data comes last: others read it before.
"""

import re
from typing import Final

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.files import open_records
from tests.browser.signing import Office, office, signed_in
from tests.browser.test_event import BANNER, screen
from tests.browser.test_filters import wait_for_query
from tests.browser.test_upload import hand_in, shorter
from tests.browser.visit import WAIT, Visit
from tests.conftest import at_length

__all__ = ["office"]
pytestmark = [pytest.mark.browser, at_length]

BO, DI, EL = "bo@brent.example", "di@brent.example", "el@ealing.example"
AN, DEE, PAT = "an@consortium.example", "dee@consortium.example", "pat@consortium.example"
STORY: Final = "Few carers take teenagers"


def main(seen: Visit) -> Locator:
    """The page itself."""
    return seen.page.get_by_test_id("stMainBlockContainer")


def unfold(seen: Visit, name: str) -> None:
    """Open what is folded."""
    seen.page.locator("summary").filter(has_text=name).click()
    seen.settle()


def press(seen: Visit, name: str) -> None:
    """Press a button and wait for what it does."""
    seen.page.get_by_role("button", name=name, exact=True).first.click()
    seen.settle()


def says(seen: Visit, words: str) -> None:
    """Say that the page has these words."""
    expect(seen.page.get_by_text(words).first).to_be_visible(timeout=WAIT)


def newest(office: Office, what: str) -> tuple[str, str]:
    """Who did a thing last, and of what."""
    event = office.events(what)[0]
    return event["who"], event["detail"]


def test_a_commissioner_filters_reloads_and_opens_records_of_children(browser: Browser, office: Office) -> None:
    with signed_in(browser, office, BO, "compare") as seen:
        seen.choose("Borough", "Brent")
        wait_for_query(seen, "borough", "Brent")
        words = seen.lines()
        seen.page.reload()
        seen.settle()
        assert seen.lines() == words
        open_records(seen)
        expect(seen.page.get_by_role("dialog").locator("td", has_text=re.compile("^BRE-")).first).to_be_visible()
        assert "BRE-" not in seen.page.url
        assert (seen.errors, seen.outside) == ([], [])
    who, of = newest(office, "opened records")
    assert (who, "BRE-" in of, "Brent" in of) == (BO, False, True)


def test_a_shared_link_shows_each_what_they_may_see(browser: Browser, office: Office) -> None:
    link = "compare?borough=Brent&release=Working"
    with signed_in(browser, office, DEE, link) as seen:
        assert "board release" in seen.text()
        assert "Brent" in seen.text()
        assert seen.page.get_by_role("button", name="Records", exact=True).count() == 0
    with signed_in(browser, office, EL, link) as seen:
        assert "Brent" not in main(seen).inner_html()
        wait_for_query(seen, "borough")
        assert seen.page.get_by_role("button", name="Records", exact=True).count() == 0


def test_a_saved_view_is_ones_own_wherever_one_signs_in(browser: Browser, office: Office) -> None:
    with signed_in(browser, office, BO, "pack?borough=Brent") as seen:
        unfold(seen, "Saved views")
        seen.page.get_by_label("Name for this page and its filters").fill("Our pack")
        press(seen, "Save this view")
        says(seen, "The view is saved.")
    with signed_in(browser, office, BO) as seen:
        unfold(seen, "Saved views")
        seen.page.get_by_role("link", name="Our pack").click()
        seen.page.wait_for_url("**/pack?borough=Brent")
        seen.settle()
        says(seen, "About Brent")
        unfold(seen, "Saved views")
        press(seen, "Remove")
        says(seen, "The view is removed.")
    with signed_in(browser, office, EL) as seen:
        unfold(seen, "Saved views")
        says(seen, "None yet.")


def test_a_commissioner_plans_for_their_borough(browser: Browser, office: Office) -> None:
    with signed_in(browser, office, BO, "curve?borough=Brent") as seen:
        _set_target(seen)
        _tell_story(seen)
        assert seen.errors == []
    with signed_in(browser, office, DEE, "curve?borough=Brent") as seen:
        says(seen, STORY)
        assert "bo@brent.example" in seen.text()
        assert seen.page.locator("summary").filter(has_text="Set a target").count() == 0
    with signed_in(browser, office, EL, "curve?borough=Brent") as seen:
        assert STORY not in main(seen).inner_html()


def _set_target(seen: Visit) -> None:
    unfold(seen, "Set a target")
    value = seen.page.get_by_label("Value to reach").first
    value.fill("45")
    value.press("Tab")
    seen.page.keyboard.type("01/10/2026")
    press(seen, "Set this target")
    says(seen, "The target from 1 October 2026 is set.")


def _tell_story(seen: Visit) -> None:
    unfold(seen, "Tell the story")
    seen.page.get_by_label("What drives the curve").fill(STORY)
    press(seen, "Keep this story")
    says(seen, "The story is kept.")


def test_a_presenter_shows_an_event_and_stays_in_it(browser: Browser, office: Office) -> None:
    with signed_in(browser, office, PAT, "?event=on&shown=Overview") as seen:
        says(seen, "Safe to share:")
        press(seen, "Start")
        says(seen, BANNER)
        seen.page.keyboard.press("ArrowRight")
        expect(seen.page).to_have_url(re.compile("screen=2"), timeout=WAIT)
        seen.settle()
        seen.page.reload()
        says(seen, BANNER)
        assert screen(seen) == "2"
        tab = Visit(seen.page.context.new_page(), seen.root)
        tab.open("cost?release=Working&event=off")
        expect(tab.page.get_by_role("heading", level=1)).to_have_text("Event mode", timeout=WAIT)
        assert seen.errors == []


def test_an_analyst_rules_on_a_name_and_a_commissioner_does_not(browser: Browser, office: Office) -> None:
    with signed_in(browser, office, AN, "data?section=Providers&borough=Brent") as seen:
        seen.page.get_by_test_id("stRadio").first.get_by_text("Not in the register", exact=True).click()
        press(seen, "Confirm 1 decision")
        says(seen, "1 name ruled on.")
        assert newest(office, "provider name ruled")[0] == AN
        with signed_in(browser, office, BO, "data?section=Providers") as other:
            says(other, AN)
            assert other.page.get_by_role("button", name="Take back").count() == 0
        press(seen, "Take back")
        says(seen, "the name waits again")


def test_a_data_officer_hands_a_file_in_and_takes_it_back(browser: Browser, office: Office) -> None:
    with signed_in(browser, office, BO, "data") as seen:
        assert seen.page.get_by_role("tab", name="Upload").count() == 0
    with signed_in(browser, office, DI, "data?section=Upload") as seen:
        hand_in(seen, shorter())
        press(seen, "Accept 1 file")
        says(seen, "Stored: 1 file.")
        seen.open("data?section=History&borough=Brent")
        says(seen, f"by {DI}")
        with signed_in(browser, office, BO, "data?section=History&borough=Brent") as other:
            says(other, f"by {DI}")
            assert other.page.get_by_role("button", name="Roll back").count() == 0
        press(seen, "Roll back")
        press(seen, "Roll back this file")
        says(seen, "rolled back; the file of")
        assert (seen.errors, seen.outside) == ([], [])
    assert newest(office, "rolled back")[0] == DI
