"""The mean strengths and difficulties score."""

from metrics import When
from tests.metrics.asked import figures, same
from tests.metrics.needs.scored import STRENGTHS


def test_the_latest_score_in_the_year_of_children_due_one():
    same(figures("sdq_mean", strengths=STRENGTHS), "numerator | denominator | value\n56 | 4 | 14")


def test_the_year_before_has_its_own_score():
    same(figures("sdq_mean", when=When.return_year(2024), strengths=STRENGTHS), "numerator | denominator\n30 | 1")


def test_each_month_looks_back_a_year():
    months = figures("sdq_mean", by=("month",), strengths=STRENGTHS)
    assert months["denominator"].to_list() == [1.0] * 11 + [4.0]
