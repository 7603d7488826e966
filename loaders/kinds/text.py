"""Text, and postcodes."""

from typing import Final

import polars as pl

from loaders.kinds.kind import Kind, reading_by, usually

LONGEST_TEXT: Final = 500
ERROR: Final = r"^(#([A-Z/0]+[!?]?|GETTING_DATA|#+)|Err:\d{3})$"
"""What a spreadsheet shows in the place of a value that it cannot give."""

USUAL_POSTCODE: Final = r"^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$"
"""How nearly all are written: a cell of this style is taken as it stands."""
POSTCODE: Final = r"^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$"
SECTOR: Final = r"^([A-Z]{1,2}[0-9][A-Z0-9]?) ([0-9])$"


def _text(cell: pl.Expr) -> pl.Expr:
    spaced = cell.str.replace_all(r"\s+", " ")
    return pl.when((spaced.str.len_chars() <= LONGEST_TEXT) & ~spaced.str.contains(ERROR)).then(spaced)


def _postcode(cell: pl.Expr) -> pl.Expr:
    """Read a postcode as "W3 8AB", or a sector that was cut before it came to us as "W3 8"."""
    upper = cell.str.to_uppercase()
    joined = upper.str.replace_all(" ", "", literal=True)
    parted = joined.str.head(-3) + " " + joined.str.tail(3)
    return pl.when(joined.str.contains(POSTCODE)).then(parted).when(upper.str.contains(SECTOR)).then(upper)


text: Final = Kind("text", f"text of at most {LONGEST_TEXT} letters", reading_by(_text), first=_text)
postcode: Final = usually("postcode", "a postcode such as W3 8AB", USUAL_POSTCODE, _postcode)
