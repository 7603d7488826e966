"""The share of children due a score who have one."""

from tests.metrics.asked import figures, same

EPISODES = """
    child | birth_month | started    | care_started
    1     | 2015-06-01  | 2024-04-01 | 2024-04-01
    2     | 2015-06-01  | 2024-04-02 | 2024-04-02
    3     | 2015-06-01  | 2025-01-01 | 2020-01-01
    4     | 2021-06-01  | 2022-01-01 | 2022-01-01
    5     | 2010-06-01  | 2022-01-01 | 2022-01-01
"""
"""On 31 March 2025 children 1, 3 and 5 are due a score: 2 is a day short of a year in care, 4 is three years old."""


def test_a_score_in_the_twelve_months_counts():
    strengths = """
        child | date       | sdq_score
        1     | 2025-03-31 | 10
        2     | 2025-03-31 | 10
        3     | 2024-03-31 | 10
        4     | 2025-03-31 | 10
    """
    same(figures("sdq_coverage", episodes=EPISODES, strengths=strengths), "numerator | denominator\n1 | 3")


def test_no_scores_at_all():
    same(figures("sdq_coverage", episodes=EPISODES), "numerator | denominator | value\n0 | 3 | 0")


def test_who_may_have_been_in_care_for_a_year_is_left_out_and_told():
    rows = [f"{child} | 2015-06-01 | 2020-01-01 | 2020-01-01 | false" for child in range(1, 20)]
    older = "20 | 2015-06-01 | 2025-01-01 | 2025-01-01 | true"
    header = "child | birth_month | started | care_started | is_care_older"
    found = figures("sdq_coverage", episodes="\n".join([header, *rows, older]))
    same(found, "denominator | value | mark\n19 | 0 | [p]")
    found = figures("sdq_coverage", episodes="\n".join([header, *rows[:10], older]))
    same(found, "denominator | value | mark\n | | [x]")


def test_a_child_whose_age_is_not_known_is_left_out_and_told():
    known = [f"{child} | 2015-06-01 | 2020-01-01" for child in range(1, 20)]
    header = "child | birth_month | care_started"
    found = figures("sdq_coverage", episodes="\n".join([header, *known, "20 | | 2020-01-01"]))
    same(found, "denominator | mark\n19 | [p]")
