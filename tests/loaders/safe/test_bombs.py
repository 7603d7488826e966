"""No file can take the server down: each bomb is refused in words, in seconds, within a bound of memory."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from loaders.reading.file import UNFORESEEN
from tests.conftest import AT_LENGTH
from tests.loaders.safe.bombs import BOMBS

REFUSED_WITHIN = 600
"""Megabytes above what the process holds before, for a file that is refused; the largest may be 100 MB itself."""
READ_WITHIN = 1_200
"""The same for a file as large as may be read, in which every row is wrong in every cell."""
SECONDS = 60
LONG = {
    "csv: one quoted cell of 90 MB",
    "csv: 90 MB of carriage returns",
    "xlsx: one sheet of 170 MB",
    "xlsx: one sheet many times",
    "xml: 28 MB of headers",
    "xml: headers by episodes",
}
"""Seconds each to make and to read: `make prove` weighs them too."""
NAMES = [name for name in BOMBS if AT_LENGTH or name not in LONG]
LIKE_LINUX = Path("/proc/self/clear_refs").exists()


@pytest.fixture(scope="module")
def weighed() -> dict[str, dict[str, Any]]:
    """What became of every bomb, read one after another in one process."""
    if not LIKE_LINUX:
        pytest.skip("the kernel does not tell a process's peak of memory")
    done = subprocess.run(
        [sys.executable, "-m", "tests.loaders.safe.weigh", *NAMES], capture_output=True, text=True, check=True
    )
    return {told["name"]: told for told in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("name", NAMES)
def test_a_bomb_is_refused_in_words_and_memory_stays_bounded(weighed: dict[str, dict[str, Any]], name: str):
    told, because = weighed[name], BOMBS[name][1]
    assert told["balances"]
    assert because in (told["refused"] or "")
    assert UNFORESEEN[:40] not in (told["refused"] or "")
    within = REFUSED_WITHIN if told["refused"] else READ_WITHIN
    assert told["took"] < within
    assert told["seconds"] < SECONDS
