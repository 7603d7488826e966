"""The assessment in force of children looked after."""

from metrics.periods import calendar
from metrics.populations.assessed import assessed_census, levelled_census, needs_census, scored_children, strengths
from tests.metrics.asked import YEAR, given, same
from tests.metrics.needs.assessed import ASSESSMENTS, EPISODES, SCORES

PERIODS = calendar(YEAR, None).lazy()


def test_one_assessment_a_child_the_latest_by_the_date():
    found = assessed_census(given(episodes=EPISODES, assessments=ASSESSMENTS), PERIODS).collect()
    same(
        found,
        """
        child | assessed   | need_score | need_level | first_score | first_assessed
        1     | 2024-02-01 | 14         | Medium     | 20          | 2023-02-01
        2     | 2025-03-31 | 30         | High       | 30          | 2025-03-31
        """,
    )


def test_its_indicators():
    found = needs_census(given(episodes=EPISODES, needs=SCORES), PERIODS).collect()
    same(
        found,
        """
        child | indicator       | score
        1     | Physical health | 1
        1     | Self-care       | 0
        2     | Physical health | 0
        2     | Self-care       | 3
        """,
    )


def test_a_child_without_an_assessment_has_that_for_a_level():
    found = levelled_census(given(episodes=EPISODES, assessments=ASSESSMENTS), PERIODS).collect()
    same(found, "child | need_level\n1 | Medium\n2 | High\n3 | Not assessed")
    assert found.schema["need_level"].categories[-1] == "Not assessed"


def test_the_latest_score_of_the_period_stands_for_the_child():
    text = "child | date | sdq_score\n1 | 2024-03-31 | 5\n1 | 2024-09-30 | 6\n1 | 2025-03-31 | 7\n2 | 2025-04-01 | 8"
    tables = given(strengths=text)
    same(strengths(tables, PERIODS).collect(), "child | sdq_score\n1 | 7")
    same(scored_children(tables, PERIODS).collect(), "child\n1")
