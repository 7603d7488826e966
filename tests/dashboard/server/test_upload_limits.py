"""Uploaded files in memory: bounded for a person and for all, and given back when their page is closed."""

from typing import Final

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from dashboard.server import upload_limits
from tests.dashboard.server import run

OPEN: Final = {"ann-1", "ann-2", "bob-1"}


@pytest.fixture
def manager(monkeypatch: pytest.MonkeyPatch) -> MemoryUploadedFileManager:
    """Streamlit's own keeper of files, in a server with three open pages."""
    kept = MemoryUploadedFileManager("/_stcore/upload_file")

    class Server:
        uploaded_file_mgr = kept

        def is_active_session(self, session: str) -> bool:
            return session in OPEN

    monkeypatch.setattr(Runtime, "exists", staticmethod(lambda: True))
    monkeypatch.setattr(Runtime, "instance", staticmethod(Server))
    monkeypatch.setattr(upload_limits, "OF_PERSON", 100)
    monkeypatch.setattr(upload_limits, "OF_PROCESS", 250)
    return kept


def put(manager: MemoryUploadedFileManager, session: str, size: int) -> None:
    name = f"{session} {len(manager.file_storage[session])}"
    manager.add_file(session, UploadedFileRec(name, "costs.csv", "text/csv", b"x" * size))


def status(own: set[str], size: int, length: str | None = None) -> int:
    """Upload so much and give the answer's status; 0 where the app saw an upload that was cut."""
    sent: list[Message] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        message = await receive()
        code = 204 if message["type"] == "http.request" else 0
        await send({"type": "http.response.start", "status": code})

    async def receive() -> Message:
        return {"type": "http.request", "body": b"x" * size}

    async def send(message: Message) -> None:
        sent.append(message)

    told = [(b"content-length", (str(size) if length is None else length).encode())]
    scope: Scope = {"type": "http", "method": "PUT", "path": "/", "headers": told}
    run(upload_limits.within_limits(app, own, scope, receive, send))
    return sent[0]["status"]


def test_a_person_has_so_much_on_all_pages_together(manager: MemoryUploadedFileManager):
    put(manager, "ann-1", 50)
    put(manager, "ann-2", 30)
    assert [status({"ann-1", "ann-2"}, size) for size in (20, 21)] == [204, 413]
    assert status({"bob-1"}, 100) == 204


def test_all_together_have_so_much(manager: MemoryUploadedFileManager):
    for session in ("ann-1", "bob-1"):
        put(manager, session, 100)
    put(manager, "ann-2", 30)
    assert [status({"carl"}, size) for size in (20, 21)] == [204, 413]


def test_what_a_closed_page_held_is_given_back_for_it(manager: MemoryUploadedFileManager):
    put(manager, "gone", 90)
    put(manager, "ann-1", 10)
    assert status({"gone", "ann-1"}, 80) == 204
    assert set(manager.file_storage) == {"ann-1"}


def test_an_upload_that_does_not_say_how_long_it_is_or_says_it_wrongly_is_refused(manager: MemoryUploadedFileManager):
    assert [status({"ann-1"}, 50, length=said) for said in ("", "-1", "many", "10")] == [413, 413, 413, 0]


def test_streamlit_still_keeps_files_so():
    kept = MemoryUploadedFileManager("/_stcore/upload_file")
    put(kept, "ann-1", 7)
    assert [len(file.data) for file in kept.file_storage["ann-1"].values()] == [7]
    kept.remove_session_files("ann-1")
    assert not kept.file_storage
