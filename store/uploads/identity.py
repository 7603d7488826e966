"""What an upload stands for, and how it is spoken of."""

from typing import Final

from loaders.catalogue import TITLES
from loaders.reading.result import Reading
from loaders.tables import CLEAN
from store.blobs import declared
from store.errors import RefusedError
from store.models import Upload

BY_FILE: Final = {"published", "providers"}
"""Tables that several files make up: homes and agencies, one release after another, one publication after another."""
TOLD: Final = (
    "source",
    "borough",
    "return_year",
    "as_at",
    "sha256",
    "rows",
    "accepted",
    "repaired",
    "set_aside",
    "blank",
)


def slot(reading: Reading) -> str:
    """What a reading stands for: one accepted upload each. Registers and published figures stand apart by file."""
    if reading.borough:
        return f"{reading.borough}|{reading.source}|{reading.return_year}"
    return f"|{reading.source}|{reading.file if BY_FILE & set(reading.tables) else ''}"


def upload_of(reading: Reading, who: str) -> Upload:
    """The record of a reading. Raises RefusedError where it was refused or is not in its clean shape."""
    if reading.refused or not reading.source:
        raise RefusedError(reading.refused or f"{reading.file} is of no known source, so it cannot be kept.")
    wrong = [name for name, frame in reading.tables.items() if frame.schema != declared(CLEAN[name])]
    if wrong:
        raise RefusedError(f"{reading.file}: the rows for {', '.join(wrong)} are not in their clean shape.")
    told = {name: getattr(reading, name) for name in TOLD}
    return Upload(slot=slot(reading), filename=reading.file, who=who, **told)


def title(upload: Upload) -> str:
    """What an upload stands for, in words: borough, source and return year, as far as it has them."""
    year = f"return year {upload.return_year}" if upload.return_year else None
    return ", ".join(part for part in (upload.borough, TITLES.get(upload.source, upload.source), year) if part)


def signed(upload: Upload) -> str:
    """An upload by its day (UTC) and person."""
    return f"the file of {upload.at.day} {upload.at:%B %Y} by {upload.who}"


def number(upload: Upload) -> int:
    """The number of an upload that is in the database."""
    assert upload.id is not None, "An upload has its number once it is flushed."
    return upload.id


def detail(upload: Upload) -> dict[str, str | int | None]:
    """What the audit tells of an upload."""
    return {name: getattr(upload, name) for name in ("id", "borough", "source", "return_year", "filename", "rows")}
