"""Every kind of file that the dashboard gives, how a person comes by it, who may have it, and whether it opens."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import fastexcel
import polars as pl
from PIL import Image
from playwright.sync_api import Download, Locator, expect
from pptx import Presentation
from pypdf import PdfReader

from store.people import Role
from tests.browser.test_upload import hand_in, shorter
from tests.browser.visit import WAIT, Visit

WORKING, BOARD, EVENT = "Working", "Board", "Event"
DEMONSTRATION: Final = "demonstration"
"""Who looks where nobody signs in."""

OF_BOROUGHS: Final = (Role.COMMISSIONER, Role.DATA_OFFICER)
AT_FIGURES: Final = (*OF_BOROUGHS, Role.ANALYST)

MOST: Final = {
    **dict.fromkeys([*AT_FIGURES, DEMONSTRATION], (WORKING, BOARD, EVENT)),
    Role.DIRECTOR: (BOARD, EVENT),
    Role.ADMINISTRATOR: (BOARD, EVENT),
    Role.PRESENTER: (EVENT,),
}
"""The releases of each."""

May = frozenset[tuple[str, str]]


def may(release: str, *who: str) -> May:
    """Give who may have a file in a release."""
    return frozenset((one, release) for one in who)


OUTSIDE_EVENTS: Final = frozenset((who, release) for who, most in MOST.items() for release in most if release != EVENT)
NAMED: Final = may(WORKING, *AT_FIGURES, DEMONSTRATION)
OWN: Final = may(WORKING, *OF_BOROUGHS, DEMONSTRATION)
IN_FILES: Final = NAMED | may(BOARD, Role.ADMINISTRATOR)
HANDING_IN: Final = may(WORKING, Role.DATA_OFFICER, Role.ANALYST, DEMONSTRATION)
IN_OFFICE: Final = may(BOARD, Role.ADMINISTRATOR) | may(WORKING, DEMONSTRATION)


def stay(_seen: Visit) -> None:
    """Do nothing: the file is on the page."""


@dataclass(frozen=True)
class Kind:
    """A kind of file: the page, what is done there first, what gives it (a selector), and who may have it.

    `way`: what leads to it, and on which page it is to be found, where that is not what gives it.
    `is_made_here`: the server makes it, not the browser. `is_dated`: it says when it was made, or what was done before.
    """

    name: str
    page: str
    giver: str
    may: May = OUTSIDE_EVENTS
    before: Callable[[Visit], None] = stay
    way: tuple[str, str] | None = None
    is_made_here: bool = True
    is_dated: bool = False


def open_records(seen: Visit) -> None:
    """Open the records behind the first figure."""
    seen.page.get_by_role("button", name="Records", exact=True).first.click()
    expect(seen.page.locator(".st-key-records-csv button")).to_be_visible(timeout=WAIT)


def format_of(words: str) -> Callable[[Visit], None]:
    """Choose the format of a pack."""

    def choose(seen: Visit) -> None:
        seen.page.get_by_role("radio", name=words, exact=True).click()
        expect(seen.page.get_by_role("button", name=f"Make the {words}")).to_be_visible(timeout=WAIT)

    return choose


def look_at_packs(seen: Visit) -> None:
    """Look at the page again, for the packs made on it before."""
    seen.page.reload()
    seen.settle()


def open_audit(seen: Visit) -> None:
    """Open what is on record."""
    seen.page.get_by_role("tab", name="Audit log").click()
    expect(seen.page.locator(".st-key-audit-csv button")).to_be_visible(timeout=WAIT)


def look_through(seen: Visit) -> None:
    """Upload a file and look at what it holds."""
    hand_in(seen, shorter())


def have_no_dialog(seen: Visit) -> None:
    """Have the browser save what a table exports without asking where."""
    seen.page.evaluate("delete Window.prototype.showSaveFilePicker; delete window.showSaveFilePicker")


ON_RECORD: Final = "what is on record"
BRENT: Final = "compare?borough=Brent"
PACK: Final = "pack"
CHART: Final = '[data-testid="stElementToolbarButton"] button[aria-label^="Download as PNG"]'
TABLE: Final = '[data-testid="stElementToolbarButton"] button[aria-label^="Download as CSV"]'

TEMPLATES: Final = "data?section=Templates"

KINDS: Final = (
    Kind("figure as CSV", BRENT, '[class*="st-key-csv-rate_per_10000"] button'),
    Kind("figure as PNG", BRENT, '[class*="st-key-png-rate_per_10000"] button'),
    Kind("table of boroughs as CSV", BRENT, '[class*="st-key-quiet-children-looked"] button'),
    Kind("chart's own PNG", BRENT, CHART, is_made_here=False),
    Kind(
        "records as CSV", BRENT, ".st-key-records-csv button", OWN, open_records, (BRENT, '[class*="st-key-records-"]')
    ),
    Kind("table of measures as CSV", "needs", '[class*="st-key-csv-sheet"] button'),
    Kind("providers as CSV", "providers", ".st-key-csv-directory button", NAMED),
    Kind("table's own CSV", "providers", TABLE, NAMED, have_no_dialog, is_made_here=False),
    Kind("flows' own PNG", "out-of-area", '[data-title="Download plot as a PNG"]', is_made_here=False),
    Kind("pack as PDF", PACK, ".st-key-pack-make button"),
    Kind("pack as PowerPoint", PACK, ".st-key-pack-make button", before=format_of("PowerPoint")),
    Kind("pack as Excel", PACK, ".st-key-pack-make button", before=format_of("Excel")),
    Kind("pack made again", PACK, ".st-key-pack-again button", before=look_at_packs),
    Kind("template", TEMPLATES, ".st-key-template-costs button", is_dated=True),
    Kind(
        "findings of a borough",
        "data?section=Findings&borough=Brent",
        ".st-key-findings-loaded button",
        IN_FILES,
        way=(TEMPLATES, '[role="tab"]:has-text("Findings")'),
        is_dated=True,
    ),
    Kind(
        "findings of every borough",
        "data?section=Findings",
        ".st-key-findings-loaded button",
        IN_FILES,
        way=(TEMPLATES, '[role="tab"]:has-text("Findings")'),
        is_dated=True,
    ),
    Kind(
        "findings of an upload",
        "data?section=Upload",
        ".st-key-findings-upload button",
        HANDING_IN,
        look_through,
        (TEMPLATES, '[role="tab"]:has-text("Upload")'),
        is_dated=True,
    ),
    Kind(
        ON_RECORD,
        "people",
        ".st-key-audit-csv button",
        IN_OFFICE,
        open_audit,
        (TEMPLATES, 'a[href*="people"]'),
        is_dated=True,
    ),
)


@dataclass(frozen=True)
class Taken:
    """A file as it came: its name, its bytes, where it was fetched, and what the server said of it."""

    name: str
    content: bytes
    url: str
    headers: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def is_whole(self) -> bool:
        """Say whether it has the length that was announced; the browser itself sees to that of a compressed one."""
        said = self.headers.get("content-length")
        return self.headers.get("content-encoding") == "gzip" or said in (None, str(len(self.content)))


def giver(seen: Visit, kind: Kind) -> Locator:
    """Give what is pressed for a file."""
    return seen.page.locator(kind.giver).first


def ways(kind: Kind, who: str) -> tuple[str, str]:
    """Give the page on which what leads somebody to a file is to be found, and its selector."""
    if kind.name == ON_RECORD and who in (Role.ADMINISTRATOR, DEMONSTRATION):
        return kind.page, '[role="tab"]:has-text("Audit log")'
    return kind.way or (kind.page, kind.giver)


def take(seen: Visit, kind: Kind, *, compressed: bool) -> Taken:
    """Press what gives a file, in a browser that takes it compressed or not, and wait until it is here."""
    seen.page.set_extra_http_headers({} if compressed else {"Accept-Encoding": "identity"})
    headers: dict[str, str] = {}
    with seen.page.expect_download(timeout=WAIT) as coming:
        if kind.is_made_here:
            with seen.page.expect_response(lambda answer: "/media/" in answer.url, timeout=WAIT) as answered:
                giver(seen, kind).click()  # by hand: a browser lets a script take ten files of a page and no more
            headers = answered.value.headers
        else:
            giver(seen, kind).dispatch_event("click")
    file: Download = coming.value
    assert file.failure() is None, kind.name
    return Taken(file.suggested_filename, file.path().read_bytes(), file.url, headers)


def parts(file: Taken) -> int:
    """Open a file as its reader's program would, and count its rows, pages, slides, sheets or pixels."""
    return OPEN[file.name.rpartition(".")[2]](file.content)


def _rows(content: bytes) -> int:
    frame = pl.read_csv(content, infer_schema=False)
    assert frame.width > 1
    return frame.height


def _pixels(content: bytes) -> int:
    with Image.open(io.BytesIO(content)) as picture:
        picture.load()
        return min(picture.size)


def _books(content: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        assert held.testzip() is None
        return sum(_sheets(held.read(name)) for name in held.namelist())


def _sheets(content: bytes) -> int:
    book = fastexcel.read_excel(content)
    return len([book.load_sheet(name) for name in book.sheet_names])


OPEN: Final[dict[str, Callable[[bytes], int]]] = {
    "csv": _rows,
    "png": _pixels,
    "pdf": lambda content: len(PdfReader(io.BytesIO(content)).pages),
    "pptx": lambda content: len(Presentation(io.BytesIO(content)).slides),
    "xlsx": _sheets,
    "zip": _books,
}
