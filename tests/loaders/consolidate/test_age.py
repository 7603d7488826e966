"""Months of birth: 29 February is kept, and is the same month as any other day of it."""

from datetime import date

import polars as pl
import pytest

from loaders.consolidate.age import month_of_age
from loaders.consolidate.breaches import breaches
from loaders.consolidate.events import incidents
from loaders.consolidate.schema import complete
from loaders.consolidated import Loaded
from loaders.tables import Children, Incidents
from tests.table import table


@pytest.mark.parametrize(
    ("born", "of_age"),
    [
        (date(2008, 2, 29), date(2026, 3, 1)),
        (date(2008, 2, 1), date(2026, 2, 1)),
        (date(2008, 12, 1), date(2026, 12, 1)),
    ],
)
def test_whoever_was_born_on_the_leap_day_comes_of_age_in_march(born: date, of_age: date):
    assert pl.DataFrame({"birth_month": [born]}).select(month_of_age()).item() == of_age


def test_a_leap_day_is_the_same_month_of_birth_as_february():
    children = """
        row | child | return_year | birth_month
        2   | B-1   | 2024        | 2008-02-01
        3   | B-1   | 2025        | 2008-02-29
        4   | B-2   | 2024        | 2008-02-29
        5   | B-2   | 2025        | 2008-03-01
    """
    found = breaches(complete({"children": table(children, like=Children)}), Loaded.create_empty())
    assert found.filter(code="dfe-203")["row"].to_list() == [5]


def test_an_incident_of_an_unknown_child_that_two_returns_carry_counts_once():
    rows = """
        borough | return_year | child | cohort  | started    | birth_month
        Brent   | 2024        |       | In care | 2024-03-30 | 2008-02-01
        Brent   | 2025        |       | In care | 2024-03-30 | 2008-02-29
    """
    assert incidents(table(rows, like=Incidents)).height == 1
