"""Many files, read three at a time and handed on in their order."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Final, NamedTuple, Unpack

from loaders.intake import limits
from loaders.intake.parquet import PARQUET
from loaders.intake.workbook import ZIP
from loaders.reading.file import Said, read_parts
from loaders.reading.files import File, files
from loaders.reading.result import Reading

AT_ONCE: Final = 3
AHEAD: Final = 4
MOST_AHEAD: Final = 32
"""Files that wait in memory or are under way, and how many they may be while together they are no large one."""
LARGE: Final = 4 * limits.MEGABYTE
ONE_LARGE: Final = Lock()
"""A large file is read alone: two at once would take twice the memory that one may."""


class _Begun(NamedTuple):
    """A file that is being read or waits to be handed on, and what it weighs."""

    readings: Future[list[Reading]]
    weight: int


def read_all(given: Iterable[Path], **said: Unpack[Said]) -> Iterator[Reading]:
    """Read files, and every file of a known kind in folders and ZIPs."""
    return read_each(files(given), **said)


def read_each(given: Iterable[File], **said: Unpack[Said]) -> Iterator[Reading]:
    """Read files, each as `read_parts` does."""

    def read_one(file: File) -> list[Reading]:
        with ONE_LARGE if _size(file.content) > LARGE else nullcontext():
            return read_parts(file.content, name=file.name, meta=file.meta, **said)

    waiting, under_way = iter(given), deque[_Begun]()
    with ThreadPoolExecutor(AT_ONCE) as pool:

        def begin_more() -> None:
            while _is_room(under_way) and (file := next(waiting, None)):
                under_way.append(_Begun(pool.submit(read_one, file), _weight(file.content)))

        begin_more()
        while under_way:
            readings = under_way.popleft().readings.result()
            begin_more()
            yield from readings


def _is_room(under_way: Collection[_Begun]) -> bool:
    few, many = len(under_way) < AHEAD, len(under_way) >= MOST_AHEAD
    return few or (not many and sum(each.weight for each in under_way) < LARGE)


def _weight(content: Path | bytes) -> int:
    """Bytes of a file of text; one that is packed may come to far more than its own, and counts as a large one."""
    try:
        with BytesIO(content) if isinstance(content, bytes) else content.open("rb") as file:
            return LARGE if file.read(len(ZIP)).startswith((ZIP, PARQUET)) else _size(content)
    except OSError:
        return 0


def _size(content: Path | bytes) -> int:
    """Bytes of a file; one that cannot be opened is left for reading to refuse."""
    if isinstance(content, bytes):
        return len(content)
    try:
        return content.stat().st_size
    except OSError:
        return 0
