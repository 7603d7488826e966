"""How much of a year's prices lies above the median of like care."""

from tests.metrics.asked import at, figures, same
from tests.metrics.cost.like_care import LIKE_CARE

DAY = at("2025-03-31")


def test_only_what_is_above_the_median_comes_down():
    # Acorn's median is 1,200, Birch's 5,050: 300 a week of Ealing and 50 a week of Harrow, / 7 x 365.
    found = figures("levelling_to_median", when=DAY, by=("borough",), costs=LIKE_CARE)
    rounded = found.with_columns(found["value"].round(2))
    same(
        rounded,
        """
        borough | value    | n
        Brent   | 0        | 3
        Ealing  | 15642.86 | 1
        Harrow  | 2607.14  | 1
        """,
    )


def test_boroughs_that_are_filtered_out_still_set_the_median():
    ealing = figures("levelling_to_median", when=DAY, where={"borough": ("Ealing",)}, costs=LIKE_CARE)
    assert round(ealing["value"].item(), 2) == 15642.86
