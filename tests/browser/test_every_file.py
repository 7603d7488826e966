"""Files, by a real browser: each kind comes whole to who may have it, and to nobody else.

The matrix: kind x who x release x compressed or not x straight or behind nginx. Tried at length (make prove).
"""

from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import pytest
from playwright.sync_api import Browser
from rich.console import Console

from dashboard.pages.registry import WITH_FIGURES
from store import people
from store.engine import prepared
from store.people import Role
from tests.browser.conftest import Kept, copied, free_port, served
from tests.browser.files import (
    DEMONSTRATION,
    KINDS,
    MOST,
    ON_RECORD,
    Kind,
    Taken,
    parts,
    take,
    ways,
)
from tests.browser.signing import PEOPLE, Office, office, provider, settings, signed_in
from tests.browser.visit import Visit, visit
from tests.conftest import at_length
from tests.deploy.replicas import Replica, behind_nginx

__all__ = ["office"]
pytestmark = [pytest.mark.browser, at_length]

ONE_OF: Final = {person.role: person.email for person in reversed(PEOPLE)}
"""A person of each role; the commissioner and the officer are Brent's."""

EACH_ONCE: Final = {
    Role.COMMISSIONER: ("figure as CSV", "figure as PNG", "table of boroughs as CSV", "records as CSV"),
    Role.ANALYST: ("table of measures as CSV", "providers as CSV", "table's own CSV"),
    Role.DIRECTOR: ("pack as PDF", "pack as PowerPoint", "pack as Excel", "pack made again", "template"),
    Role.DATA_OFFICER: ("findings of a borough", "findings of an upload"),
    Role.ADMINISTRATOR: (ON_RECORD,),
}
"""What each takes."""
CELLS: Final = [(who, release) for who, most in MOST.items() for release in most]
WAYS: Final = ("straight", "behind nginx")

PAGES: Final = (*(page.slug for page in WITH_FIGURES), "providers")
KEY: Final = "button => [...button.closest('[class*=st-key-]').classList].find(name => name.startsWith('st-key-'))"
"""The class that tells one button of a page from another."""


def at(address: str, release: str) -> str:
    """Give a page in a release."""
    return f"{address}{'&' if '?' in address else '?'}release={release}"


def take_whole(seen: Visit, kind: Kind, *, compressed: bool = True) -> Taken:
    """Take a file, and see that it is whole and opens."""
    file = take(seen, kind, compressed=compressed)
    assert file.is_whole, kind.name
    assert parts(file) > 0, kind.name
    return file


@pytest.mark.parametrize("role", EACH_ONCE)
def test_each_kind_of_file_comes_whole_to_who_may_have_it(browser: Browser, office: Office, role: Role) -> None:
    before = len(office.events("refused"))
    chosen = [kind for kind in KINDS if kind.name in EACH_ONCE[role]]
    with signed_in(browser, office, ONE_OF[role], chosen[0].page) as seen:
        for last, kind in pairwise([chosen[0], *chosen]):
            if kind.page != last.page:
                seen.open(kind.page)
            kind.before(seen)
            take_whole(seen, kind)
        assert seen.errors == []
    assert len(office.events("refused")) == before


@pytest.mark.parametrize("role", [Role.COMMISSIONER, Role.DATA_OFFICER, Role.ANALYST, Role.DIRECTOR])
def test_every_csv_of_a_page_comes_whole(browser: Browser, office: Office, role: Role) -> None:
    before = len(office.events("refused"))
    with signed_in(browser, office, ONE_OF[role]) as seen:
        for page in PAGES:
            seen.open(page)
            buttons = seen.page.get_by_test_id("stDownloadButton").get_by_role("button", name="CSV", exact=True)
            keys = [button.evaluate(KEY) for button in buttons.all()]
            for key in keys:
                take_whole(seen, Kind(key, page, f".{key} button"))
        assert seen.errors == []
    assert len(office.events("refused")) == before


