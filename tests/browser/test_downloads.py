"""Files, with sign-in on, by a real browser, which asks for them compressed: each role gets its own, whole."""

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Download, expect

from dashboard.pages.registry import WITH_FIGURES
from tests.browser.signing import Office, office, signed_in
from tests.browser.test_upload import hand_in, shorter
from tests.browser.visit import Visit
from tests.conftest import AT_LENGTH, at_length

__all__ = ["office"]
pytestmark = pytest.mark.browser

STARTS: Final = {"csv": b"\xef\xbb\xbf", "pdf": b"%PDF-", "pptx": b"PK", "xlsx": b"PK", "png": b"\x89PNG"}
"""How each kind of file begins: what is none of them is a page that says no."""
PAGES: Final = (*(page.slug for page in WITH_FIGURES), "providers")
SHORT: Final = ("cost",)
ROLES: Final = ("bo@brent.example", "di@brent.example", "an@consortium.example", "dee@consortium.example")

PUT: Final = """async ([root, session, text]) => {
    const asked = {method: "PUT", body: text, headers: {"X-Xsrftoken": "none"}}
    return (await fetch(`${root}/_stcore/upload_file/${session}/a-file`, asked)).status
}"""
"""What a page of the browser would do that uploads where it may not."""


def files(seen: Visit, name: str) -> Iterator[Download]:
    """Take every file of a kind that the page offers."""
    buttons = seen.page.get_by_test_id("stDownloadButton").get_by_role("button", name=name, exact=True)
    for at in range(buttons.count()):
        with seen.page.expect_download() as taken:
            buttons.nth(at).click()
        yield taken.value


def is_whole(file: Download) -> bool:
    """Say whether a file came, and is of the kind that its name says."""
    assert file.failure() is None, file.suggested_filename
    content = file.path().read_bytes()
    return content.startswith(STARTS[file.suggested_filename.rpartition(".")[2]]) and len(content) > 50


@pytest.mark.parametrize("email", ROLES if AT_LENGTH else ROLES[3:4])
def test_every_csv_of_a_page_comes_whole(browser: Browser, office: Office, email: str) -> None:
    before = len(office.events("refused"))
    with signed_in(browser, office, email) as seen:
        for page in PAGES if AT_LENGTH else SHORT:
            seen.open(page)
            taken = [is_whole(file) for file in files(seen, "CSV")]
            assert taken, page
            assert all(taken), page
        assert seen.errors == []
    assert len(office.events("refused")) == before


def test_a_board_pack_comes_whole_in_each_format(browser: Browser, office: Office) -> None:
    before = len(office.events("refused"))
    with signed_in(browser, office, "dee@consortium.example", "pack") as seen:
        seen.page.get_by_role("button", name="Make").first.click()
        seen.settle()
        buttons = seen.page.get_by_test_id("stDownloadButton").get_by_role("button")
        expect(buttons.first).to_be_visible(timeout=60_000)
        for at in range(buttons.count()):
            with seen.page.expect_download() as taken:
                buttons.nth(at).click()
            assert is_whole(taken.value)
    assert len(office.events("refused")) == before


@at_length
def test_a_presenter_is_offered_no_file(browser: Browser, office: Office) -> None:
    with signed_in(browser, office, "pat@consortium.example", "cost") as seen:
        assert seen.page.get_by_test_id("stDownloadButton").count() == 0


def test_a_data_officer_uploads_and_discards_with_sign_in_on(browser: Browser, office: Office) -> None:
    with signed_in(browser, office, "di@brent.example", "data?section=Upload") as seen:
        hand_in(seen, shorter())
        seen.page.get_by_role("button", name="Discard").click()
        expect(seen.page.get_by_text("Discarded. Nothing was stored.")).to_be_visible()
        assert seen.errors == []


@pytest.mark.parametrize("email", ["pat@consortium.example", "dee@consortium.example"][: 2 if AT_LENGTH else 1])
def test_who_may_not_upload_leaves_nothing_in_memory(browser: Browser, office: Office, email: str) -> None:
    with signed_in(browser, office, email, "cost") as seen:
        status = seen.page.evaluate(PUT, [office.url, "0123-a-session", "x" * 1000])
        assert status == 403
    assert office.events("refused")[0]["who"] == email
