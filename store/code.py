"""The rules that made a snapshot, as far as its version goes: change them and it is made again."""

import hashlib
from functools import cache
from pathlib import Path

import loaders


@cache
def code_digest() -> str:
    """Digest of the code that consolidates and of the shapes and labels that it uses."""
    room = Path(loaders.__file__).parent
    shapes = [room / name for name in ("labels.py", "consolidated.py", "need_scale.py")]
    parts = [
        path.read_bytes()
        for path in (*shapes, *sorted(room.glob("consolidate/*.py")), *sorted(room.glob("tables/*.py")))
    ]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()
