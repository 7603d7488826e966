"""What incidents cost the police."""

from tests.metrics.asked import figures, same
from tests.metrics.missing.incidents_of_a_year import INCIDENTS


def test_a_thousand_pounds_an_incident():
    same(
        figures("missing_police_cost", by=("borough",), incidents=INCIDENTS),
        """
        borough | value
        Brent   | 6000
        Ealing  | 1000
        """,
    )
