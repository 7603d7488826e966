"""The share of children looked after in the year who were missing."""

from tests.metrics.asked import at, figures, same
from tests.metrics.missing.returns import EPISODES, MISSING


def test_of_children_looked_after_at_any_time_in_the_year_to_the_date():
    same(figures("missing_share", episodes=EPISODES, missing=MISSING), "numerator | denominator | value\n2 | 4 | 50")


def test_a_date_alone_still_looks_back_a_year():
    found = figures("missing_share", when=at("2025-03-31"), episodes=EPISODES, missing=MISSING)
    same(found, "numerator | denominator\n2 | 4")


def test_nobody_went_missing():
    same(figures("missing_share", episodes=EPISODES), "numerator | denominator | value\n0 | 4 | 0")
