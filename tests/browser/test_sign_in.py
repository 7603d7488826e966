"""Signing in, in a real browser: each role sees what it may and nothing else; what is refused is on record."""

import json
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, BrowserContext, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from store import people
from store.people import Person, Role
from tests.browser.conftest import Kept, copied, free_port, served
from tests.browser.signing import Office, office, provider, settings, sign_in, signed_in
from tests.browser.visit import Visit, visit
from tests.conftest import AT_LENGTH, at_length

__all__ = ["office"]
pytestmark = pytest.mark.browser

OTHERS: Final = ("Ealing", "Harrow", "Hillingdon", "Hounslow", "Westminster", "Hammersmith", "Kensington")
GATE: Final = "Sign in"


def text(seen: Visit) -> str:
    return seen.page.locator("body").inner_text()


def releases(seen: Visit) -> list[str]:
    seen.page.get_by_test_id("stSidebar").get_by_role("combobox", name="Release").click()
    seen.page.get_by_role("option").first.wait_for()
    found = seen.page.get_by_role("option").all_inner_texts()
    seen.page.keyboard.press("Escape")
    return found


def test_nobody_sees_anything_before_signing_in(browser: Browser, office: Office) -> None:
    with visit(browser, office.url) as seen:
        seen.open("out-of-area?borough=Brent")
        expect(seen.page.get_by_role("button", name=GATE)).to_be_visible()
        assert "Brent" not in text(seen)
        assert seen.page.get_by_test_id("stSidebar").count() == 0
        assert (seen.errors, seen.outside) == ([], [])


@at_length
def test_one_comes_back_to_the_page_that_was_asked_for(browser: Browser, office: Office) -> None:
    with signed_in(browser, office, "bo@brent.example", "needs?borough=Brent&from=Jan+2026") as seen:
        expect(seen.page.get_by_role("heading", level=1)).to_have_text("Needs profiles")
        assert seen.page.url == f"{office.url}/needs?borough=Brent&from=Jan+2026"
        assert "bo@brent.example, commissioner" in text(seen)
        seen.page.reload()
        seen.settle()
        assert seen.errors == []
    assert office.events("signed in")[0]["who"] == "bo@brent.example"


def test_a_stranger_is_told_whom_to_ask(browser: Browser, office: Office) -> None:
    with signed_in(browser, office, "stranger@elsewhere.example") as seen:
        assert "stranger@elsewhere.example is not on the list" in text(seen)
        assert "ask ada@consortium.example" in text(seen)
        assert seen.page.get_by_test_id("stSidebar").count() == 0
    assert office.events("refused")[0]["detail"] == "why not on the list"


@pytest.mark.parametrize(
    ("email", "most"),
    [
        ("di@brent.example", ["Working", "Board", "Event"]),
        ("dee@consortium.example", ["Board", "Event"]),
        ("pat@consortium.example", ["Event"]),
        ("ada@consortium.example", ["Board", "Event"]),
    ][:: 1 if AT_LENGTH else 2],
)
def test_each_role_sees_what_it_may(browser: Browser, office: Office, email: str, most: list[str]) -> None:
    with signed_in(browser, office, email, "definitions") as seen:
        assert releases(seen) == most
        manages = email.startswith("ada")
        seen.open("people")
        assert ("may sign in" in text(seen)) == manages


@at_length
def test_a_provider_that_does_not_answer_is_said(browser: Browser, kept_sample: Kept, tmp_path: Path) -> None:
    port = free_port()
    with copied(kept_sample, tmp_path) as place, provider() as address:
        rules = settings(address, port)
        with served(tmp_path, place, port, **rules) as url, visit(browser, url) as seen:
            seen.open("cost")
            away = seen.page.get_by_role("button", name=GATE)
            _end(address)
            away.click()
            expect(seen.page.get_by_role("heading", level=1)).to_have_text("Nobody can sign in now")
            expect(seen.page.locator("body")).to_contain_text("tell ada@consortium.example.")


