"""Whole numbers and money."""

from typing import Final

import polars as pl

from loaders.kinds.kind import Kind, first_that_reads, reading_by

ODD_COMMA: Final = r",\d{1,2}(\D|$)|,\d{4}"
"""A comma that does not part thousands."""


def _plain(cell: pl.Expr) -> pl.Expr:
    """Read digits with a full stop; never "nan" or "inf", which some tools write for nothing."""
    number = cell.cast(pl.Float64, strict=False)
    return pl.when(number.is_finite()).then(number)


def _dressed(cell: pl.Expr) -> pl.Expr:
    """Read pounds, thousands commas and an accountant's brackets; another comma is not guessed at."""
    bare = cell.str.replace_all(r"(?i)(£|gbp|\s|,)", "").str.replace(r"^\((.*)\)$", "-$1")
    return pl.when(~cell.str.contains(ODD_COMMA)).then(_plain(bare))


def read_number(cells: pl.Series) -> pl.Series:
    """Read a number, plain or with pounds and commas."""
    return first_that_reads(cells, [reading_by(_plain), reading_by(_dressed)])


def whole(low: int | None = None, high: int | None = None) -> Kind:
    """Kind of a whole number, within limits where they are given."""

    def within(number: pl.Expr) -> pl.Expr:
        good = number == number.floor()
        good = good if low is None else good & (number >= low)
        good = good if high is None else good & (number <= high)
        return pl.when(good).then(number).cast(pl.Int64, strict=False)

    def read(cells: pl.Series) -> pl.Series:
        return reading_by(within)(read_number(cells))

    def first(cell: pl.Expr) -> pl.Expr:
        return within(_plain(cell))

    limits = "" if low is None or high is None else f" from {low} to {high}"
    return Kind("whole number", f"a whole number{limits}", read, first=first)


money: Final = Kind("money", "an amount in pounds such as 1250.00", read_number, first=_plain)
