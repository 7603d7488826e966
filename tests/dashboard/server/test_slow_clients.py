"""Whoever sends a request's head slowly is let go, by the process itself; whoever does not is served."""

import asyncio
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import uvicorn

from dashboard.server import slow_clients
from dashboard.server.slow_clients import Patient, be_patient
from tests.browser.conftest import served
from tests.dashboard.server import run

HEAD = b"GET /_stcore/health HTTP/1.1\r\nhost: localhost\r\n"


async def answered(port: int, *sent: bytes, pause: float = 0.0) -> bytes:
    """Send these with pauses between, then wait until the server closes. Gives what it answered."""
    reader, writer = await asyncio.open_connection("localhost", port)
    answer = asyncio.ensure_future(reader.read())
    try:
        for part in sent:
            writer.write(part)
            await asyncio.sleep(pause)
            if answer.done():
                break
        return await asyncio.wait_for(answer, 20)
    except ConnectionError:
        return b""
    finally:
        writer.close()


async def with_server(*asked: tuple[tuple[bytes, ...], float]) -> list[bytes]:
    """Serve with this class and ask; gives the answers."""

    async def app(_scope: object, _receive: object, send: object) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
        await asyncio.sleep(0.6)
        await send({"type": "http.response.body", "body": b"ok"})

    server = uvicorn.Server(uvicorn.Config(app, port=0, http=Patient, lifespan="off", log_level="error"))
    serving = asyncio.ensure_future(server.serve())
    while not server.started:
        await asyncio.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    answers = await asyncio.gather(*(answered(port, *sent, pause=pause) for sent, pause in asked))
    server.should_exit = True
    await serving
    return answers


def test_a_slow_head_is_dropped_and_a_slow_answer_is_not(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(slow_clients, "SECONDS", 0.4)
    slow = (tuple(bytes([byte]) for byte in HEAD * 3), 0.05)
    silent = ((b"",), 0.0)
    late_on_the_second = ((HEAD + b"\r\n", b"", b"", b"", *(bytes([byte]) for byte in HEAD * 3)), 0.3)
    whole = ((HEAD + b"connection: close\r\n\r\n",), 0.0)
    answers = run(with_server(slow, silent, late_on_the_second, whole))
    assert answers[:2] == [b"", b""]
    assert answers[2].count(b"200 OK") == 1
    assert answers[3].endswith(b"ok")


def test_the_server_as_it_is_started_does_so(tmp_path: Path):
    be_patient()
    assert uvicorn.Config("x:y").http == "auto"
    with served(tmp_path, f"sqlite:///{tmp_path}/placements.db", SAMPLE_DATA="off") as url:
        port = urlsplit(url).port
        assert port
        assert run(answered(port, *(bytes([byte]) for byte in HEAD), pause=0.5)) == b""
        assert b"200 OK" in run(answered(port, HEAD + b"connection: close\r\n\r\n"))