@pytest.fixture(scope="session")
def fronted(kept_sample: Kept, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An app in which people sign in, behind nginx with the product's own configuration."""
    folder, port = tmp_path_factory.mktemp("fronted"), free_port()
    replica = Replica(folder, "", port)
    with copied(kept_sample, folder) as place, provider() as address, behind_nginx(folder, [replica]) as socket:
        database, public = prepared(place), socket.replace("wss", "https")
        for person in PEOPLE:
            people.put(database, person, who="command line")
        with served(folder, place, port, **{**settings(address, port), "PUBLIC_URL": public}):
            yield Office(public, database, address)
        database.dispose()


@pytest.fixture(scope="session")
def app_fronted(app_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app in which nobody signs in, behind nginx."""
    replica = Replica(tmp_path_factory.mktemp("app-fronted"), "", int(app_url.rpartition(":")[2]))
    with behind_nginx(replica.folder, [replica]) as socket:
        yield socket.replace("wss", "https")


@pytest.fixture(scope="session")
def tally() -> Iterator[Counter[str]]:
    """Count what came of the matrix, and tell it at the end."""
    counted: Counter[str] = Counter()
    yield counted
    Console(width=120, markup=False).print(*(f"\n{count:6,} {what}" for what, count in sorted(counted.items())))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("who", "release"), CELLS)
def test_every_file_of_the_matrix(
    browser: Browser, request: pytest.FixtureRequest, tally: Counter[str], way: str, who: str, release: str
) -> None:
    chosen, page = [kind for kind in KINDS if kind.is_made_here or way == WAYS[0]], ""
    with opened(browser, request, way, who) as reader:
        for kind in chosen:
            is_theirs = (who, release) in kind.may
            address, selector = (kind.page, kind.giver) if is_theirs else ways(kind, who)
            if address != page:
                reader.seen.open(at(address, release))
            page = address
            if is_theirs:
                tally[f"came whole: {way}, {who}, {release}"] += _came(reader, kind)
            else:
                assert reader.seen.page.locator(selector).filter(visible=True).count() == 0, kind.name
                tally[f"not offered: {way}, {who}, {release}"] += 1
        assert reader.seen.errors == []
        assert reader.refusals() == reader.before
        tally[f"refused by address: {way}, {who}, {release}"] += reader.refused


@dataclass
class Reader:
    """Somebody's browser and where they look; others, who may not have their files; how many refusals there were."""

    seen: Visit
    place: Office | None = None
    email: str = ""
    others: tuple[Visit, ...] = ()
    before: int = 0
    refused: int = 0

    def refusals(self) -> int:
        """Count what was refused to them, as it is on record."""
        return sum(each["who"] == self.email for each in self.place.events("refused")) if self.place else 0

    def refuse_to_others(self, address: str) -> None:
        """See that others do not get a file by its address."""
        for other in self.others:
            assert other.page.request.get(address).status == 403
            self.refused += 1


@contextmanager
def opened(browser: Browser, request: pytest.FixtureRequest, way: str, who: str) -> Generator[Reader]:
    """Open a reader's browser, on the way asked for, with a presenter's and a stranger's beside it."""
    is_straight = way == WAYS[0]
    if who == DEMONSTRATION:
        with visit(browser, request.getfixturevalue("app_url" if is_straight else "app_fronted")) as seen:
            yield Reader(seen)
        return
    place: Office = request.getfixturevalue("office" if is_straight else "fronted")
    email, presenter = ONE_OF[Role(who)], ONE_OF[Role.PRESENTER]
    with (
        signed_in(browser, place, email) as seen,
        signed_in(browser, place, presenter) as other,
        visit(browser, place.url) as stranger,
    ):
        reader = Reader(seen, place, email, (other, stranger))
        reader.before = reader.refusals()
        yield reader


def _came(reader: Reader, kind: Kind) -> int:
    """Take a file compressed and not, and say how many came; both are the same, and nobody else gets them."""
    kind.before(reader.seen)
    one = take_whole(reader.seen, kind)
    if not kind.is_made_here:
        return 1
    reader.refuse_to_others(one.url)
    other = take_whole(reader.seen, kind, compressed=False)
    assert kind.is_dated or one.content == other.content, kind.name
    return 2
