"""Refusals on record: the first of a kind at once, the rest of it as a number each hour.

Somebody who knocks 2,000 times makes a line an hour that says so, not 2,000 lines that nobody can remove.
"""

import threading
import time
from dataclasses import dataclass, field
from typing import Final

from store import audit
from store.engine import engine

NOBODY: Final = "nobody"
HOUR: Final = 3600.0
MOST_KINDS: Final = 200
"""Kinds counted apart: more people than that who are all refused are counted together."""

Kind = tuple[str, str, tuple[tuple[str, str | int | None], ...]]


@dataclass
class Refusals:
    """What was refused lately: when a kind was last put on record, and how often it came since."""

    last: dict[Kind, float] = field(default_factory=dict[Kind, float])
    since: dict[Kind, int] = field(default_factory=dict[Kind, int])
    lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, kind: Kind, now: float) -> int:
        """Count a refusal. Gives how many to put on record now: 0 where its line waits for the hour to end."""
        with self.lock:
            self.since[kind] = self.since.get(kind, 0) + 1
            if kind in self.last and now - self.last[kind] < HOUR:
                return 0
            self.last[kind] = now
            return self.since.pop(kind)

    def overdue(self, now: float) -> list[tuple[Kind, int]]:
        """Take what has waited for an hour."""
        with self.lock:
            due = [kind for kind in self.since if now - self.last.get(kind, 0.0) >= HOUR]
            self.last.update(dict.fromkeys(due, now))
            self._forget(now)
            return [(kind, self.since.pop(kind)) for kind in due]

    def _forget(self, now: float) -> None:
        """Forget kinds of which nothing came for an hour."""
        for kind in [kind for kind, at in self.last.items() if now - at >= HOUR and kind not in self.since]:
            del self.last[kind]


SEEN: Final = Refusals()


def put(email: str, detail: audit.Detail, *, what: str = "refused") -> None:
    """Put a refusal on record, or count it; `email` is empty where nobody says who they are."""
    kind = _kind(email, what, detail)
    now = time.monotonic()
    waited = SEEN.overdue(now)
    if times := SEEN.count(kind, now):
        waited.append((kind, times))
    for (who, of, told), times in waited:
        audit.put(engine(), who, of, {**dict(told), "times": times if times > 1 else None})


def _kind(email: str, what: str, detail: audit.Detail) -> Kind:
    """Tell refusals apart by who and why; together once there are too many to tell apart."""
    told = tuple(sorted(detail.items()))
    kind = (email or NOBODY, what, told)
    return kind if kind in SEEN.last or len(SEEN.last) < MOST_KINDS else ("many people", what, ())
