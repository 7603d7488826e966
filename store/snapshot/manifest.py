"""The manifest of a snapshot: what each folder was made from, and what each file must be to the byte."""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final, TypedDict

NAME: Final = "manifest.json"


class Folder(TypedDict):
    """One folder of a snapshot: the key of what it was made from, and the SHA-256 of each file."""

    key: str
    files: dict[str, str]


def write(snapshot: Path, keys: Mapping[str, str]) -> None:
    """Say what the snapshot holds. Written last: without it there is no snapshot."""
    told = {name: Folder(key=key, files=_hashes(snapshot / name)) for name, key in keys.items()}
    (snapshot / NAME).write_text(json.dumps(told, indent=1), encoding="utf-8")


def is_sound(snapshot: Path) -> bool:
    """Whether every file that the manifest names is there and as it was written."""
    told = _read(snapshot)
    return bool(told) and all(_is_whole(snapshot / name, each) for name, each in told.items())


def link(home: Path, working: Path, name: str, key: str) -> bool:
    """Take the folder of this name and key from a snapshot that has it, without writing it again."""
    for snapshot in home.iterdir():
        each = _read(snapshot).get(name)
        if each and each["key"] == key and _is_whole(snapshot / name, each):
            return _copied(snapshot / name, working / name)
    return False


def _copied(source: Path, target: Path) -> bool:
    """Whether it could be taken: another process may be removing it just now."""
    try:
        shutil.copytree(source, target, copy_function=link_or_copy)
    except OSError:
        shutil.rmtree(target, ignore_errors=True)
        return False
    return True


def link_or_copy(source: str | Path, target: str | Path) -> None:
    """Have a file in another place too, without its bytes written again where the disk allows it."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _is_whole(folder: Path, told: Folder) -> bool:
    try:
        return _hashes(folder) == told["files"]
    except OSError:
        return False


def _hashes(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def _read(snapshot: Path) -> dict[str, Folder]:
    try:
        told = json.loads((snapshot / NAME).read_text(encoding="utf-8"))
        return {name: Folder(key=each["key"], files=each["files"]) for name, each in told.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
