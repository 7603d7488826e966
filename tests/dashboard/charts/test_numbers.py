"""Numbers as people read them."""

from datetime import date

import pytest

from dashboard.charts.numbers import day, month, pounds, signed, written
from metrics import Unit


@pytest.mark.parametrize(
    ("value", "unit", "mark", "n", "expected"),
    [
        (64.24, Unit.PERCENT, None, 296, "64%"),
        (64.24, Unit.PERCENT, None, 12_000, "64.2%"),
        (64.24, Unit.PERCENT, "[u]", 4, "64% [u]"),
        (None, Unit.PERCENT, "[c]", None, "[c]"),
        (None, Unit.PERCENT, None, None, "[x]"),
        (1204.5, Unit.POUNDS_A_WEEK, None, 30, "£1,204"),
        (1_900_400.0, Unit.CHILDREN, None, None, "1,900,400"),
        (38.62, Unit.PER_10000, None, 261, "38.6"),
        (19.36, Unit.MILES, None, 200, "19.4"),
    ],
)
def test_values_are_written_no_finer_than_they_are(value, unit, mark, n, expected):
    assert written(value, unit, mark, n) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [(950.0, "£950"), (-950.0, "-£950"), (1_250_000.0, "£1.2m"), (-8_700_000.0, "-£8.7m")]
)
def test_pounds(value: float, expected: str):
    assert pounds(value) == expected


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [(404.0, Unit.POUNDS_A_WEEK, "+£404"), (-1.2, Unit.PER_10000, "-1.2"), (-0.03, Unit.PER_10000, "0.0")],
)
def test_a_difference_has_a_sign_unless_it_rounds_to_nothing(value: float, unit: Unit, expected: str):
    assert signed(value, unit) == expected


def test_days_and_months():
    assert day(date(2026, 9, 30)) == "30 September 2026"
    assert month(date(2026, 9, 30)) == "Sep 2026"
