"""The files that are meant when folders and ZIPs are named."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from loaders.intake import limits

SUFFIXES: Final = (".csv", ".tsv", ".xlsx", ".xlsm", ".xml", ".parquet")
"""Files that are read when a folder is loaded."""
NOT_DATA: Final = ("readme", "licence", "license", ".", "~$", "__macosx")
"""How files begin that lie among data and are none: notes, hidden files, the locks of an open workbook."""

LONGEST_NAME: Final = 200
CANNOT_UNPACK: Final = (
    *(OSError, RuntimeError, NotImplementedError, EOFError, ValueError),
    *(zlib.error, zipfile.BadZipFile),
)
"""What a damaged, locked or strangely packed ZIP raises."""


@dataclass(frozen=True)
class File:
    """A file to read: its name with its folders, and where it lies or, out of a ZIP, what it holds."""

    name: str
    content: Path | bytes


def files(given: Iterable[Path]) -> Iterator[File]:
    """The files to read: those named, and every file of a known kind in folders and ZIPs, in order of name."""
    for path in given:
        for file in _within(path) if path.is_dir() else [path]:
            if file.suffix.lower() == ".zip":
                yield from unpacked(str(file.absolute()), file)
            elif file == path or _is_data(file.name):
                yield File(str(file.absolute()), file)


def passed_over(given: Sequence[Path]) -> list[Path]:
    """Files in the folders and ZIPs given that are not read, so that a person may be told."""
    within = [file for path in given for file in (_within(path) if path.is_dir() else [path])]
    zips = [file for file in within if file.suffix.lower() == ".zip"]
    loose = [file for file in within if file not in zips and file not in given and not _is_data(file.name)]
    return [*loose, *(part for file in zips for part in _not_data_within(file))]


def _within(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


def _is_data(name: str) -> bool:
    return name.lower().endswith(SUFFIXES) and not name.lower().startswith(NOT_DATA)


def unpacked(name: str, content: Path | bytes) -> Iterator[File]:
    """Files of a ZIP, never written to disk; one that is damaged, locked or too big is left for reading to refuse."""
    whole = File(name, content)
    try:
        with zipfile.ZipFile(io.BytesIO(content) if isinstance(content, bytes) else content) as bundle:
            if _is_too_big(bundle.infolist()):
                yield whole
                return
            for part in sorted(_parts(bundle, is_data=True), key=lambda part: part.filename):
                yield File(f"{name}/{part.filename}", bundle.read(part))
    except CANNOT_UNPACK:
        yield whole


def _is_too_big(parts: list[zipfile.ZipInfo]) -> bool:
    unpacked = sum(part.file_size for part in parts)
    return (
        len(parts) > limits.MOST_PARTS
        or unpacked > limits.LARGEST_UNPACKED
        or any(part.file_size > limits.LARGEST_FILE for part in parts)
    )


def _parts(bundle: zipfile.ZipFile, *, is_data: bool) -> list[zipfile.ZipInfo]:
    files = [part for part in bundle.infolist() if not part.is_dir()]
    return [part for part in files if _is_data(PurePosixPath(part.filename).name) == is_data]


def _not_data_within(file: Path) -> list[Path]:
    """Parts of a ZIP that are not read, a ZIP within the ZIP among them."""
    try:
        with zipfile.ZipFile(file) as bundle:
            return [file / shown(part.filename) for part in _parts(bundle, is_data=False)]
    except CANNOT_UNPACK:
        return []


def shown(name: str) -> str:
    """A file's name as it can be shown: no marks that hide or turn letters round, and no longer than a line."""
    plain = "".join(letter for letter in name if letter.isprintable())
    return plain if len(plain) <= LONGEST_NAME else f"{plain[: LONGEST_NAME // 2]}...{plain[-LONGEST_NAME // 2 :]}"
