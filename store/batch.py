"""Files loaded one after another: two that stand for the same borough, source and year but differ are a question."""

from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from loaders.reading.result import Reading
from store.errors import RefusedError
from store.uploads.identity import slot
from store.uploads.restore import roll_back
from store.uploads.save import Saved

RIVALS: Final = (
    "Several files stand for the same borough, source and year, and differ: {}. None of them was taken. "
    "Load the right one alone."
)


@dataclass
class Place:
    """What was kept for one borough, source and year, and the names of all files that stand for it."""

    reading: Reading
    saved: Saved
    files: list[str]
    is_open: bool = True


class Batch:
    """What was loaded together, so that none of it takes the place of another that came with it.

    Of two files that speak up to different days the later one counts. Of two that speak up to the same day and differ
    neither does, and what was there before is back.
    """

    def __init__(self, engine: sa.Engine, *, who: str) -> None:
        self._engine, self._who = engine, who
        self._places: dict[str, Place] = {}

    def refuse_rival(self, reading: Reading) -> None:
        """Raise RefusedError for a reading that stands where another that came with it stands, and differs."""
        place = self._places.get(slot(reading))
        if place is None or (place.reading.sha256 == reading.sha256 and place.reading.as_at == reading.as_at):
            return
        if place.is_open and place.reading.as_at != reading.as_at:
            return
        if place.is_open and place.saved.status != "unchanged":
            roll_back(self._engine, place.saved.upload_id, who=self._who)
        place.is_open = False
        place.files.append(reading.file)
        raise RefusedError(_said(place))

    def keep(self, reading: Reading, saved: Saved) -> None:
        """Remember what became of a reading."""
        self._places[slot(reading)] = Place(reading, saved, [reading.file])

    def refusal(self, reading: Reading) -> str | None:
        """Say why a reading that was kept at first is not kept after all; None where it is."""
        place = self._places.get(slot(reading)) if reading.refused is None else None
        return None if place is None or place.is_open else _said(place)


def _said(place: Place) -> str:
    return RIVALS.format(", ".join(place.files))
