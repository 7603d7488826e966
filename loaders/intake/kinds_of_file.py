"""Files that are no table: what each is, by what it begins with or holds, and what to do with it."""

import re
import zipfile
from collections.abc import Collection
from typing import Final

from loaders.reading.result import RefusedError

SAVE: Final = "Open it and save the table as an Excel workbook (.xlsx) or as CSV."
EXPORT: Final = "Export the table as CSV or as an Excel workbook (.xlsx)."
OLD_EXCEL: Final = f"The file is an old Excel workbook (.xls). {SAVE}"
LOCKED_BOOK: Final = (
    "The file is a workbook or document that is locked with a password. Take the password off, save it and upload it."
)
PACKED: Final = "Unpack it and upload what is inside."
PICTURE: Final = f"The file is a picture. {EXPORT}"

BEGINNINGS: Final[tuple[tuple[bytes, str], ...]] = (
    *((start, OLD_EXCEL) for start in (b"\x09\x08", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00", b"\x09\x00\x04\x00")),
    (b"%PDF", f"The file is a PDF. {EXPORT}"),
    (b"{\\rtf", f"The file is a text document (RTF). {EXPORT}"),
    *((start, PICTURE) for start in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")),
    (b"\x1f\x8b", f"The file is packed (gzip). {PACKED}"),
    (b"7z\xbc\xaf\x27\x1c", f"The file is packed (7-Zip). {PACKED}"),
    (b"Rar!", f"The file is packed (RAR). {PACKED}"),
    (b"BZh", f"The file is packed (bzip2). {PACKED}"),
    (b"\xfd7zXZ", f"The file is packed (xz). {PACKED}"),
    (b"PK\x05\x06", "The ZIP is empty. Pack it again, or upload the files themselves."),
    (b"SQLite format 3\0", f"The file is a database (SQLite). {EXPORT}"),
    (b"\0\x01\0\0Standard ", f"The file is an Access database. {EXPORT}"),
    (b"MIME-Version:", f"The file is a web page in one file (MHTML), whatever its name ends in. {SAVE}"),
    (b"bplist00", f"The file is a property list of a Mac, no table. {EXPORT}"),
)
"""How files begin, and what is said."""

STREAMS: Final = (
    ("EncryptedPackage", LOCKED_BOOK),
    ("WordDocument", f"The file is an old Word document (.doc). {EXPORT}"),
    ("PowerPoint Document", f"The file is an old PowerPoint presentation (.ppt). {EXPORT}"),
    ("__properties_version", "The file is an e-mail. Save what is attached to it and upload that."),
)
"""What stands inside the older files of Office, which all begin alike."""
OLE: Final = b"\xd0\xcf\x11\xe0"

PARTS: Final = (
    (
        re.compile(r"\.iwa$|^index\.zip$"),
        "The file is of Apple Numbers, Pages or Keynote. In Numbers choose File, Export "
        "To, Excel (or CSV), and upload that.",
    ),
    (re.compile(r"^xl/workbook\.bin$"), f"The file is a binary Excel workbook (.xlsb). {SAVE}"),
    (re.compile(r"^word/"), f"The file is a Word document. {EXPORT}"),
    (re.compile(r"^ppt/"), f"The file is a PowerPoint presentation. {EXPORT}"),
    (re.compile(r"^content\.xml$"), f"The file is an OpenDocument spreadsheet or document (.ods, .odt). {SAVE}"),
)
"""Parts of a ZIP that say what it is."""
LOCKED: Final = "The ZIP is locked with a password. Unpack it with the password, and upload the files that are in it."
A_ZIP: Final = "The file is a ZIP without a workbook in it. Unpack it and upload its files."
NO_BOOK: Final = f"The file is a workbook or document of another kind. {SAVE}"

PAGE: Final = re.compile(r"<(?:!doctype\s+html|html|head|body|table|style|meta|script|div)\b", re.IGNORECASE)
SHEET_XML: Final = re.compile(r"urn:schemas-microsoft-com:office:spreadsheet|progid=.Excel\.Sheet")
JSON: Final = re.compile(r"\s*[\[{]\s*(?:[{\"\[]|$)")
HEAD: Final = 4_000
"""Letters at the head of a file of text that say what it is."""


def refuse_no_table(content: bytes) -> None:
    """Raise `RefusedError` where a file begins as one that is no table."""
    if content.startswith(OLE):
        said = (sentence for stream, sentence in STREAMS if stream.encode("utf-16-le") in content)
        raise RefusedError(next(said, OLD_EXCEL))
    for start, sentence in BEGINNINGS:
        if content.startswith(start):
            raise RefusedError(sentence)
    if content[4:8] == b"ftyp" or (content.startswith(b"RIFF") and content[8:12] == b"WEBP"):
        raise RefusedError(PICTURE)


def refuse_other_zip(parts: Collection[zipfile.ZipInfo], book: str, contents: str) -> None:
    """Raise `RefusedError` where a ZIP is no workbook of Excel: `book` is its chief part, `contents` every one's."""
    names = [part.filename.lower().replace("\\", "/") for part in parts]
    for pattern, sentence in PARTS:
        if any(map(pattern.search, names)):
            raise RefusedError(sentence)
    if any(part.flag_bits & 1 for part in parts):
        raise RefusedError(LOCKED)
    if book not in names:
        raise RefusedError(NO_BOOK if contents in names or "mimetype" in names else A_ZIP)


def refuse_other_text(text: str) -> None:
    """Raise `RefusedError` where a text is a web page, Excel's older XML, or JSON."""
    head = text[:HEAD]
    if SHEET_XML.search(head):
        raise RefusedError(f"The file is an Excel workbook of 2003 in XML, whatever its name ends in. {SAVE}")
    if head.lstrip().startswith("<") and "expssda903" not in head.lower() and PAGE.search(head):
        raise RefusedError(f"The file is a web page (HTML), whatever its name ends in: systems call them .xls. {SAVE}")
    if JSON.match(head):
        raise RefusedError(f"The file is JSON, no table. {EXPORT}")
