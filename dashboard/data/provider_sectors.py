"""Whose prices are negotiated, and what stands for a provider in the data and is none."""

from typing import Final

from dashboard.filters.selection import Selection

BOUGHT: Final = ("Private", "Voluntary")
"""The sectors whose prices are negotiated."""


NOBODY: Final = ("Not recorded", "Parents")
"""Stand for a provider in the data and are none."""


def bought(chosen: Selection) -> dict[str, tuple[str, ...]]:
    """Give the filters, kept to providers whose prices are negotiated unless the reader chose sectors."""
    return {"provider_sector": BOUGHT} | chosen.where()
