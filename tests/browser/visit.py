"""A visit: a page of the app in a browser that notes what a person would not see."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final, Literal
from weakref import WeakKeyDictionary

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

STILL: Final = '[data-testid="stApp"][data-test-script-state="notRunning"]'
WAIT: Final = 90_000
QUIET: Final = 350
"""Milliseconds without a change after which a page is settled: what a browser puts off before it tells the server."""
UNANSWERED: Final = 5_000
"""Milliseconds after which what the server was told is taken to need no answer."""

HEARING: Final = """window.WebSocket = class extends WebSocket {
    constructor(...given) {
        super(...given)
        this.addEventListener('message', () => { window.heard = performance.now() })
    }
    send(told) { window.told = performance.now(); super.send(told) }
}"""
"""Has a page note when it last told the server something, and when it last heard from it."""

SETTLED: Final = """([still, quiet, unanswered]) => {
    const now = performance.now()
    if (!window.changed) new MutationObserver(() => { window.changed = performance.now() }).observe(
        document, {subtree: true, childList: true, attributes: true, characterData: true})
    if (!window.since) window.since = window.changed = now
    const isAsking = window.told > (window.heard ?? 0) && now - window.told < unanswered
    if (isAsking || !document.querySelector(still) || document.querySelector('[data-testid="stSkeleton"]'))
        window.changed = now
    if (now - window.changed < quiet) return false
    window.since = 0
    return true
}"""
"""Whether the app has stood still, has its answer, and nothing has changed for so long since this was first asked."""

Scheme = Literal["light", "dark"]

_IDLE: Final = WeakKeyDictionary[Browser, dict[tuple[int, Scheme], list[BrowserContext]]]()
"""Windows that nobody is in, of each width and scheme."""


@dataclass
class Visit:
    """A page that is open, with the errors and the outside requests so far."""

    page: Page
    root: str
    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Open a page of the app and wait until it stands still."""
        self.page.goto(f"{self.root}/{path}")
        self.settle()

    def settle(self) -> None:
        """Wait until the app has run, no skeleton is left, and nothing of the page has changed for a while."""
        self.page.wait_for_function(SETTLED, arg=[STILL, QUIET, UNANSWERED], timeout=WAIT)

    def choose(self, label: str, option: str) -> None:
        """Choose an option of a select box in the sidebar, as a person does."""
        self.page.get_by_test_id("stSidebar").get_by_label(label).first.click()
        self.page.get_by_role("option", name=option, exact=True).click()
        self.settle()

    def text(self) -> str:
        """The words of the page itself, without navigation and sidebar."""
        return self.page.get_by_test_id("stMainBlockContainer").inner_text()

    def lines(self) -> list[str]:
        """The lines of the page itself, sorted: a chart that was resized holds its labels in another order."""
        return sorted(self.text().splitlines())

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith((self.root, self.root.replace("http", "ws", 1), "data:", "blob:")):
            self.outside.append(request.url)


@contextmanager
def visit(browser: Browser, root: str, width: int = 1440, scheme: Scheme = "light") -> Iterator[Visit]:
    """A visit in a browser window of its own, in which nothing of another visit is left but the app's script."""
    idle = _IDLE.setdefault(browser, {}).setdefault((width, scheme), [])
    context = idle.pop() if idle else _window(browser, root, width, scheme)
    opened = Visit(context.new_page(), root)
    opened.page.on("console", opened._on_console)
    opened.page.on("request", opened._on_request)
    opened.page.on("pageerror", lambda error: opened.errors.append(str(error)))
    yield opened
    _leave(context, root)
    idle.append(context)


def _window(browser: Browser, root: str, width: int, scheme: Scheme) -> BrowserContext:
    """A tab stays open in it: Chromium forgets the compiled script with the last one, a third of an opening."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, ignore_https_errors=True
    )
    context.new_page().goto(f"{root}/_stcore/health")
    context.add_init_script(HEARING)
    return context


def _leave(context: BrowserContext, root: str) -> None:
    """Forget who was here."""
    first, *others = context.pages
    for page in others:
        page.close()
    session = context.new_cdp_session(first)
    session.send("Storage.clearDataForOrigin", {"origin": root, "storageTypes": "cookies,local_storage,indexeddb"})
    session.detach()
    context.clear_cookies()
