"""Ofsted's reference numbers as the SSDA903 guide writes them."""

from typing import Final

import polars as pl

from loaders import labels
from loaders.source import Check

WELL_FORMED: Final = rf"^(SC\d{{6}}|\d{{7}}|{labels.NOT_OFSTED})$"


def well_formed(header: str, name: str = "urn") -> Check:
    """Warn of a URN that cannot be one; it is kept as it stands, and is in no register."""
    message = (
        f"{header} is not a URN: SC and six digits, seven digits, or {labels.NOT_OFSTED} for a provider that Ofsted "
        "does not register. It was kept, and no provider can be found by it. Correct it."
    )
    return Check("odd-urn", header, message, pl.col(name).str.contains(WELL_FORMED), "warning")
