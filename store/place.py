"""A place that other programs read: a folder, or a bucket (s3://, gs://, abfs://), or another machine's (file://).

Credentials are the place's own, from the environment or the machine's role: none passes through here.
"""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pyarrow import fs

from store.errors import StoreError

LOCAL: Final[Any] = fs.LocalFileSystem()


@dataclass(frozen=True)
class Place:
    """Where files are put: its address in words, the file system, and the path on it."""

    address: str
    system: Any
    base: str

    @classmethod
    def of(cls, address: str) -> "Place":
        """Give the place of an address; without a scheme it is a folder of this machine. Raises StoreError."""
        plain = address.rstrip("/")
        with _said(address):
            found: tuple[Any, str] = fs.FileSystem.from_uri(plain if "://" in plain else str(Path(plain).absolute()))
        return cls(plain, found[0], found[1].rstrip("/"))

    def holds(self, path: str) -> bool:
        """Say whether a file is there. Raises StoreError."""
        with _said(self.address):
            return self.system.get_file_info(f"{self.base}/{path}").type == fs.FileType.File

    def read(self, path: str) -> bytes | None:
        """Give what a file holds; None where there is none. Raises StoreError."""
        if not self.holds(path):
            return None
        with _said(self.address), self.system.open_input_stream(f"{self.base}/{path}") as opened:
            return bytes(opened.read())

    def write_folder(self, folder: Path, name: str, *, last: str) -> None:
        """Copy a folder's files and folders there, in the place of those with the same names. Raises StoreError.

        The file `last` goes first and comes last: without it there is nothing whole.
        """
        goal = f"{self.base}/{name}"
        with _said(self.address):
            self.system.create_dir(goal, recursive=True)
            if self.holds(f"{name}/{last}"):
                self.system.delete_file(f"{goal}/{last}")
            for path in sorted(path for path in folder.iterdir() if path.name != last):
                if path.is_dir():
                    self.system.create_dir(f"{goal}/{path.name}", recursive=True)
                fs.copy_files(
                    str(path), f"{goal}/{path.name}", source_filesystem=LOCAL, destination_filesystem=self.system
                )
            with self.system.open_output_stream(f"{goal}/{last}") as told:
                told.write((folder / last).read_bytes())

    def read_folder(self, name: str, folder: Path) -> None:
        """Copy what is there to a folder of this machine. Raises StoreError."""
        with _said(self.address):
            fs.copy_files(
                f"{self.base}/{name}", str(folder), source_filesystem=self.system, destination_filesystem=LOCAL
            )

    def folders(self) -> list[str]:
        """Name the folders that are there. Raises StoreError."""
        with _said(self.address):
            found = self.system.get_file_info(fs.FileSelector(self.base))
        return [each.base_name for each in found if each.type == fs.FileType.Directory]

    def remove(self, name: str) -> None:
        """Remove a folder that is there. Raises StoreError."""
        with _said(self.address):
            self.system.delete_dir(f"{self.base}/{name}")


@contextmanager
def _said(address: str) -> Generator[None]:
    """Say in a sentence what keeps files from a place."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise StoreError(f"Nothing can be put at {address}: {str(error).splitlines()[0]}") from error
