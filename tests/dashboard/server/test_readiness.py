"""Readiness: whether the database answers and the snapshot is there, and nothing about what they hold."""

import json
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import Mock

import pytest
import sqlalchemy as sa
from starlette.types import Message, Receive, Scope, Send

from dashboard.auth import provider
from dashboard.server import readiness
from dashboard.server.readiness import PATH, Ready, looked
from store import snapshot
from store.backup_folder import FORMAT
from store.engine import is_settled, prepared, writing
from store.uploads.save import save
from tests.dashboard.server.test_login_return import SETTINGS
from tests.dashboard.server.test_security_headers import ended
from tests.store.handing import reading


@pytest.fixture
def database(own_database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[sa.Engine]:
    made = prepared(own_database)
    monkeypatch.setattr(readiness, "engine", lambda: made)
    yield made
    made.dispose()


def test_it_is_ready_with_a_snapshot_or_with_room_to_make_one(database: sa.Engine):
    assert looked() == (200, {"database": "answers", "snapshot": "is made when next asked for"})
    save(database, reading(), who="officer")
    folder = snapshot.ensure(database)
    assert looked() == (200, {"database": "answers", "snapshot": "is there"})
    shutil.rmtree(folder)
    assert looked()[0] == 200


def test_a_database_that_does_not_answer_is_not_ready(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody:secret@127.0.0.1:1/none")
    assert looked() == (503, {"database": "does not answer", "snapshot": "not known"})


def test_a_folder_that_cannot_be_written_is_not_ready(database: sa.Engine, monkeypatch: pytest.MonkeyPatch):
    del database
    monkeypatch.setattr(readiness.os, "access", Mock(return_value=False))
    assert looked()[0] == 503


def test_the_age_of_the_newest_backup_is_told_and_takes_nothing_out_of_service(
    database: sa.Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("BACKUP_DIR", str(tmp_path))
    assert looked()[1]["backup"] == "there is none"
    for hours, words in ((30, "30 hours old: too old"), (3, "3 hours old")):
        (tmp_path / f"{datetime.now(UTC) - timedelta(hours=hours):{FORMAT}}").write_text("a copy")
        assert looked() == (200, looked()[1] | {"backup": words})


def test_a_provider_that_does_not_answer_is_told_and_asked_once_a_minute(
    database: sa.Engine, monkeypatch: pytest.MonkeyPatch
):
    for name, value in {**SETTINGS, "SIGN_IN_URL": "http://127.0.0.1:1/none"}.items():
        monkeypatch.setenv(name, value)
    asked: list[str] = []
    described = provider.described
    monkeypatch.setattr(provider, "described", lambda url, seconds: asked.append(url) or described(url, seconds))
    provider.answers.cache_clear()
    for _ in range(3):
        status, told = looked()
        assert (status, told["sign-in"]) == (200, "the provider does not answer: nobody can sign in")
    assert len(asked) == 1
    provider.answers.cache_clear()


def test_however_often_it_is_asked_the_database_is_asked_once_a_second(monkeypatch: pytest.MonkeyPatch):
    asked: list[int] = []
    monkeypatch.setattr(readiness, "looked", lambda: asked.append(1) or (200, {"database": "answers"}))
    answered = [_get(around) for around in [Ready(_nothing)] for _ in range(5)]
    assert answered == [(200, {"database": "answers"})] * 5
    assert len(asked) == 1


def test_a_stop_waits_for_what_is_being_written(database: sa.Engine):
    with ThreadPoolExecutor(1) as one:
        with writing(database):
            assert not is_settled(0)
            waiting = one.submit(is_settled, 5)
        assert waiting.result()
    assert is_settled(0)


async def _nothing(_scope: Scope, _receive: Receive, _send: Send) -> None:
    raise AssertionError("Readiness is answered here.")


def _get(around: Ready) -> tuple[int, dict[str, str]]:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    ended(around({"type": "http", "method": "GET", "path": PATH, "headers": []}, receive, send))
    return sent[0]["status"], json.loads(sent[1]["body"])
