"""axe-core finds no serious or critical violation where people sign in and are put on the list."""

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import grave
from tests.browser.signing import Office, office, signed_in
from tests.browser.test_accessibility import BOTH
from tests.browser.visit import Scheme, visit
from tests.conftest import at_length

__all__ = ["office"]
pytestmark = pytest.mark.browser


@at_length
@BOTH
def test_neither_the_gate_nor_the_page_of_people(browser: Browser, office: Office, scheme: Scheme) -> None:
    with visit(browser, office.url, scheme=scheme) as seen:
        seen.open("")
        wrong = grave(seen.page, "The gate")
    with signed_in(browser, office, "ada@consortium.example", "people") as seen:
        seen.page.emulate_media(color_scheme=scheme)
        seen.open("people")
        wrong += grave(seen.page, "People")
        seen.page.get_by_role("tab", name="Audit log").click()
        seen.settle()
        wrong += grave(seen.page, "Audit log")
    assert wrong == []
