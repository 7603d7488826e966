"""What incidents cost the service and the police together."""

from tests.metrics.asked import figures, same
from tests.metrics.missing.incidents_of_a_year import INCIDENTS, SERVICES


def test_a_borough_without_a_service_has_the_cost_to_the_police():
    found = figures("missing_total_cost", by=("borough",), incidents=INCIDENTS, services=SERVICES)
    same(found.with_columns(found["value"].round(4)), "borough | value\nBrent | 24000\nEaling | 1000")
