"""Young people with more than eight incidents."""

from tests.metrics.asked import figures, same


def _times(child: str, times: int, cohort: str = "In care") -> str:
    return "".join(f"{child} | 2024-06-{day:02} | {cohort}\n" for day in range(1, times + 1))


HEAD = "child | date | cohort\n"


def test_eight_is_not_more_than_eight():
    same(figures("repeat_runners", incidents=HEAD + _times("1", 8) + _times("2", 9)), "value | n\n1 | 2")


def test_incidents_of_two_cohorts_add_up_in_total_only():
    both = HEAD + _times("1", 5) + _times("1", 4, "At home")
    same(figures("repeat_runners", incidents=both), "value\n1")
    same(figures("repeat_runners", by=("cohort",), incidents=both), "cohort | value\nIn care | 0\nAt home | 0")


def test_incidents_without_detail_are_not_one_young_person():
    same(figures("repeat_runners", incidents=HEAD + _times("", 9)), "value | n\n0 | 9")
