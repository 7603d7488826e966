"""How far a child's need has travelled since the first assessment."""

from tests.metrics.asked import at, figures, same
from tests.metrics.needs.assessed import ASSESSMENTS, EPISODES


def test_only_children_assessed_twice_by_the_date():
    found = figures("need_change", when=at("2025-03-31"), episodes=EPISODES, assessments=ASSESSMENTS)
    same(found, "numerator | denominator | value\n-6 | 1 | -6")


def test_the_latest_is_set_against_the_first_and_not_the_one_before():
    found = figures("need_change", when=at("2025-04-01"), episodes=EPISODES, assessments=ASSESSMENTS)
    same(found, "numerator | denominator\n40 | 1")


def test_one_assessment_is_no_change():
    found = figures("need_change", when=at("2023-12-31"), episodes=EPISODES, assessments=ASSESSMENTS)
    same(found, "denominator | value | mark\n0 | | [z]")
