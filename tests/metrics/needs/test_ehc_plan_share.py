"""The share of children with an EHC plan."""

from tests.metrics.asked import at, figures, same


def test_children_of_whom_it_is_not_known_are_left_out():
    episodes = """
        child | started    | has_ehc_plan
        1     | 2024-01-01 | true
        2     | 2024-01-01 | false
        3     | 2024-01-01 |
    """
    same(figures("ehc_plan_share", when=at("2025-03-31"), episodes=episodes), "numerator | denominator | n\n1 | 2 | 2")
