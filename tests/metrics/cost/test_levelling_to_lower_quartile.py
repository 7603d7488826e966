"""How much of a year's prices lies above the lower quartile of like care."""

from tests.metrics.asked import at, figures, same
from tests.metrics.cost.like_care import LIKE_CARE


def test_only_what_is_above_the_lower_quartile_comes_down():
    # Acorn's lower quartile is 1,100, Birch's 5,025: 100 + 0 of Brent, 400 of Ealing, 75 of Harrow, / 7 x 365.
    found = figures("levelling_to_lower_quartile", when=at("2025-03-31"), by=("borough",), costs=LIKE_CARE)
    same(
        found.with_columns(found["value"].round(2)),
        """
        borough | value
        Brent   | 5214.29
        Ealing  | 20857.14
        Harrow  | 3910.71
        """,
    )
