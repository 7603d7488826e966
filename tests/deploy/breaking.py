"""The faults themselves, and the scene in which they are tried."""

import shutil
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from store.engine import prepared
from store.uploads.history import history
from tests.browser.conftest import QUIET
from tests.browser.test_upload import EPISODES, KEPT, hand_in, shorter
from tests.browser.visit import WAIT, visit
from tests.deploy.people import Person, asked, opened
from tests.deploy.replicas import Replica
from tests.store import postgres

WITHIN: Final = 90
"""Seconds in which everybody must have figures again."""


@dataclass
class Scene:
    """What stands: two replicas, their database's folder, people who look, and what came of each fault."""

    folder: Path
    one: Replica
    two: Replica
    people: list[Person] = field(default_factory=list[Person])
    rows: list[tuple[str, str, bool]] = field(default_factory=list[tuple[str, str, bool]])

    def breaking(self, what: str, do: Callable[[], str]) -> None:
        """Do a fault, wait for everybody to have figures again, and put on the table what came."""
        moment, before = time.monotonic(), [len(each.breaks) for each in self.people]
        told = do()
        until = moment + WITHIN
        while time.monotonic() < until and any(each.well_after(moment) is None for each in self.people):
            time.sleep(0.2)
        back = [each.well_after(moment) for each in self.people]
        reached = [each for each in back if each is not None]
        broken = sum(len(each.breaks) > had for each, had in zip(self.people, before, strict=True))
        errors = sum(page.is_broken for each in self.people for page in each.pages if page.at > moment)
        said = sum("opens again by itself" in page.words for p in self.people for page in p.pages if page.at > moment)
        words = f"{told}{broken} of {len(back)} lost their connection, {said} pages said why, {errors} unexplained; "
        words += f"all had figures again within {max(reached, default=0):.1f} s"
        self.rows.append((what, words, len(reached) == len(back) and not errors))


def hand_in_and_watch(scene: Scene) -> None:
    """Hand a file in on one replica, and see how long the other one takes to show it to a page that is open."""
    with opened(scene.two.url.replace("http", "ws")) as socket, sync_playwright() as playwright:
        before = asked(socket, query="borough=Brent").words
        with visit(chromium(playwright), scene.one.url) as seen:
            seen.open("data?section=Upload")
            hand_in(seen, shorter())
            seen.page.get_by_role("button", name="Accept 1 file").click()
            expect(seen.page.get_by_text("Stored: 1 file.")).to_be_visible(timeout=WAIT)
            stored = time.monotonic()
            while asked(socket, query="borough=Brent").words == before and time.monotonic() < stored + WITHIN:
                time.sleep(0.2)
            took = time.monotonic() - stored
    what = "none: a file is uploaded on one replica"
    scene.rows.append((what, f"an open page of the other shows it {took:.1f} s after 'Stored'", took < WITHIN))


def chromium(playwright: Playwright) -> Browser:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    return playwright.chromium.launch(executable_path=found, args=QUIET)


def end(replica: Replica, sign: int) -> str:
    code, seconds = replica.end(sign)
    return f"it ended with {code} after {seconds:.1f} s; "


def start(replica: Replica) -> str:
    began = time.monotonic()
    replica.start()
    return f"ready after {time.monotonic() - began:.1f} s; "


def without_database(scene: Scene) -> str:
    postgres.kill(scene.folder / "pg")
    time.sleep(8)
    postgres.start(scene.folder / "pg")
    return ""


def without_snapshots(scene: Scene) -> str:
    """Those who look go on from memory; a process that starts makes the snapshot again."""
    shutil.rmtree(scene.folder / "snapshots")
    end(scene.one, signal.SIGTERM)
    told = start(scene.one)
    assert list((scene.folder / "snapshots").glob("*/manifest.json")), "the snapshot was not made again"
    return f"the process that was restarted made it again, {told}"


def killed_while_accepting(scene: Scene, url: str) -> str:
    """Kill a process just after somebody has clicked on Accept there: they are told the truth, or nothing."""
    before = landed(url)
    with sync_playwright() as playwright, visit(chromium(playwright), scene.one.url) as seen:
        seen.open("data?section=Upload")
        lines = EPISODES.read_bytes().splitlines(keepends=True)
        hand_in(seen, ("BRE_2026-09-30_episodes.csv", b"".join(lines[: KEPT // 2])))
        seen.page.get_by_role("button", name="Accept 1 file").click()
        time.sleep(0.3)
        told = seen.page.get_by_text("Stored: 1 file.").count()
        end(scene.one, signal.SIGKILL)
    is_there = landed(url) - before
    assert is_there >= told, "told to be stored, and lost"
    return f"the file is {'all there' if is_there else 'not there at all'}, 'Stored' was {'' if told else 'not '}said; "


def landed(url: str) -> int:
    database = prepared(url)
    found = history(database).height
    database.dispose()
    return found
