"""What one provider's like care differs by between boroughs."""

from tests.metrics.asked import at, figures, same
from tests.metrics.cost.like_care import LIKE_CARE

DAY = at("2025-03-31")


def test_each_kind_of_like_care_counts_once():
    # Acorn 1,500 - 1,100 = 400; Birch 5,100 - 5,000 = 100.
    same(figures("same_provider_spread", when=DAY, costs=LIKE_CARE), "numerator | denominator | value\n500 | 2 | 250")


def test_a_borough_has_the_mean_of_the_kinds_it_buys():
    same(
        figures("same_provider_spread", when=DAY, by=("borough",), costs=LIKE_CARE),
        """
        borough | denominator | value
        Brent   | 2           | 250
        Ealing  | 1           | 400
        Harrow  | 1           | 100
        """,
    )


def test_a_borough_is_compared_with_those_filtered_out():
    only_brent = figures("same_provider_spread", when=DAY, where={"borough": ("Brent",)}, costs=LIKE_CARE)
    same(only_brent, "value\n250")


def test_by_provider():
    same(
        figures("same_provider_spread", when=DAY, by=("provider",), costs=LIKE_CARE),
        """
        provider | value
        Acorn    | 400
        Birch    | 100
        """,
    )
