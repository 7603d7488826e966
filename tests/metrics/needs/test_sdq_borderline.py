"""The share of scores that are borderline."""

from tests.metrics.asked import figures, same
from tests.metrics.needs.scored import STRENGTHS


def test_one_of_the_four_children_due_a_score():
    same(figures("sdq_borderline", strengths=STRENGTHS), "numerator | denominator | value\n1 | 4 | 25")