def _end(address: str) -> None:
    """End the program that listens at an address."""
    port = address.rpartition(":")[2]
    subprocess.run(["pkill", "-f", f"oidc_provider_mock --port {port} "], check=True)
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=1)
        except OSError:
            return
        time.sleep(0.05)


@pytest.fixture(scope="module")
def brent(browser: Browser, office: Office) -> Iterator[Visit]:
    """A commissioner of Brent's browser, after an analyst has looked at the same page."""
    with signed_in(browser, office, "an@consortium.example", "compare") as analyst:
        assert "Ealing" in analyst.text()
        assert analyst.page.get_by_role("button", name="Records").count() == 0
    with signed_in(browser, office, "bo@brent.example", "compare") as seen:
        yield seen


def test_a_commissioner_sees_the_others_only_together(brent: Visit) -> None:
    for path in ("compare?borough=Brent", "cost"):
        brent.open(path)
        page = brent.page.locator("body").inner_html()
        assert [name for name in OTHERS if name in page] == [], path
        assert "Other boroughs" in page
        assert (brent.page.get_by_role("button", name="Records").count() > 0) == ("borough=Brent" in path)


def test_an_address_that_names_another_borough_is_passed_over_and_on_record(brent: Visit, office: Office) -> None:
    brent.open("compare?borough=Ealing")
    assert "Ealing" not in brent.page.get_by_test_id("stMainBlockContainer").inner_html()
    assert "asked for Ealing" in office.events("refused")[0]["detail"]
    assert office.events("refused")[0]["who"] == "bo@brent.example"


def test_a_forged_message_is_passed_over_and_on_record(browser: Browser, office: Office) -> None:
    with signed_in(browser, office, "bo@brent.example", "definitions") as seen:
        _forge(seen, "Harrow")
        seen.settle()
        assert "Harrow" not in seen.page.locator("body").inner_html()
        told = [event["detail"] for event in office.events("refused")]
        assert any("asked for Harrow" in detail for detail in told)


def _forge(seen: Visit, borough: str) -> None:
    """Send what no page offers: the message by which a choice is made, with another borough in it."""
    sent: list[bytes] = []
    seen.page.on("websocket", lambda socket: socket.on("framesent", lambda data: sent.append(_bytes(data))))
    seen.page.add_init_script(
        "const Real = WebSocket; window.WebSocket = class extends Real {"
        "constructor(...given) { super(...given); window.opened = this } }"
    )
    seen.page.reload()
    seen.settle()
    seen.choose("Borough", "Brent")
    message = _rerun(sent)
    state = next(each for each in message.rerun_script.widget_states.widgets if each.id.endswith("-borough"))
    state.string_value = borough
    seen.page.evaluate("bytes => window.opened.send(new Uint8Array(bytes))", list(message.SerializeToString()))


def _bytes(data: str | bytes) -> bytes:
    return data.encode() if isinstance(data, str) else data


def _rerun(sent: list[bytes]) -> Any:
    """The last message that held a choice."""
    for each in reversed(sent):
        message = BackMsg()
        message.ParseFromString(each)
        if any(state.id.endswith("-borough") for state in message.rerun_script.widget_states.widgets):
            return message
    pytest.fail("no message held a choice")


def test_a_director_cannot_raise_the_release_by_address(browser: Browser, office: Office) -> None:
    with signed_in(browser, office, "dee@consortium.example", "definitions?release=Working") as seen:
        assert "board release" in text(seen)
    refused = office.events("refused")[0]
    assert (refused["who"], "asked for Working" in refused["detail"]) == ("dee@consortium.example", True)


