"""The rules that made a snapshot, as far as its version goes: change them and it is made again."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

import loaders

FILES: Final = ("labels.py", "consolidated.py", "need_scale.py")
FOLDERS: Final = ("consolidate", "rules", "tables")


@cache
def code_digest() -> str:
    """Digest of the code that consolidates and of the shapes, rules and labels that it uses."""
    room = Path(loaders.__file__).parent
    whole = [path for folder in FOLDERS for path in sorted((room / folder).rglob("*.py"))]
    parts = [path.read_bytes() for path in (*(room / name for name in FILES), *whole)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()
