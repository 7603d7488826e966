"""What the service costs for each incident."""

from tests.metrics.asked import figures, same
from tests.metrics.missing.incidents_of_a_year import INCIDENTS, SERVICES


def test_a_borough_without_a_service_is_left_out_and_not_nought():
    found = figures("cost_per_incident", incidents=INCIDENTS, services=SERVICES)
    same(found.with_columns(found["value"].round(4)), "denominator | value | n\n6 | 3000 | 4")


def test_no_service_at_all():
    same(figures("cost_per_incident", incidents=INCIDENTS), "denominator | value | mark\n0 | | [z]")
