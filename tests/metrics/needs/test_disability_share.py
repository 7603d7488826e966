"""The share of children looked after because of a disability."""

from tests.metrics.asked import at, figures, same


def test_a_child_without_a_category_counts_below_the_line_only():
    episodes = """
        child | started    | category_of_need
        1     | 2024-01-01 | Child's disability
        2     | 2024-01-01 | Abuse or neglect
        3     | 2024-01-01 |
        4     | 2024-01-01 | Parental illness or disability
    """
    same(figures("disability_share", when=at("2025-03-31"), episodes=episodes), "numerator | denominator\n1 | 4")
