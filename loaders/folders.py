"""The files that are meant when folders and ZIPs are named."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from loaders.intake import limits

SUFFIXES: Final = (".csv", ".tsv", ".xlsx", ".xlsm", ".xml")
"""Files that are read when a folder is loaded."""
NOT_DATA: Final = ("readme", "licence", "license", ".", "~$", "__macosx")
"""How files begin that lie among data and are none: notes, hidden files, the locks of an open workbook."""


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


def passed_over(given: Iterable[Path]) -> list[Path]:
    """Files in the folders given that are not read, so that a person may be told."""
    known = (file for path in given if path.is_dir() for file in _within(path) if file.suffix.lower() != ".zip")
    return [file for file in known if not _is_data(file.name)]


def _within(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


def _is_data(name: str) -> bool:
    return name.lower().endswith(SUFFIXES) and not name.lower().startswith(NOT_DATA)


def unpacked(name: str, content: Path | bytes) -> Iterator[File]:
    """Files of a ZIP, never written to disk; one that is damaged, locked or too big is left for reading to refuse."""
    whole = File(name, content)
    try:
        with zipfile.ZipFile(io.BytesIO(content) if isinstance(content, bytes) else content) as bundle:
            parts = [part for part in bundle.infolist() if _is_data(PurePosixPath(part.filename).name)]
            if len(parts) > limits.MOST_PARTS or sum(part.file_size for part in parts) > limits.LARGEST_UNPACKED:
                yield whole
                return
            for part in sorted(parts, key=lambda part: part.filename):
                yield File(f"{name}/{part.filename}", bundle.read(part))
    except (OSError, RuntimeError, NotImplementedError, EOFError, zlib.error, zipfile.BadZipFile):
        yield whole
