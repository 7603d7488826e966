"""The share of assessed children with high or very high need."""

from tests.metrics.asked import at, figures, same
from tests.metrics.needs.assessed import ASSESSMENTS, EPISODES


def test_high_and_very_high_together():
    found = figures("high_need_share", when=at("2025-03-31"), episodes=EPISODES, assessments=ASSESSMENTS)
    same(found, "numerator | denominator | value\n1 | 2 | 50")
    later = figures("high_need_share", when=at("2025-04-01"), episodes=EPISODES, assessments=ASSESSMENTS)
    same(later, "numerator | denominator\n3 | 3")
