"""Missing incidents per child who went missing, as the SSDA903 return has them."""

from tests.metrics.asked import figures, same
from tests.metrics.missing.returns import EPISODES, MISSING


def test_incidents_of_the_year_over_the_children_who_had_one():
    found = figures("missing_incidents_per_child", episodes=EPISODES, missing=MISSING)
    same(found, "numerator | denominator | value | n\n3 | 2 | 1.5 | 2")


def test_nobody_went_missing():
    same(figures("missing_incidents_per_child", episodes=EPISODES), "denominator | value | mark\n0 | | [z]")
