"""The files that are meant when folders and ZIPs are named."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Final

from loaders.intake import limits
from loaders.published.meta import SUFFIX, is_meta
from loaders.published.meta import beside as meta_beside
from loaders.reading.unread_files import LOCKED, is_of_the_system, why_not_read

SUFFIXES: Final = (".csv", ".tsv", ".xlsx", ".xlsm", ".xml", ".parquet")
"""Files that are read when a folder is loaded."""
NOT_DATA: Final = ("readme", "licence", "license", ".", "~$", "__macosx")
"""How files begin that lie among data and are none: notes, hidden files, the locks of an open workbook."""

LONGEST_NAME: Final = 200
ENCRYPTED: Final = 0x1
"""The flag of a part of a ZIP that needs a password."""
CANNOT_UNPACK: Final = (
    OSError,
    RuntimeError,
    NotImplementedError,
    EOFError,
    ValueError,
    zlib.error,
    zipfile.BadZipFile,
)
"""What a damaged, locked or strangely packed ZIP raises."""


@dataclass(frozen=True)
class File:
    """A file to read: its name with its folders, and where it lies or, out of a ZIP, what it holds.

    `meta` is what lies beside it and says what its columns mean, where that cannot be found by its place.
    """

    name: str
    content: Path | bytes
    meta: bytes | None = None


def files(given: Iterable[Path]) -> Iterator[File]:
    """The files to read: those named, and every file of a known kind in folders and ZIPs, in order of name."""
    for path in given:
        for file in _within(path) if path.is_dir() else [path]:
            if file.suffix.lower() == ".zip":
                yield from unpacked(str(file.absolute()), file)
            elif (file == path or _is_data(file.name)) and not (is_meta(file.name) and data_beside(file)):
                yield File(str(file.absolute()), file)


def passed_over(given: Sequence[Path]) -> list[tuple[Path, str]]:
    """Files in the folders and ZIPs given that are not read, each with the reason, so that a person may be told."""
    within = [file for path in given for file in (_within(path) if path.is_dir() else [path])]
    zips = [file for file in within if file.suffix.lower() == ".zip"]
    loose = [file for file in within if file not in zips and file not in given and not _is_data(file.name)]
    within_zips = [(file / name, why) for file in zips for name, why in unread(file)]
    return [*((file, why_not_read(file.name)) for file in loose), *within_zips]


def _within(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


def data_beside(meta: Path) -> bool:
    """Whether the file is there whose columns a `.meta.csv` tells of: it is read with it, and is none of data."""
    return meta.with_name(meta.name[: -len(SUFFIX)] + ".csv").exists()


def with_meta(given: Mapping[str, File]) -> dict[str, File]:
    """Files of one upload by key, each with what says what its columns mean; that is then no file of its own."""
    metas = {file.name.lower(): file.content for file in given.values() if is_meta(file.name)}
    told = {
        key: replace(file, meta=file.meta or _bytes_of(metas.get(meta_beside(file.name).lower())))
        for key, file in given.items()
    }
    used = {meta_beside(file.name).lower() for file in told.values() if file.meta is not None}
    return {key: file for key, file in told.items() if file.name.lower() not in used}


def _bytes_of(content: Path | bytes | None) -> bytes | None:
    return content.read_bytes() if isinstance(content, Path) else content


def _is_data(name: str) -> bool:
    return name.lower().endswith(SUFFIXES) and not name.lower().startswith(NOT_DATA) and not is_meta(name)


def unpacked(name: str, content: Path | bytes) -> Iterator[File]:
    """Files of a ZIP, never written to disk; one that is damaged, locked or too big is left for reading to refuse."""
    whole = File(name, content)
    try:
        with zipfile.ZipFile(io.BytesIO(content) if isinstance(content, bytes) else content) as bundle:
            if _is_too_big(bundle.infolist()):
                yield whole
                return
            metas = {part.filename.lower(): part for part in _parts(bundle, is_data=False) if is_meta(part.filename)}
            data = _parts(bundle, is_data=True)
            if data and all(map(_is_locked, data)):
                yield whole
                return
            for part in sorted(data, key=lambda part: part.filename):
                if _is_locked(part):
                    continue
                meta = metas.get(meta_beside(part.filename).lower())
                yield File(f"{name}/{part.filename}", bundle.read(part), meta and bundle.read(meta))
    except CANNOT_UNPACK:
        yield whole


def unread(content: Path | bytes) -> list[tuple[str, str]]:
    """Parts of a ZIP that are not read, in order of name, each with the reason; none of one that cannot be opened.

    What a computer leaves there by itself is passed over in silence.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content) if isinstance(content, bytes) else content) as bundle:
            told = [(part.filename, why_not_read(part.filename)) for part in _not_data(bundle)]
            locked = [(part.filename, LOCKED) for part in _parts(bundle, is_data=True) if _is_locked(part)]
    except CANNOT_UNPACK:
        return []
    return [(shown(name), why) for name, why in sorted([*told, *locked]) if not is_of_the_system(name)]


def _not_data(bundle: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Parts that are no data, but for what says what the columns of one that is read mean."""
    beside = {meta_beside(part.filename).lower() for part in _parts(bundle, is_data=True)}
    return [part for part in _parts(bundle, is_data=False) if part.filename.lower() not in beside]


def _is_locked(part: zipfile.ZipInfo) -> bool:
    return bool(part.flag_bits & ENCRYPTED)


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


def shown(name: str) -> str:
    """A file's name as it can be shown: no marks that hide or turn letters round, and no longer than a line."""
    plain = "".join(letter for letter in name if letter.isprintable())
    return plain if len(plain) <= LONGEST_NAME else f"{plain[: LONGEST_NAME // 2]}...{plain[-LONGEST_NAME // 2 :]}"
