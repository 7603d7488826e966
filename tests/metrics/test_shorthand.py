"""Every symbol that a publication may hold has a mark of ours."""

import polars as pl

from loaders.published.figure import SYMBOLS
from metrics.shorthand import MARKS, published_mark


def test_each_symbol_that_gets_in_has_its_mark():
    assert set(SYMBOLS.values()) == set(MARKS)


def test_symbols_become_marks_and_nothing_stays_nothing():
    symbols = pl.Series(["c", "x", "z", "k", "low", "u", "-", ":", "..", "*", None])
    marks = pl.select(published_mark(pl.lit(symbols))).to_series().to_list()
    assert marks == ["[c]", "[x]", "[z]", "[low]", "[low]", "[u]", "[x]", "[x]", "[x]", "[c]", None]
