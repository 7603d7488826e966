"""Files that lie among data and are not read, and what a person can do about each."""

from pathlib import PurePosixPath
from typing import Final

KINDS: Final[tuple[tuple[tuple[str, ...], str], ...]] = (
    ((".xls",), "It is a workbook of Excel before 2007. Save it as an Excel workbook (.xlsx)."),
    (
        (".ods", ".numbers", ".xlsb", ".xlt", ".xltx", ".fods"),
        "It is a workbook of another kind. Save it as an Excel workbook (.xlsx) or as CSV.",
    ),
    (
        (".zip", ".7z", ".rar", ".gz", ".tar", ".tgz", ".bz2", ".xz"),
        "It is an archive inside the archive. Unpack it, and upload its files.",
    ),
    ((".txt", ".dat", ".prn"), "It is a text file. If it holds a table, save that as CSV (.csv)."),
    (
        (".pdf", ".doc", ".docx", ".odt", ".rtf", ".ppt", ".pptx", ".html", ".htm", ".md"),
        "It is a document. Export its table as CSV or as an Excel workbook (.xlsx).",
    ),
)
"""Endings of names, and what is said of such a file."""

NOTES: Final = ("readme", "licence", "license")
OTHER: Final = "It is not a kind of file that is read. Save its table as CSV or as an Excel workbook (.xlsx)."
LOCKED: Final = "It is locked with a password. Unlock it, and upload it again."
NOTHING: Final = "The ZIP holds no file of data. Put the files in it, and upload it again."

OF_THE_SYSTEM: Final = ("__macosx", "thumbs.db", "desktop.ini")
"""What computers leave beside files, of which nobody needs to be told; so are hidden files and Excel's locks."""


def is_of_the_system(name: str) -> bool:
    """Say whether a computer left a file there by itself; `name` with its folders."""
    parts = [part.lower() for part in PurePosixPath(name.replace("\\", "/")).parts]
    return any(part in OF_THE_SYSTEM for part in parts) or parts[-1:] == [] or parts[-1].startswith((".", "~$"))


def why_not_read(name: str) -> str:
    """Say in a sentence why a file of this name is not read, and what to do."""
    last = PurePosixPath(name.replace("\\", "/")).name.lower()
    if last.startswith(NOTES):
        return "It is a note, and no data."
    return next((words for endings, words in KINDS if last.endswith(endings)), OTHER)
