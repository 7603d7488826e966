"""What a monitor reads: figures of this process and the age of what it shows, and nothing of whom."""

import re
import urllib.request
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
import yaml
from prometheus_client import REGISTRY, generate_latest
from starlette.types import Message, Receive, Scope, Send

from dashboard.server import monitor
from dashboard.server.monitor import Measured, Watched
from dashboard.server.page_queue import Turns
from dashboard.settings import SettingsError, must_be_right
from loaders import read
from store import backup_folder, snapshot
from store.engine import engine
from store.uploads.save import save
from tests.browser.conftest import ROOT, free_port
from tests.dashboard.conftest import forget
from tests.dashboard.officer import episodes
from tests.dashboard.server.test_security_headers import ended


@pytest.fixture
def loaded(own_database: str) -> Iterator[sa.Engine]:
    """A database with one upload of Ealing's to 31 March 2026."""
    del own_database
    forget()
    save(engine(), read(episodes(1, 2), name="EAL/2026-03-31/episodes.csv"), who="officer")
    yield engine()
    forget()


def told() -> str:
    """What a monitor is told now."""
    REGISTRY.register(watched := Watched())
    try:
        return generate_latest(REGISTRY).decode()
    finally:
        REGISTRY.unregister(watched)


def number(name: str, text: str) -> float:
    found = re.search(rf"^{re.escape(name)} (\S+)$", text, re.MULTILINE)
    assert found, name
    return float(found[1])


def test_the_data_their_age_and_that_of_the_newest_backup(
    loaded: sa.Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("BACKUP_DIR", str(tmp_path))
    assert "placements_backup_age_seconds" not in told()
    (tmp_path / f"{datetime.now(UTC) - timedelta(hours=3):{backup_folder.FORMAT}}").write_text("a copy")
    text = told()
    assert number("placements_database_answers", text) == 1
    assert f'placements_data_version{{version="{snapshot.version(loaded)}"}} 1.0' in text
    assert number('placements_data_age_days{borough="Ealing"}', text) == (date.today() - date(2026, 3, 31)).days
    assert number("placements_backup_age_seconds", text) == pytest.approx(3 * 3600, abs=5)
    assert number("process_resident_memory_bytes", text) > 1e7


def test_a_database_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch):
    forget()
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody:secret@127.0.0.1:1/none")
    assert number("placements_database_answers", told()) == 0
    forget()


def test_requests_and_turns_are_counted():
    before = told()

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 418, "headers": []})

    async def nothing(_message: Message | None = None) -> Message:
        return {"type": "http.request"}

    ended(Measured(app)({"type": "http", "path": "/cost?borough=Brent"}, nothing, nothing))
    with Turns().taken():
        pass
    after = told()
    assert number('placements_requests_total{status="418"}', after) == 1
    for name in ("placements_request_seconds_count", "placements_page_run_seconds_count"):
        assert number(name, after) == number(name, before) + 1
    assert number("placements_pages_waiting", after) == 0
    assert "Brent" not in after


def test_it_is_served_to_this_machine_alone_where_a_port_is_set(monkeypatch: pytest.MonkeyPatch):
    port = free_port()
    monkeypatch.setenv("METRICS_PORT", str(port))
    made: list[object] = []
    start = monitor.start_http_server
    monkeypatch.setattr(monitor, "start_http_server", lambda *args, **named: made.append(start(*args, **named)))
    monkeypatch.setattr(REGISTRY, "register", lambda _: None)
    monitor.serve()
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
        assert b"placements_page_wait_seconds" in answer.read()
    server, _ = made[0]
    assert server.server_address[0] == "127.0.0.1"
    server.shutdown()
    server.server_close()
    monkeypatch.delenv("METRICS_PORT")
    monitor.serve()
    assert len(made) == 1


@pytest.mark.parametrize(("given", "why"), [("loopback", "must be a number"), ("8501", "must not be PORT")])
def test_a_port_that_cannot_be_followed_is_refused(given: str, why: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("METRICS_PORT", given)
    with pytest.raises(SettingsError, match=why):
        must_be_right()


def test_each_alert_asks_for_what_is_told(loaded: sa.Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / f"{datetime.now(UTC):{backup_folder.FORMAT}}").write_text("a copy")
    monkeypatch.setenv("BACKUP_DIR", str(tmp_path))
    rules = yaml.safe_load((ROOT / "deploy" / "alerts.yaml").read_text())["groups"][0]["rules"]
    known = {*re.findall(r"^(?:# TYPE )?([a-z_]+)[ {]", told(), re.MULTILINE), "placements_sign_in_answers", "up"}
    asked = {name for rule in rules for name in re.findall(r"\b(?:placements|process)_[a-z_]+", rule["expr"])}
    assert asked
    assert asked - known == set()
    assert all(rule["annotations"]["summary"].endswith(".") for rule in rules)
