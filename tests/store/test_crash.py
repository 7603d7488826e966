"""Killed at any moment of a load: all of an upload is there, or none of it."""

import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from sqlmodel import func, select

from store import audit, snapshot
from store import engine as engine_module
from store.models import UploadFindings, UploadTable
from store.uploads import history as upload_history
from store.uploads.save import save
from tests.store.clean_tables import clean_tables
from tests.store.handing import reading

ROWS = 20_000
KILLS = 6


def load_for_ever(url: str) -> None:
    """What the process does that is killed: save one file after another in the same place."""
    database = engine_module.prepared(url)
    for number in range(10_000):
        text = "child\n" + "\n".join(f"BRE-{number}-{row}" for row in range(ROWS))
        each = reading(text=text, year=2025 - number % 2)
        print("saving", flush=True)  # noqa: T201 - tells the test that the load has begun
        save(database, each, who="officer")
        print("saved", flush=True)  # noqa: T201


@pytest.mark.parametrize("seed", range(KILLS))
def test_killed_in_a_load_leaves_all_of_an_upload_or_nothing(fresh_url: str, seed: int):
    command = [sys.executable, "-c", f"from tests.store.test_crash import load_for_ever as f; f({fresh_url!r})"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(3)]
        assert said[-1] == "saving\n"
        time.sleep(random.Random(seed).uniform(0, 0.15))
        process.send_signal(signal.SIGKILL)
    database = engine_module.prepared(fresh_url)
    _must_be_whole(database)
    save(database, reading(), who="after")
    assert snapshot.tables(database)["loaded"].collect().height == upload_history.current(database).height
    database.dispose()


def test_two_officers_at_once_wait_for_each_other(database: sa.Engine):
    def hand_in(number: int) -> str:
        return save(database, reading(text=f"child\nBRE-{number}"), who=f"officer {number % 2}").status

    with ThreadPoolExecutor(8) as officers:
        said = list(officers.map(hand_in, range(24)))
    assert sorted(said) == ["replaced"] * 23 + ["stored"]
    assert upload_history.history(database).height == 24
    assert upload_history.current(database).height == 1
    assert clean_tables(database)["children"].height == 1


def _must_be_whole(database: sa.Engine) -> None:
    """Each upload on record has its rows, its findings and its audit event, and one a place is accepted."""
    history = upload_history.history(database)
    with engine_module.reading(database) as session:
        tables = dict(session.exec(select(UploadTable.upload_id, UploadTable.rows)).all())
        findings = session.exec(select(func.count()).select_from(UploadFindings)).one()
    assert tables == dict(history.select("id", "rows").rows())
    assert findings == audit.events(database).height == history.height
    current = upload_history.current(database)
    assert current.height == current["return_year"].n_unique() == history["return_year"].n_unique()
    assert clean_tables(database)["children"].height == current["rows"].sum()
