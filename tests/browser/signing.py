"""People who sign in: a provider of OpenID Connect on this machine, an app that trusts it, and a person's browser."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser

from store import audit, people
from store.engine import prepared
from store.people import Person, Role
from tests.browser.conftest import Kept, copied, free_port, served
from tests.browser.visit import Visit, visit

SECONDS: Final = 3_600
"""How long a token lasts: longer than any test, on the slowest machine."""

PEOPLE: Final = (
    Person("ada@consortium.example", "Ada", Role.ADMINISTRATOR, ()),
    Person("bo@brent.example", "Bo", Role.COMMISSIONER, ("Brent",)),
    Person("di@brent.example", "Di", Role.DATA_OFFICER, ("Brent",)),
    Person("el@ealing.example", "El", Role.COMMISSIONER, ("Ealing",)),
    Person("an@consortium.example", "An", Role.ANALYST, ()),
    Person("dee@consortium.example", "Dee", Role.DIRECTOR, ()),
    Person("pat@consortium.example", "Pat", Role.PRESENTER, ()),
)


@dataclass(frozen=True)
class Office:
    """An app in which people sign in: its address, its database, and the provider's address."""

    url: str
    database: sa.Engine
    provider: str

    def events(self, what: str) -> list[dict[str, str]]:
        """Audit log of a kind, the newest first."""
        return audit.events(self.database, None, what=what).to_dicts()


@pytest.fixture(scope="session")
def office(kept_sample: Kept, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An app with the sample in it, in which people sign in."""
    folder, port = tmp_path_factory.mktemp("office"), free_port()
    with copied(kept_sample, folder) as place, provider() as address:
        database = prepared(place)
        for person in PEOPLE:
            people.put(database, person, who="command line")
        with served(folder, place, port, **settings(address, port)) as url:
            yield Office(url, database, address)
        database.dispose()


def settings(address: str, port: int) -> dict[str, str]:
    """What an operator sets."""
    return {
        "SIGN_IN_URL": f"{address}/.well-known/openid-configuration",
        "SIGN_IN_CLIENT_ID": "placements",
        "SIGN_IN_CLIENT_SECRET": "of the client",
        "PUBLIC_URL": f"http://localhost:{port}",
        "COOKIE_SECRET": "0123456789" * 4,
        "SIGN_IN_CONTACT": "ada@consortium.example",
    }


@contextmanager
def provider(seconds: int = SECONDS) -> Generator[str]:
    """Address of a provider that knows everyone, until left."""
    port = free_port()
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port), "-e", str(seconds)]
    quiet = subprocess.DEVNULL
    running = subprocess.Popen(command, stdout=quiet, stderr=quiet, env={**os.environ, "PYTHONWARNINGS": "ignore"})
    address = f"http://localhost:{port}"
    try:
        _wait_for(f"{address}/.well-known/openid-configuration")
        _tell(address)
        yield address
    finally:
        running.terminate()
        running.wait(20)


def _tell(address: str) -> None:
    """Tell the provider whose address is whose."""
    for email in (*(person.email for person in PEOPLE), "stranger@elsewhere.example"):
        claims = f'{{"email": "{email}", "email_verified": true}}'.encode()
        headers = {"content-type": "application/json"}
        request = urllib.request.Request(f"{address}/users/{email}", claims, headers, method="PUT")
        urllib.request.urlopen(request, timeout=5)


def _wait_for(url: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(url, timeout=2)
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("the provider did not start")


@contextmanager
def signed_in(browser: Browser, office: Office, email: str, path: str = "definitions") -> Generator[Visit]:
    """A person's browser, signed in on the page that they had asked for."""
    with visit(browser, office.url) as seen:
        seen.open(path)
        sign_in(seen, email)
        yield seen


def sign_in(seen: Visit, email: str) -> None:
    """Sign in from the gate, as a person does."""
    seen.page.get_by_role("button", name="Sign in").click()
    seen.page.locator("input[name=sub]").fill(email)
    seen.page.get_by_role("button", name="Authorize").or_(seen.page.locator("button[type=submit]")).first.click()
    seen.page.wait_for_url(f"{seen.root}/**")
    seen.settle()
    for noted in (seen.errors, seen.outside):
        noted.clear()  # the provider's own pages are not ours to judge
