"""How many figures are shown and hidden."""

import polars as pl

from dashboard.pages.event.suppression_counts import Cells, of_frame, of_rows, of_words
from tests.table import table

ROWS = """
series | value | mark
Brent  | 12    |
Ealing |       | [c]
Harrow |       | [z]
"""


def test_a_mark_that_hides_is_a_hidden_figure_and_one_that_does_not_is_none():
    assert of_frame(table(ROWS)) == Cells(1, 1)


def test_what_stands_beside_in_a_chart_counts_too():
    assert of_rows(table(ROWS), {"before": table(ROWS), "centre": 3.0}) == Cells(2, 2)
    assert of_rows(pl.DataFrame({"label": ["a"]}), {}) == Cells()


def test_words_are_counted():
    assert of_words(["12%", "[c]", "[z]", "", "£1,204"]) == Cells(2, 1)


def test_the_share_is_of_all():
    assert (Cells(9, 1) + Cells(0, 0)).share == 10
    assert Cells().share == 0
