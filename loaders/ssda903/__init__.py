"""The SSDA903 return of children looked after, table by table."""

from typing import Final

from loaders.source import Source
from loaders.ssda903.dols import DOLO
from loaders.ssda903.episodes import EPISODES
from loaders.ssda903.events import MISSING, OC2, REVIEWS, SOCIAL_WORKERS
from loaders.ssda903.people import HEADER, UASC
from loaders.ssda903.permanence import AD1, OC3, PLACED_FOR_ADOPTION, PREVIOUS_PERMANENCE

SSDA903: Final[tuple[Source, ...]] = (
    HEADER,
    EPISODES,
    MISSING,
    UASC,
    OC2,
    OC3,
    AD1,
    PLACED_FOR_ADOPTION,
    PREVIOUS_PERMANENCE,
    REVIEWS,
    SOCIAL_WORKERS,
    DOLO,
)
WHOLE_RETURN: Final = "ssda903_xml"
"""Slug of a file that holds several tables of the return, as its XML does."""
