"""A file that was made ready is still there when its browser asks for it, however busy others are; not for ever."""

from collections.abc import Iterator

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.media_file_storage import MediaFileStorageError
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from dashboard.server import media_files

CONTENT = b"borough,value\nBrent,1\n"


@pytest.fixture
def storage(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryMediaFileStorage]:
    """Give a storage that keeps what is dropped."""
    for name in (media_files.DROP, media_files.PUT):
        monkeypatch.setattr(MemoryMediaFileStorage, name, getattr(MemoryMediaFileStorage, name))
    media_files.keep_for_a_while()
    return MemoryMediaFileStorage("/media")


def ready(manager: MediaFileManager, content: bytes = CONTENT) -> str:
    """Make a file ready as a button does, and give its name."""
    file = manager.add_deferred(lambda: content, "text/csv", "1.(0).2", "a.csv")
    return manager.execute_deferred(file).rpartition("/")[2]


def run_pages(manager: MediaFileManager, times: int = 3) -> None:
    """What the end of each run of anybody's page does."""
    for _ in range(times):
        manager.clear_session_refs("another")
        manager.remove_orphaned_files()


def test_it_is_there_after_others_have_run(storage: MemoryMediaFileStorage):
    manager = MediaFileManager(storage)
    name = ready(manager)
    run_pages(manager)
    assert storage.get_file(name).content == CONTENT


def test_it_goes_after_some_minutes(storage: MemoryMediaFileStorage, monkeypatch: pytest.MonkeyPatch):
    manager = MediaFileManager(storage)
    name = ready(manager)
    run_pages(manager)
    monkeypatch.setattr(media_files, "SECONDS", 0.0)
    ready(manager, b"another")
    run_pages(manager)
    with pytest.raises(MediaFileStorageError):
        storage.get_file(name)


def test_the_oldest_goes_where_there_is_no_room(storage: MemoryMediaFileStorage, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(media_files, "AT_MOST", len(CONTENT) * 2)
    manager = MediaFileManager(storage)
    names = [ready(manager, CONTENT.replace(b"1", str(number).encode())) for number in range(3)]
    for name in names:
        storage.delete_file(name.partition(".")[0])
    assert storage.get_file(names[-1])
    with pytest.raises(MediaFileStorageError):
        storage.get_file(names[0])


def test_what_is_made_once_more_waits_anew(storage: MemoryMediaFileStorage, monkeypatch: pytest.MonkeyPatch):
    manager = MediaFileManager(storage)
    name = ready(manager)
    run_pages(manager)
    assert ready(manager) == name
    monkeypatch.setattr(media_files, "SECONDS", 0.0)
    storage.delete_file(ready(manager, b"another").partition(".")[0])
    assert storage.get_file(name).content == CONTENT


def test_where_streamlit_has_moved_it_the_server_does_not_start(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delattr(MemoryMediaFileStorage, media_files.DROP)
    with pytest.raises(KeyError):
        media_files.keep_for_a_while()