@at_length
def test_a_stale_tab_is_closed_after_signing_out(browser: Browser, office: Office) -> None:
    with signed_in(browser, office, "el@ealing.example", "definitions") as seen:
        other = Visit(seen.page.context.new_page(), office.url)
        other.open("definitions")
        kept = seen.page.context.cookies()
        seen.page.get_by_role("button", name="Sign out", exact=True).click()
        seen.page.wait_for_url(lambda url: not url.startswith(f"{office.url}/definitions"))
        time.sleep(1.2)
        other.page.get_by_test_id("stSidebar").get_by_label("Borough").first.click()
        other.page.get_by_role("option", name="Ealing", exact=True).click()
        expect(other.page.get_by_role("button", name=GATE)).to_be_visible(timeout=20_000)
    with visit(browser, office.url) as thief:
        thief.page.context.add_cookies(kept)
        thief.open("definitions")
        assert "You are signed out" in text(thief)
    assert {"why signed out"} == {event["detail"] for event in office.events("refused")[:2]}


def test_a_token_past_its_expiry_opens_nothing(browser: Browser, office: Office) -> None:
    now = int(time.time())
    claims = {"email": "el@ealing.example", "sub": "el", "iat": now - 700, "exp": now - 100, "nonce": "1"}
    with visit(browser, office.url) as seen:
        _give(seen.page.context, office, claims)
        seen.open("definitions")
        assert "has run out" in text(seen)
    assert office.events("refused")[0]["detail"] == "why the sign-in has expired"


def _give(context: BrowserContext, office: Office, claims: dict[str, Any]) -> None:
    """Put a cookie into a browser, signed as the app signs them."""
    secret = settings("", 0)["COOKIE_SECRET"]
    whole = {**claims, "origin": office.url, "is_logged_in": True, "provider": "default"}
    value = create_signed_value(secret, "_streamlit_user", json.dumps(whole)).decode()
    context.add_cookies([{"name": "_streamlit_user", "value": value, "url": office.url}])


def test_a_file_is_only_for_whom_it_was_made(browser: Browser, office: Office, brent: Visit) -> None:
    brent.open("compare?borough=Brent")
    with signed_in(browser, office, "dee@consortium.example") as other, visit(browser, office.url) as nobody:
        with brent.page.expect_download() as taken:
            brent.page.get_by_role("button", name="CSV").first.click()
        address = taken.value.url
        assert [seen.page.request.get(address).status for seen in (other, nobody)] == [403, 403]
        assert "Ealing" not in taken.value.path().read_text()
    assert office.events("downloaded")[0]["who"] == "bo@brent.example"
    who = [event["who"] for event in office.events("refused")[:2] if "of download" in event["detail"]]
    assert who == ["nobody", "dee@consortium.example"]


@at_length
def test_an_administrator_puts_people_on_the_list_and_takes_them_off(browser: Browser, office: Office) -> None:
    with signed_in(browser, office, "ada@consortium.example", "people") as seen:
        seen.page.get_by_label("E-mail").fill("new@harrow.example")
        seen.page.get_by_role("button", name="Put on the list").click()
        seen.settle()
        assert "needs at least one borough" in text(seen)
        role = seen.page.get_by_test_id("stForm").get_by_role("combobox").first
        role.click()
        role.fill("Director")
        expect(seen.page.get_by_role("option")).to_have_count(1)
        role.press("Enter")
        expect(seen.page.get_by_role("option")).to_have_count(0)
        seen.page.get_by_role("button", name="Put on the list").click()
        seen.settle()
        expect(seen.page.locator("table").first).to_contain_text("new@harrow.example")
        seen.page.get_by_role("tab", name="Audit log").click()
        seen.settle()
        assert "person new@harrow.example, to director" in text(seen)
    people.remove(office.database, "new@harrow.example", who="command line")


@at_length
def test_another_role_asks_for_signing_in_again(browser: Browser, office: Office) -> None:
    with signed_in(browser, office, "pat@consortium.example") as seen:
        changed = Person("pat@consortium.example", "Pat", Role.DIRECTOR, ())
        people.put(office.database, changed, who="command line")
        time.sleep(1.2)
        seen.open("definitions")
        sign_in(seen, "pat@consortium.example")
        assert "board release" in text(seen)
