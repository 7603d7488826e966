"""Office files made the same to the byte each time: no moment of writing is left in them."""

import re
from datetime import datetime
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

WRITTEN: Final = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")
EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP can hold; what is in an entry's own date says nothing."""


def settled(content: bytes, moment: datetime) -> bytes:
    """Give an Office file, and those inside it, with one moment in place of every one of its writing."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o600 << 16
            new.writestr(entry, _part(name, old.read(name), moment))
    return out.getvalue()


def _part(name: str, content: bytes, moment: datetime) -> bytes:
    if name.endswith(".xlsx"):
        return settled(content, moment)
    if name != "docProps/core.xml":
        return content
    return WRITTEN.sub(rb"\g<1>" + f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode() + rb"\g<3>", content)
