"""What is of a part of the month, or of the boroughs, is no change."""

from datetime import date

from dashboard.data.comparisons import Estimate
from dashboard.data.control_limits import controlled
from dashboard.data.settled_months import settled, settled_run
from dashboard.insights.variation import NOT_SETTLED, variation
from metrics import METRICS
from tests.table import table

MONTHS = """
    month      | value | mark
    2026-01-31 | 10    |
    2026-02-28 | 12    | [u]
    2026-03-31 |       | [c]
    2026-04-30 | 2     | [p]
"""


def test_provisional_months_are_left_out_and_limits_do_not_rest_on_them():
    months = table(MONTHS)
    assert settled(months)["value"].to_list() == [10, 12]
    limits = controlled(months)
    assert limits["mean"].to_list() == [11] * 4
    assert limits["value"].to_list() == [10, 12, None, 2]


def test_where_every_month_is_provisional_none_is_set_beside_another():
    months = table("month | value | mark\n2026-01-31 | 10 | [p]\n2026-02-28 | 12 | [p]\n2026-03-31 | | [x]")
    assert settled(months).is_empty()


def test_the_variation_of_a_last_month_that_is_provisional_is_not_judged():
    whole = [
        (date(2025, month, 28), Estimate("Brent", 10.0 + month % 2, None, None, 10, None)) for month in range(1, 13)
    ]
    run = [*whole, (date(2026, 1, 31), Estimate("Brent", 2.0, None, None, 2, "[p]"))]
    assert settled_run(run) == whole
    assert variation(METRICS["started"], run) == NOT_SETTLED
