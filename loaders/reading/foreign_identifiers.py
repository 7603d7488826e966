"""Identifiers that begin with another borough's code: the row is counted for the one that handed it in, and told."""

from functools import lru_cache
from typing import Final

from loaders.authorities import Authority, authorities
from loaders.reading.row_batch import Tray

ADVICE: Final = {
    "other-code": "Check whose child it is. If it is the other borough's, take the row out and upload the file again."
}
TOLD: Final = (
    "The identifier begins with {code}, the code of {name}, but the file is of {own}, for which it is counted."
)


def note_others_children(tray: Tray, borough: Authority | None) -> None:
    """Name the rows whose child's identifier begins with the letters of another borough, such as EAL-1042."""
    if borough is None or "child" not in tray.frame.columns:
        return
    child = tray.frame["child"]
    # digits sort before letters, so the last identifier tells whether any begins with one
    if (last := child.max()) is None or str(last) < "A":
        return
    code = child.str.extract(_others(borough.code))
    for other in code.drop_nulls().unique().sort():
        message = TOLD.format(code=other, name=_by_code()[other], own=borough.name)
        tray.note((code == other).fill_null(value=False), None, "other-code", "warning", message)


@lru_cache(maxsize=200)
def _others(own: str) -> str:
    return rf"^({'|'.join(code for code in _by_code() if code != own)})[-_/]"


@lru_cache(maxsize=1)
def _by_code() -> dict[str, str]:
    """Names of the boroughs whose code is letters, by it."""
    return {each.code: each.name for each in authorities() if each.code.isalpha()}
