"""How much may be uploaded and not yet accepted or discarded: by one person, and by all together.

Streamlit keeps a file in memory from when it is dropped until its page closes, and a page whose connection was lost for
some time after. What is kept is asked of Streamlit itself, in this file alone; a test fails where that moves.
"""

from collections.abc import Set
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

MEGABYTE: Final = 1_000_000
OF_PERSON: Final = 200 * MEGABYTE
"""Some three of the largest files (60 MB), or any return with all its tables."""
OF_PROCESS: Final = 600 * MEGABYTE

TOO_MUCH: Final = (
    "More is uploaded than can be held at once. Accept or discard the files that are there, then upload the rest."
)


async def within_limits(app: ASGIApp, own: Set[str], scope: Scope, receive: Receive, send: Send) -> None:
    """Pass an upload on while there is room for it; `own` are the sessions of its person."""
    length = Headers(scope=scope).get("content-length", "")
    if length.isdecimal() and int(length) > room_for(own):
        forget_closed()
    if not length.isdecimal() or int(length) > room_for(own):
        await PlainTextResponse(TOO_MUCH, 413)(scope, receive, send)
        return
    await app(scope, _up_to(int(length), receive), send)


def _up_to(length: int, receive: Receive) -> Receive:
    """Hand on no more than was announced."""
    left = length

    async def bounded() -> Message:
        nonlocal left
        message = await receive()
        left -= len(message.get("body", b""))
        return message if left >= 0 else {"type": "http.disconnect"}

    return bounded


def room_for(own: Set[str]) -> int:
    """Give the bytes that a person may still upload."""
    return min(OF_PERSON - held(own), OF_PROCESS - held(None))


def held(sessions: Set[str] | None) -> int:
    """Give the bytes of uploaded files in memory: of some sessions, or of all."""
    files = _files()
    chosen = files if sessions is None else [name for name in files if name in sessions]
    return sum(len(file.data) for name in list(chosen) for file in list(files.get(name, {}).values()))


def forget_closed() -> None:
    """Give back the memory of files whose page is closed."""
    if not Runtime.exists():
        return
    for session in [name for name in _files() if not Runtime.instance().is_active_session(name)]:
        _manager().remove_session_files(session)


def _files() -> dict[str, dict[str, UploadedFileRec]]:
    return _manager().file_storage


def _manager() -> MemoryUploadedFileManager:
    manager = Runtime.instance().uploaded_file_mgr
    assert isinstance(manager, MemoryUploadedFileManager)
    return manager
