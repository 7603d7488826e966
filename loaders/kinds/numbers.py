"""Whole numbers and money."""

from typing import Final

import polars as pl

from loaders.kinds.kind import Kind, first_that_reads


def _plain_number(cells: pl.Series) -> pl.Series:
    """Read digits with a full stop; never "nan" or "inf", which some tools write for nothing."""
    numbers = cells.cast(pl.Float64, strict=False)
    return numbers.set(~numbers.is_finite(), None)


def _dressed_number(cells: pl.Series) -> pl.Series:
    """Read pounds, thousands commas and an accountant's brackets for less than nothing."""
    bare = cells.str.replace_all(r"(?i)(£|gbp|\s|,)", "")
    return _plain_number(bare.str.replace(r"^\((.*)\)$", "-$1"))


def read_number(cells: pl.Series) -> pl.Series:
    """Read a number, plain or with pounds and commas. A comma that does not part thousands is not guessed at."""
    grouped = cells.set(cells.str.contains(r",\d{1,2}(\D|$)|,\d{4}").fill_null(value=False), None)
    return first_that_reads(cells, [_plain_number, lambda left: _dressed_number(grouped)])


def _read_whole(cells: pl.Series) -> pl.Series:
    numbers = read_number(cells)
    return numbers.set(numbers != numbers.floor(), None).cast(pl.Int64, strict=False)


def whole(low: int | None = None, high: int | None = None) -> Kind:
    """Kind of a whole number, within limits where they are given."""

    def read(cells: pl.Series) -> pl.Series:
        numbers = _read_whole(cells)
        outside = pl.Series([False]).new_from_index(0, len(numbers))
        outside = outside if low is None else outside | (numbers < low)
        outside = outside if high is None else outside | (numbers > high)
        return numbers.set(outside.fill_null(value=False), None)

    limits = "" if low is None or high is None else f" from {low} to {high}"
    return Kind("whole number", f"a whole number{limits}", read)


money: Final = Kind("money", "an amount in pounds such as 1250.00", read_number)
