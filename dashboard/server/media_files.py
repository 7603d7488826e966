"""How long a file that was made ready waits for its browser.

Streamlit drops it once two runs of anybody's page are over, be it a moment after it was made: where many are at work,
or the line is slow, a browser that asks for it would be told that there is none. So what is dropped stays for some
minutes more. Streamlit is changed in this file alone; a test fails where it moves.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

SECONDS: Final = 300.0
"""How long a dropped file stays."""
AT_MOST: Final = 200_000_000
"""Bytes of dropped files that stay; beyond it the oldest go at once."""

DROP: Final = "delete_file"
PUT: Final = "load_and_get_id"
"""What of Streamlit's storage is changed."""


@dataclass
class Waiting:
    """Dropped files by number, the oldest first: when each was dropped, and its bytes."""

    since: dict[str, tuple[float, int]] = field(default_factory=dict[str, tuple[float, int]])
    lock: threading.Lock = field(default_factory=threading.Lock)

    def put(self, file: str, size: int, now: float) -> list[str]:
        """Have a file wait. Gives those that have waited long enough, or for which there is no more room."""
        with self.lock:
            self.since.setdefault(file, (now, size))
            held, over = sum(bytes_of for _, bytes_of in self.since.values()), list[str]()
            for each, (at, bytes_of) in self.since.items():
                if now - at < SECONDS and held <= AT_MOST:
                    break
                over.append(each)
                held -= bytes_of
            for each in over:
                del self.since[each]
            return over

    def forget(self, file: str) -> None:
        """A file is made once more: it is no longer dropped."""
        with self.lock:
            self.since.pop(file, None)


def keep_for_a_while() -> None:
    """Have every storage of files keep what is dropped. Raises KeyError where Streamlit has moved it."""
    drop: Callable[[MemoryMediaFileStorage, str], None] = vars(MemoryMediaFileStorage)[DROP]
    put: Callable[..., str] = vars(MemoryMediaFileStorage)[PUT]
    waiting = Waiting()

    def dropped(storage: MemoryMediaFileStorage, file: str) -> None:
        size = len(storage.get_file(file).content)
        for each in waiting.put(file, size, time.monotonic()):
            drop(storage, each)

    def put_again(storage: MemoryMediaFileStorage, *given: Any, **named: Any) -> str:
        file = put(storage, *given, **named)
        waiting.forget(file)
        return file

    setattr(MemoryMediaFileStorage, DROP, dropped)
    setattr(MemoryMediaFileStorage, PUT, put_again)
