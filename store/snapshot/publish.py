"""The lake put where other engines read it: a bucket (s3://, gs://, abfs://) or a folder of another machine (file://).

Credentials are the place's own, from the environment or the machine's role: none passes through here.
"""

from pathlib import Path
from typing import Any, Final

from pyarrow import fs

from store.errors import StoreError
from store.snapshot import OURS, lake

LOCAL: Final[Any] = fs.LocalFileSystem()


def publish(folder: Path, to: str) -> str:
    """Copy a version's lake to `to`/<version>, its manifest last, and remove other versions there. Gives its place.

    A version that is there whole is not copied again. Others go, so that none holds rows that were purged. Raises
    StoreError where the place cannot be reached or written.
    """
    try:
        target, base = _place(to)
        version = folder.parent.name
        goal = f"{base}/{version}"
        if not _is_there(target, f"{goal}/{lake.MANIFEST}"):
            _copy(folder, target, goal)
        _remove_others(target, base, version)
    except (OSError, ValueError) as error:
        raise StoreError(f"The lake cannot be copied to {to}: {str(error).splitlines()[0]}") from error
    return f"{to.rstrip('/')}/{version}"


def _place(to: str) -> tuple[Any, str]:
    found: tuple[Any, str] = fs.FileSystem.from_uri(to)
    return found[0], found[1].rstrip("/")


def _copy(folder: Path, target: Any, goal: str) -> None:
    for table in sorted(path for path in folder.iterdir() if path.is_dir()):
        target.create_dir(f"{goal}/{table.name}", recursive=True)
        fs.copy_files(str(table), f"{goal}/{table.name}", source_filesystem=LOCAL, destination_filesystem=target)
    with target.open_output_stream(f"{goal}/{lake.MANIFEST}") as told:
        told.write((folder / lake.MANIFEST).read_bytes())


def _remove_others(target: Any, base: str, version: str) -> None:
    found = target.get_file_info(fs.FileSelector(base))
    for each in found:
        if each.type == fs.FileType.Directory and OURS.fullmatch(each.base_name) and each.base_name != version:
            target.delete_dir(each.path)


def _is_there(target: Any, path: str) -> bool:
    return target.get_file_info(path).type == fs.FileType.File
