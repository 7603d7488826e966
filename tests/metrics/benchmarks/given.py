"""Published figures as a few lines of text, and the real ones."""

from datetime import date
from typing import Final

from loaders.consolidated import CONSOLIDATED
from loaders.reading.parallel import read_all
from metrics import When
from tests.conftest import Tables, consolidated
from tests.loaders.files import SHARED
from tests.metrics.asked import given
from tests.table import table

BOROUGHS: Final = (
    *("Brent", "Ealing", "Hammersmith and Fulham", "Harrow"),
    *("Hillingdon", "Hounslow", "Kensington and Chelsea", "Westminster"),
)
FIVE_YEARS: Final = When(date(2020, 4, 1), date(2025, 3, 31))
NOW: Final = When(date(2025, 10, 1), date(2026, 9, 30))
"""Twelve months in which no year end has been published yet."""


def episodes_of(*boroughs: str) -> str:
    """Episodes of these boroughs, one each: the consortium."""
    return "\n".join(["borough | started", *(f"{borough} | 2024-01-01" for borough in boroughs)])


def real() -> Tables:
    """Give every published file, put together, beside the eight boroughs."""
    made = consolidated(read_all([SHARED / "published"]))
    made["episodes"] = table(episodes_of(*BOROUGHS), like=CONSOLIDATED["episodes"])
    return {name: frame.lazy() for name, frame in made.items()}


__all__ = ["BOROUGHS", "FIVE_YEARS", "NOW", "episodes_of", "given", "real"]
