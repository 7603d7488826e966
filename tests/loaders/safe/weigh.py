"""Read bombs in a process of its own, and tell the most memory that each took: `python -m tests.loaders.safe.weigh`."""

import json
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from loaders import read
from tests.loaders.safe.bombs import BOMBS

PEAK = Path("/proc/self/clear_refs")


def megabytes(name: str) -> float:
    """A figure of this process's memory, as the kernel tells it."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(name))


def weighed(path: Path) -> dict[str, object]:
    """Read one file: how long it took, the memory that it took at most, and what was said of it."""
    PEAK.write_text("5", encoding="utf-8")
    held = megabytes("VmRSS")
    begun = time.perf_counter()
    reading = read(path, name="BRE/2025/missing.csv")
    seconds = time.perf_counter() - begun
    balances = reading.rows == reading.accepted + reading.set_aside + reading.blank
    told = {"refused": reading.refused, "rows": reading.rows, "balances": balances}
    return {"seconds": round(seconds, 2), "took": megabytes("VmHWM") - held, **told}


def main(names: list[str]) -> None:
    """Print one line of JSON a bomb; its file is written by another process, so that its size does not count."""
    read(b"CHILD,MISSING\n1,M\n", name="BRE/2025/missing.csv")
    with TemporaryDirectory() as folder, ProcessPoolExecutor(1, get_context("spawn")) as maker:
        for name in sorted(names or BOMBS, key=_is_read):
            path = Path(folder) / "bomb"
            maker.submit(write, name, path).result()
            _tell({"name": name, **weighed(path)})


def _is_read(name: str) -> bool:
    """Whether a bomb is read, not refused: last, for what it takes is given back by and by, and could be used again."""
    return not BOMBS[name][1]


def _tell(told: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def write(name: str, path: Path) -> None:
    """Write a bomb to a file."""
    path.write_bytes(BOMBS[name][0]())


if __name__ == "__main__":
    main(sys.argv[1:])
