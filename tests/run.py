"""What is made once a run of the tests, by whichever of its processes needs it first; it goes when the run ends."""

import json
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from filelock import FileLock

FOLDER: Final = "TEST_RUN_FOLDER"
"""Names the folder of the run to its processes."""


def begin() -> None:
    """Make the folder; PostgreSQL, another user, may look into it."""
    made = Path(tempfile.mkdtemp(prefix="placements-run-"))
    made.chmod(0o755)
    os.environ[FOLDER] = str(made)


def end() -> None:
    """Stop all that was started, and remove what was kept."""
    folder = Path(os.environ.pop(FOLDER))
    for noted in folder.glob("*.stop"):
        number, name = noted.read_text().split()
        with suppress(OSError):
            os.kill(int(number), signal.Signals[name])
            _wait_for_end_of(int(number))
    shutil.rmtree(folder, ignore_errors=True)


def _wait_for_end_of(process: int) -> None:
    """Wait until a process is gone, ours or not, five seconds at most. Raises OSError when it is."""
    for _ in range(100):
        with suppress(ChildProcessError):
            os.waitpid(process, os.WNOHANG)
        os.kill(process, 0)
        time.sleep(0.05)


def stop_at_end(process: int, how: signal.Signals = signal.SIGKILL) -> None:
    """Have a process stopped when the run ends."""
    (Path(os.environ[FOLDER]) / f"{process}.stop").write_text(f"{process} {how.name}")


def once(name: str, make: Callable[[Path], dict[str, str]]) -> dict[str, str]:
    """Give what `make` made of a folder of this name, the first time in the run."""
    folder = Path(os.environ[FOLDER]) / name
    with FileLock(f"{folder}.lock"):
        told = folder / "made.json"
        if not told.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            told.write_text(json.dumps(make(folder)))
    return dict(json.loads(told.read_text()))
