"""Text, the identifiers in it, and postcodes."""

from typing import Final

import polars as pl

from loaders.kinds.kind import Kind

LONGEST_TEXT: Final = 500
LONGEST_IDENTIFIER: Final = 40

POSTCODE: Final = r"^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$"
SECTOR: Final = r"^([A-Z]{1,2}[0-9][A-Z0-9]?) ([0-9])$"


def _read_text(cells: pl.Series) -> pl.Series:
    tidy = cells.str.replace_all(r"\s+", " ")
    return tidy.set((tidy.str.len_chars() > LONGEST_TEXT).fill_null(value=False), None)


def _without_point_nought(cells: pl.Series) -> pl.Series:
    """Undo what a spreadsheet does to a number that is a name: 1042.0 is 1042."""
    numbers = cells.str.ends_with(".0")
    return cells.zip_with(~numbers.fill_null(value=False), cells.str.strip_suffix(".0")) if numbers.any() else cells


def _read_identifier(cells: pl.Series) -> pl.Series:
    tidy = _without_point_nought(cells).str.to_uppercase()
    return tidy.set((tidy.str.len_chars() > LONGEST_IDENTIFIER).fill_null(value=False), None)


def _read_postcode(cells: pl.Series) -> pl.Series:
    """Read a postcode as "W3 8AB", or a sector that was cut before it came to us as "W3 8"."""
    upper = cells.str.to_uppercase()
    joined = upper.str.replace_all(" ", "", literal=True)
    whole = joined.str.slice(0, joined.str.len_chars() - 3) + " " + joined.str.tail(3)
    values = whole.set(~joined.str.contains(POSTCODE).fill_null(value=False), None)
    return values.zip_with(~upper.str.contains(SECTOR).fill_null(value=False), upper)


text: Final = Kind("text", f"text of at most {LONGEST_TEXT} letters", _read_text)
child: Final = Kind("child", f"the child's identifier, at most {LONGEST_IDENTIFIER} letters", _read_identifier)
urn: Final = Kind("URN", "an Ofsted URN such as SC012345 or 1234567", _read_identifier)
postcode: Final = Kind("postcode", "a postcode such as W3 8AB", _read_postcode)
