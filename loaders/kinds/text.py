"""Text, the identifiers in it, and postcodes."""

from typing import Final

import polars as pl

from loaders.kinds.kind import Express, Kind, first_that_reads, reading_by

LONGEST_TEXT: Final = 500
LONGEST_IDENTIFIER: Final = 40

USUAL_IDENTIFIER: Final = rf"^[0-9A-Z]{{1,{LONGEST_IDENTIFIER}}}$"
USUAL_POSTCODE: Final = r"^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$"
"""How nearly all are written: a cell of this style is taken as it stands."""
POSTCODE: Final = r"^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$"
SECTOR: Final = r"^([A-Z]{1,2}[0-9][A-Z0-9]?) ([0-9])$"


def _no_longer_than(value: pl.Expr, letters: int) -> pl.Expr:
    return pl.when(value.str.len_chars() <= letters).then(value)


def _text(cell: pl.Expr) -> pl.Expr:
    return _no_longer_than(cell.str.replace_all(r"\s+", " "), LONGEST_TEXT)


def _identifier(cell: pl.Expr) -> pl.Expr:
    """Undo what a spreadsheet does to a number that is a name: 1042.0 is 1042."""
    return _no_longer_than(cell.str.strip_suffix(".0").str.to_uppercase(), LONGEST_IDENTIFIER)


def _postcode(cell: pl.Expr) -> pl.Expr:
    """Read a postcode as "W3 8AB", or a sector that was cut before it came to us as "W3 8"."""
    upper = cell.str.to_uppercase()
    joined = upper.str.replace_all(" ", "", literal=True)
    parted = joined.str.head(-3) + " " + joined.str.tail(3)
    return pl.when(joined.str.contains(POSTCODE)).then(parted).when(upper.str.contains(SECTOR)).then(upper)


def _usually(name: str, wants: str, style: str, other: Express) -> Kind:
    """Kind of a cell that is taken as it stands where it is of the style, and read in another way where it is not."""

    def usual(cell: pl.Expr) -> pl.Expr:
        return pl.when(cell.str.contains(style)).then(cell)

    def read(cells: pl.Series) -> pl.Series:
        return first_that_reads(cells, [reading_by(usual), reading_by(other)])

    return Kind(name, wants, read, first=usual)


text: Final = Kind("text", f"text of at most {LONGEST_TEXT} letters", reading_by(_text), first=_text)
child: Final = _usually(
    "child", f"the child's identifier, at most {LONGEST_IDENTIFIER} letters", USUAL_IDENTIFIER, _identifier
)
urn: Final = _usually("URN", "an Ofsted URN such as SC012345 or 1234567", USUAL_IDENTIFIER, _identifier)
postcode: Final = _usually("postcode", "a postcode such as W3 8AB", USUAL_POSTCODE, _postcode)
