"""The mean score of a need."""

from tests.metrics.asked import at, figures, same
from tests.metrics.needs.assessed import EPISODES, SCORES

DAY = at("2025-03-31")


def test_scores_of_the_assessment_in_force():
    same(
        figures("need_score_mean", by=("indicator",), when=DAY, episodes=EPISODES, needs=SCORES),
        """
        indicator       | value | n
        Physical health | 0.5   | 2
        Self-care       | 1.5   | 2
        """,
    )


def test_by_where_the_child_lives_now():
    same(
        figures("need_score_mean", by=("placement_type",), when=DAY, episodes=EPISODES, needs=SCORES),
        """
        placement_type  | value
        IFA foster      | 0.5
        Children's home | 1.5
        """,
    )
