"""A borough's share with the ages of all boroughs together, and in words."""

import pytest

from dashboard.pages.missing.age_standardised import standardised_to
from dashboard.pages.missing.shares import ages_note as with_ages_of_all
from metrics import Unit
from metrics.statistics.standardised_rate import Standardised
from tests.table import table

EVERYONE = "age_band | numerator | denominator\n10 to 15 | 40 | 800\n16 and over | 80 | 400\n | 0 | 0"


def test_a_borough_of_older_children_is_seen_with_the_ages_of_all() -> None:
    """A tenth of 50 and a quarter of 150 are 21%; with two younger to each older, 15%."""
    mine = table("age_band | numerator | denominator\n10 to 15 | 5 | 50\n16 and over | 37.5 | 150")
    found = standardised_to(table(EVERYONE), mine, 100)
    assert found is not None
    assert found.value == pytest.approx(15)


@pytest.mark.parametrize("hidden", ["16 and over |  | ", "16 and over | 3 | 150"])
def test_nothing_is_said_of_hidden_ages_or_of_few(hidden: str) -> None:
    mine = table(f"age_band | numerator | denominator\n10 to 15 | 5 | 50\n{hidden}")
    assert standardised_to(table(EVERYONE), mine, 100) is None


def test_nothing_is_said_where_the_ages_of_all_are_hidden() -> None:
    mine = table("age_band | numerator | denominator\n10 to 15 | 50 | 500\n16 and over | 30 | 150")
    assert standardised_to(table(EVERYONE.replace("80 | 400", " | ")), mine, 100) is None


def test_it_is_said_with_its_range() -> None:
    said = with_ages_of_all("Brent", Standardised(15.2, 11.4, 20.1), Unit.PERCENT)
    assert said == "With the ages of all boroughs together, Brent's would be 15% (11% to 20%)."
    assert with_ages_of_all("Brent", None, Unit.PERCENT) == ""
