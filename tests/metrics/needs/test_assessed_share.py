"""The share of children looked after whose needs are assessed."""

from tests.metrics.asked import at, figures, same
from tests.metrics.needs.assessed import ASSESSMENTS, EPISODES


def test_an_assessment_on_the_day_counts_and_one_after_it_does_not():
    found = figures("assessed_share", when=at("2025-03-31"), episodes=EPISODES, assessments=ASSESSMENTS)
    same(found, "numerator | denominator\n2 | 3")


def test_without_any_assessment_it_is_nought():
    same(
        figures("assessed_share", when=at("2025-03-31"), episodes=EPISODES),
        "numerator | denominator | value\n0 | 3 | 0",
    )
