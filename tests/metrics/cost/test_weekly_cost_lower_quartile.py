"""Lower weekly cost of placements open at a date."""

from tests.metrics.asked import at, figures, same


def test_placements_with_a_price_at_the_date():
    costs = """
        child | placement_type  | started    | ended      | weekly_cost
        1     | IFA foster      | 2023-01-01 |            | 100
        2     | IFA foster      | 2023-01-01 | 2025-04-01 | 200
        3     | Children's home | 2025-03-31 |            | 300
        4     | Children's home | 2024-01-01 |            | 400
        5     | Children's home | 2025-04-01 |            | 9000
        6     | Children's home | 2024-01-01 | 2025-03-31 | 9000
        7     |                 | 2024-01-01 |            | 9000
    """
    same(
        figures("weekly_cost_lower_quartile", when=at("2025-03-31"), costs=costs),
        """
        denominator | value | n
        4           | 175   | 4
        """,
    )


def test_without_a_price_there_is_none():
    same(
        figures("weekly_cost_lower_quartile", when=at("2025-03-31")),
        """
        denominator | value | mark | n
        0           |       | [z]  | 0
        """,
    )
