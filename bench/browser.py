"""`python -m bench.browser`: how long a filter change takes in a browser, beside floors.

From the key that chooses a borough until nothing of the page changes any more, in headless Chromium. The floor is the
same page with results that are there already; a page of England's size is set beside one of London's.
"""

import asyncio
import os
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Final

from playwright.sync_api import Page, sync_playwright

from bench import users
from bench.performance import DOCUMENT, SAY, machine, table, written
from bench.scales import Ratio
from bench.served import kept
from bench.serving import serving

PAGE: Final = "placement-mix"
PORTS: Final = (8741, 8742)
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


def compared(small: Page, large: Page) -> list[Ratio]:
    """Change to boroughs nobody asked for and back to those that are there, at both sizes in turn."""
    new: list[float] = []
    floor: list[float] = []
    both: dict[str, list[float]] = {name: [] for name in SIZES}
    for number in range(ROUNDS):
        names = f"Authority {number + 5:03d}", f"Authority {(number + 4):03d}"
        new.append(changed(small, names[0]))
        changed(small, names[1])
        floor.append(changed(small, names[0]))
        changed(large, names[0])
        changed(large, names[1])
        both["London"].append(floor[-1])
        both["England"].append(changed(large, names[0]))
    told = {name: median(values) for name, values in {"new": new, "floor": floor, **both}.items()}
    SAY.print(", ".join(f"{name} {value:,.0f} ms" for name, value in told.items()))
    return [
        Ratio(
            "filter change nobody asked for before, to the same page with results at hand",
            told["new"] / told["floor"],
            FLOOR_GOAL,
        ),
        Ratio("filter change at England's size, to London's", told["England"] / told["London"], SIZE_GOAL),
    ]


def measured() -> list[Ratio]:
    """Make both sizes, serve them, and measure."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name, ExitStack() as stack:
        for (size, of), port in zip(SIZES.items(), PORTS, strict=True):
            made = kept(Path(name) / size, *of)
            stack.enter_context(serving(made, port, "bench.served", str(made)))
        hosts = [f"localhost:{port}" for port in PORTS]
        first = asyncio.run(users.first_page(hosts[-1]))
        browser = stack.enter_context(sync_playwright()).chromium.launch(executable_path=CHROMIUM)
        told = compared(*(opened(browser.new_page(), f"http://{host}") for host in hosts))
        name = "first page at England's size after a start, seconds to the goal of 5"
        return [Ratio(name, first / users.FIRST_PAGE_GOAL, 1.0), *told]


def main() -> None:
    """Measure, print, and put it into the document."""
    told = measured()
    SAY.print(table(told))
    if sys.argv[1:] == ["--write"]:
        text = written(DOCUMENT.read_text(encoding="utf-8"), {"browser": table(told), "browser machine": machine()})
        DOCUMENT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
