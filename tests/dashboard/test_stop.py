"""Told to stop, a process lets what is being written to the database be written to its end, and leaves with 0."""

import signal
import subprocess
import sys

import sqlalchemy as sa
from sqlmodel import Session, select

from store.engine import prepared
from store.models import Borough

WRITING = """
import signal, sys, threading, time
from dashboard.server.start import leave
from store.engine import prepared, writing
from store.models import Borough

database = prepared(sys.argv[1])
signal.signal(signal.SIGTERM, leave)

def hand_in():
    with writing(database) as session:
        print("writing", flush=True)
        time.sleep(1)
        session.add(Borough(name="Brent"))

threading.Thread(target=hand_in, daemon=True).start()
time.sleep(30)
"""


def boroughs(database: sa.Engine) -> list[str]:
    with Session(database) as session:
        return list(session.exec(select(Borough.name)))


def test_what_is_being_written_is_written_to_its_end(empty_url: str):
    database = prepared(empty_url)
    with subprocess.Popen([sys.executable, "-c", WRITING, empty_url], stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"writing\n"
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    assert boroughs(database) == ["Brent"]
    database.dispose()
