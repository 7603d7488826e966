"""What a year would cost at a date's prices."""

from tests.metrics.asked import at, figures, same


def test_every_price_in_force_lasts_a_year_of_365_days():
    costs = """
        child | placement_type | started    | ended      | weekly_cost
        1     | IFA foster     | 2020-01-01 |            | 70
        2     | IFA foster     | 2024-02-29 |            | 7
        3     | IFA foster     | 2020-01-01 | 2024-02-29 | 700
    """
    same(figures("annualised_spend", when=at("2024-02-29"), costs=costs), "value | n\n4015 | 2")
