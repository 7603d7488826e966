"""The mean weighted need score."""

from tests.metrics.asked import at, figures, same
from tests.metrics.needs.assessed import ASSESSMENTS, EPISODES


def test_the_latest_assessment_by_the_date_of_children_looked_after_then():
    found = figures("weighted_need", when=at("2025-03-31"), episodes=EPISODES, assessments=ASSESSMENTS)
    same(found, "numerator | denominator | value | n\n44 | 2 | 22 | 2")


def test_an_assessment_is_in_force_from_its_own_day():
    found = figures("weighted_need", when=at("2025-03-30"), episodes=EPISODES, assessments=ASSESSMENTS)
    same(found, "numerator | denominator\n54 | 2")


def test_nobody_assessed_has_no_mean():
    same(figures("weighted_need", when=at("2025-03-31"), episodes=EPISODES), "value | mark\n | [z]")
