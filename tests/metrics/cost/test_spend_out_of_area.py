"""The share of spend on placements outside the borough."""

from tests.metrics.asked import figures, same


def test_an_unknown_area_counts_below_the_line_only():
    costs = """
        child | placement_type | started    | ended      | weekly_cost | is_out_of_area
        1     | IFA foster     | 2024-04-01 | 2024-04-08 | 600         | true
        2     | IFA foster     | 2024-04-01 | 2024-04-08 | 300         | false
        3     | IFA foster     | 2024-04-01 | 2024-04-08 | 100         |
    """
    same(
        figures("spend_out_of_area", costs=costs),
        """
        numerator | denominator | value
        600       | 1000        | 60
        """,
    )
