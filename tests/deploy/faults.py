"""`python -m tests.deploy.faults`: break two replicas, their database and their snapshot under use, and say what came.

People look at pages over websockets through nginx all the while. Each fault must end by itself, and nothing that was
told to be stored may be lost.
"""

import signal
import sys
import tempfile
import threading
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table

from tests.deploy.breaking import (
    Scene,
    end,
    hand_in_and_watch,
    killed_while_accepting,
    landed,
    start,
    without_database,
    without_snapshots,
)
from tests.deploy.people import Person
from tests.deploy.replicas import Replica, behind_nginx
from tests.deploy.test_nginx import NGINX
from tests.store import postgres

PEOPLE: Final = 10
BOROUGHS: Final = ("Brent", "Ealing", "Barnet", "Harrow", "Hounslow")


def main() -> int:
    """Go through all faults; 1 where any did not end by itself."""
    if NGINX is None:
        Console().print("Faults of replicas: not tried, nginx is not installed (apt-get install nginx-light).")
        return 0
    with tempfile.TemporaryDirectory(prefix="placements-faults-") as home:
        folder = Path(home)
        folder.chmod(0o755)
        (folder / "pg").mkdir()
        with postgres.server(folder / "pg") as url:
            scene = Scene(folder, Replica(folder, url), Replica(folder, url))
            scene.one.start()
            scene.two.start()
            try:
                with behind_nginx(folder, [scene.one, scene.two]) as address:
                    _play(scene, address, url)
            finally:
                for replica in (scene.one, scene.two):
                    if replica.process and replica.process.poll() is None:
                        replica.process.kill()
    table = Table("Fault", "What came of it", "Well")
    for what, words, is_well in scene.rows:
        table.add_row(what, words, "yes" if is_well else "NO")
    Console(width=150).print(table)
    return int(not all(is_well for *_, is_well in scene.rows))


def _play(scene: Scene, address: str, url: str) -> None:
    for number in range(PEOPLE):
        query = f"borough={BOROUGHS[number % len(BOROUGHS)]}"
        scene.people.append(Person(address, query, cookie=f"placements_at=person-{number}"))
    threads = [threading.Thread(target=each.look, daemon=True) for each in scene.people]
    for each in threads:
        each.start()
    scene.breaking("none: ten people look", lambda: "")
    hand_in_and_watch(scene)
    handed_in = landed(url)
    for what, do in (
        ("kill -9 of one replica", lambda: end(scene.one, signal.SIGKILL)),
        ("that replica is started again", lambda: start(scene.one)),
        ("SIGTERM to the other replica", lambda: end(scene.two, signal.SIGTERM)),
        ("that replica is started again", lambda: start(scene.two)),
        ("kill -9 of PostgreSQL, away for 8 s", lambda: without_database(scene)),
        ("the folder of snapshots is deleted", lambda: without_snapshots(scene)),
    ):
        scene.breaking(what, do)
    assert landed(url) == handed_in, "an upload was lost"
    scene.breaking("kill -9 of a replica as a file is accepted on it", lambda: killed_while_accepting(scene, url))
    for each in scene.people:
        each.stop.set()
    for each in threads:
        each.join(5)
    after = landed(url)
    scene.rows.append(("all of it", f"{handed_in} uploads before, {after} after", after in (handed_in, handed_in + 1)))


if __name__ == "__main__":
    sys.exit(main())
