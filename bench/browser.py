"""`python -m bench.browser`: how long a filter change takes in a browser, beside floors.

From the key that chooses a borough until nothing of the page changes any more, in headless Chromium. The floor is the
same page whose results are there already and whose charts are redrawn; a page of England's size is set beside one of
London's.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Final

from playwright.sync_api import Page, sync_playwright

from bench import users
from bench.performance import DOCUMENT, SAY, machine, table, written
from bench.scales import Ratio
from bench.served import REDRAW, written_tables
from bench.serving import serving

PAGE: Final = "placement-mix"
PORTS: Final = {"floor": 8741, "London": 8742, "England": 8743}
SIZES: Final = {"London": (33, 10), "England": (152, 15)}
ROUNDS: Final = 12
QUIET: Final = 400
WAIT: Final = 120_000
FLOOR_GOAL: Final = 1.10
SIZE_GOAL: Final = 1.15
CHROMIUM: Final = os.environ.get("CHROMIUM", "/usr/bin/chromium")

WATCH: Final = """() => {
    window.changed = performance.now()
    new MutationObserver(() => { window.changed = performance.now() }).observe(
        document, {subtree: true, childList: true, attributes: true, characterData: true})
    addEventListener('keydown', event => { if (event.key === 'Enter') window.asked = performance.now() }, true)
}"""
DONE: Final = """quiet => document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    && !document.querySelector('[data-testid="stSkeleton"]') && performance.now() - window.changed > quiet"""


def opened(page: Page, root: str) -> Page:
    """Open the page and wait until it stands still."""
    page.goto(f"{root}/{PAGE}", timeout=WAIT)
    page.wait_for_selector('[data-testid="stSidebar"] input', timeout=WAIT)
    page.evaluate(WATCH)
    page.wait_for_function(DONE, arg=QUIET, timeout=WAIT)
    return page


def changed(page: Page, borough: str) -> float:
    """Choose a borough by keyboard, as a person does, and give the milliseconds until all is drawn."""
    box = page.get_by_test_id("stSidebar").get_by_label("Borough").first
    box.fill(borough)
    page.get_by_role("option", name=borough, exact=True).wait_for(timeout=WAIT)
    box.press("Enter")
    page.wait_for_function(DONE, arg=QUIET, timeout=WAIT)
    return page.evaluate("window.changed - window.asked")


def timed(pages: Mapping[str, Page]) -> dict[str, float]:
    """Change to boroughs nobody asked for, and back to those that are there, on all pages in turn: medians.

    Each turn begins with a change that does not count: a tab that stood behind another draws slowly at first.
    """
    took: dict[str, list[float]] = {name: [] for name in ("new", *pages)}
    for number in range(ROUNDS):
        asked, other = f"Authority {number + 5:03d}", "Authority 001"
        for name, page in pages.items():
            changed(page, other)
            first = changed(page, asked)
            if name == "London":
                took["new"].append(first)
            changed(page, other)
            took[name].append(changed(page, asked))
    told = {name: median(values) for name, values in took.items()}
    SAY.print(", ".join(f"{name} {value:,.0f} ms" for name, value in told.items()))
    return told


def ratios(told: Mapping[str, float]) -> list[Ratio]:
    """Set them beside each other."""
    new = "filter change nobody asked for before, to the same page with results at hand"
    return [
        Ratio(f"{new}, charts redrawn", told["new"] / told["floor"], FLOOR_GOAL),
        Ratio(f"{new}, and charts", told["new"] / told["London"]),
        Ratio("filter change at England's size, to London's", told["England"] / told["London"], SIZE_GOAL),
    ]


def measured() -> list[Ratio]:
    """Make both sizes, serve them, and measure."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name, ExitStack() as stack:
        made = {size: written_tables(Path(name) / size, *of) for size, of in SIZES.items()}
        served = {"floor": [made["London"], REDRAW]} | {size: [folder] for size, folder in made.items()}
        for size, given in served.items():  # England the last: its first page is asked for as soon as it answers
            stack.enter_context(serving(Path(name), PORTS[size], "bench.served", *map(str, given)))
        first = asyncio.run(users.first_page(f"localhost:{PORTS['England']}"))
        browser = stack.enter_context(sync_playwright()).chromium.launch(executable_path=CHROMIUM)
        pages = {size: opened(browser.new_page(), f"http://localhost:{port}") for size, port in PORTS.items()}
        name = "first page at England's size after a start, seconds to the goal of 5"
        return [Ratio(name, first / users.FIRST_PAGE_GOAL, 1.0), *ratios(timed(pages))]


def main() -> None:
    """Measure, print, and put it into the document."""
    told = measured()
    SAY.print(table(told))
    if sys.argv[1:] == ["--write"]:
        text = written(DOCUMENT.read_text(encoding="utf-8"), {"browser": table(told), "browser machine": machine()})
        DOCUMENT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
