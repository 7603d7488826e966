"""A pack as a file: made in one of three formats and put on record."""

import re
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Final

from dashboard.auth.current_user import scope
from dashboard.exports.pack import history as pack_history
from dashboard.exports.pack.build import pack
from dashboard.exports.pack.model import Pack
from dashboard.exports.pack.pdf import as_pdf
from dashboard.exports.pack.plan import Plans
from dashboard.exports.pack.pptx import as_pptx
from dashboard.exports.pack.settings import PackError, Settings, as_record
from dashboard.exports.pack.xlsx import as_xlsx

Write = Callable[[Pack], bytes]

FORMATS: Final[Mapping[str, Write]] = {"pdf": as_pdf, "pptx": as_pptx, "xlsx": as_xlsx}
"""How a file name ends, and what writes it."""

KINDS: Final = {
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""The media type of each."""


def written(settings: Settings, plans: Plans, ending: str) -> bytes:
    """Make a pack of a format and put it on record.

    Raises:
        PackError: there is no such format.
    """
    if ending not in FORMATS:
        raise PackError(f"A pack can be {', '.join(FORMATS)}; there is no {ending or 'ending'}.")
    content = pack(settings, plans)
    file, seen = FORMATS[ending](content), scope()
    digest = sha256(file).hexdigest()
    name = filename(settings, ending)
    pack_history.put(
        pack_history.Made(seen.who, seen.release.value, content.version, name, digest, ending, as_record(settings))
    )
    return file


def filename(settings: Settings, ending: str) -> str:
    """Name a pack's file: of whom, to when, in which release."""
    chosen = settings.chosen
    whose = re.sub(r"[^a-z0-9]+", "-", chosen.name.lower())
    return f"board-pack-{whose}-{chosen.end:%Y-%m-%d}-{scope().release}.{ending}"
