"""Many files at once: handed on in their order, and no more of them in memory than is said."""

from collections.abc import Iterator

import pytest

from loaders import read_each
from loaders.reading.files import File
from loaders.reading.parallel import AHEAD, MOST_AHEAD
from tests.loaders.files import csv_of, rows_of

SMALL = csv_of(rows_of("CHILD | DUC\n7 | 13/10/2028"))
PACKED = b"PK\3\4" + SMALL
MEGABYTES = SMALL + b"\n" * 1_500_000
FILES = 100


@pytest.mark.parametrize(("content", "ahead"), [(SMALL, MOST_AHEAD), (PACKED, AHEAD), (MEGABYTES, AHEAD)])
def test_only_small_files_of_text_wait_in_great_number(content: bytes, ahead: int):
    taken: list[int] = []

    def files() -> Iterator[File]:
        for number in range(FILES):
            taken.append(number)
            yield File(f"BRE 2025 {number}.csv", content)

    assert next(read_each(files())).file == "BRE 2025 0.csv"
    assert len(taken) == ahead + 1


def test_they_come_in_their_order_whatever_they_are():
    contents = [SMALL, PACKED, b"", SMALL * 1_000, SMALL]
    names = [f"BRE 2025 {number}.csv" for number in range(FILES)]
    readings = list(read_each(File(name, contents[i % len(contents)]) for i, name in enumerate(names)))
    assert [reading.file for reading in readings] == names
