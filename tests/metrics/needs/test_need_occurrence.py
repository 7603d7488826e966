"""The share of assessed children who have a need."""

from tests.metrics.asked import at, figures, same
from tests.metrics.needs.assessed import EPISODES, SCORES

DAY = at("2025-03-31")


def test_a_score_of_some_is_a_need_in_the_assessment_in_force():
    same(
        figures("need_occurrence", by=("indicator",), when=DAY, episodes=EPISODES, needs=SCORES),
        """
        indicator       | numerator | denominator | value | n
        Physical health | 1         | 2           | 50    | 2
        Self-care       | 1         | 2           | 50    | 2
        """,
    )


def test_over_all_indicators_each_child_counts_once_in_n():
    found = figures("need_occurrence", when=DAY, episodes=EPISODES, needs=SCORES)
    same(found, "numerator | denominator | n\n2 | 4 | 2")
