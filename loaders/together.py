"""Many files, read two at a time and handed on in their order."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Final

from loaders.folders import File, files
from loaders.intake import limits
from loaders.load import read
from loaders.reading import Reading

AT_ONCE: Final = 2
AHEAD: Final = 4
"""Files that wait in memory or are under way."""
LARGE: Final = 4 * limits.MEGABYTE
ONE_LARGE: Final = Lock()
"""A large file is read alone: two at once would take twice the memory that one may."""


def read_all(given: Iterable[Path], *, borough: str | None = None, year: int | None = None) -> Iterator[Reading]:
    """Read files, and every file of a known kind in folders and ZIPs."""
    return read_each(files(given), borough=borough, year=year)


def read_each(given: Iterable[File], *, borough: str | None = None, year: int | None = None) -> Iterator[Reading]:
    """Read files, each as `read` does."""

    def read_one(file: File) -> Reading:
        with ONE_LARGE if _size(file.content) > LARGE else nullcontext():
            return read(file.content, name=file.name, borough=borough, year=year)

    waiting = iter(given)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        under_way: deque[Future[Reading]] = deque(pool.submit(read_one, file) for file in islice(waiting, AHEAD))
        while under_way:
            reading = under_way.popleft().result()
            under_way.extend(pool.submit(read_one, file) for file in islice(waiting, 1))
            yield reading


def _size(content: Path | bytes) -> int:
    """Bytes of a file; one that cannot be opened is left for reading to refuse."""
    if isinstance(content, bytes):
        return len(content)
    try:
        return content.stat().st_size
    except OSError:
        return 0
