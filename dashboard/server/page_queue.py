"""Pages take turns: they share one interpreter, so no more are ready in a second where many are worked out at once.

Sixty begun together would all be ready when the last one is; in turn, half of them are in half of the time, and each is
sent while the next is worked out.
"""

from collections.abc import Generator
from contextlib import contextmanager
from threading import Condition
from time import monotonic
from typing import Final

from dashboard.counters import RUNS, WAITING, WAITS

LONGEST_SECONDS: Final = 2.0
"""For a turn: what takes longer, a large file say, goes on beside the next."""
SHORTEST_SECONDS: Final = 0.01
"""From one look at whether the turn has lasted too long to the next."""


class Turns:
    """One turn at a time, first come first served."""

    def __init__(self, longest: float = LONGEST_SECONDS) -> None:
        self._longest, self._changed = longest, Condition()
        self._turn: object | None = None
        self._until = 0.0
        self._waiting = 0

    @contextmanager
    def taken(self) -> Generator[None]:
        """Wait for the turn, and give it back at the end."""
        with WAITS.time(), WAITING.track_inprogress():
            mine = self._take()
        try:
            with RUNS.time():
                yield
        finally:
            self._give_back(mine)

    def _take(self) -> object:
        mine = object()
        with self._changed:
            self._wait()
            self._turn, self._until = mine, monotonic() + self._longest
        return mine

    def _wait(self) -> None:
        """Wait behind those who came before, until the turn is given back or has lasted too long."""
        is_next = self._waiting == 0
        self._waiting += 1
        while not (is_next and self._is_free()):
            self._changed.wait(max(self._until - monotonic(), SHORTEST_SECONDS))
            is_next = True
        self._waiting -= 1

    def _is_free(self) -> bool:
        return self._turn is None or monotonic() >= self._until

    def _give_back(self, turn: object) -> None:
        with self._changed:
            if self._turn is turn:
                self._turn = None
                self._changed.notify()


TURNS: Final = Turns()
