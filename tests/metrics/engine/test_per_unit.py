"""What the rows of one unit amount to."""

import polars as pl

from metrics.engine.per_unit import OfEach, merged
from tests.metrics.asked import same
from tests.table import table

ROWS = table("""
    runner | cohort  | provider | spend
    1      | In care | Acorn    | 10
    1      | In care | Birch    | 20
    1      | At home |          | 5
    2      | At home |          | 1
""").lazy()


def test_a_unit_is_one_row_in_each_group_with_its_first_provider():
    of_each = OfEach(numerator=pl.col("spend").sum(), denominator=pl.len())
    same(
        merged(ROWS, of_each, "runner", ("cohort",)).collect(),
        """
        cohort  | runner | provider | numerator | denominator | n
        In care | 1      | Acorn    | 30        | 2           | 1
        At home | 1      |          | 5         | 1           | 1
        At home | 2      |          | 1         | 1           | 1
        """,
    )


def test_a_condition_counts_as_one_or_nought():
    of_each = OfEach(numerator=pl.len() > 2, denominator=pl.lit(1))
    same(merged(ROWS, of_each, "runner", ()).collect(), "runner | numerator | denominator\n1 | 1 | 1\n2 | 0 | 1")
