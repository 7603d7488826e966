"""Numbers as people read them."""

from datetime import date

import pytest

from dashboard.charts.number_format import apart, day, month, pounds, signed, written
from metrics import Unit


@pytest.mark.parametrize(
    ("value", "unit", "mark", "expected"),
    [
        (64.24, Unit.PERCENT, None, "64%"),
        (64.24, Unit.PERCENT, "[u]", "64% [u]"),
        (None, Unit.PERCENT, "[c]", "[c]"),
        (None, Unit.PERCENT, None, "[x]"),
        (1204.5, Unit.POUNDS_A_WEEK, None, "£1,204"),
        (1_900_400.0, Unit.CHILDREN, None, "1,900,400"),
        (38.62, Unit.PER_10000, None, "38.6"),
        (19.36, Unit.MILES, None, "19.4"),
    ],
)
def test_values_are_written_no_finer_than_they_are(value, unit, mark, expected):
    assert written(value, unit, mark) == expected


@pytest.mark.parametrize(
    ("later", "earlier", "unit", "difference"),
    [
        (67.4, 64.5, Unit.PERCENT, 3.0),
        (66.6, 64.4, Unit.PERCENT, 3.0),
        (12.4, 11.6, Unit.PERCENT, 0.0),
        (177_144_459.0, 166_241_857.0, Unit.POUNDS, 10_900_000.0),
        (1_234_567.0, 950_000.4, Unit.POUNDS, 250_000.0),
        (1821.3, 1663.8, Unit.POUNDS_A_WEEK, 157.0),
        (42.06, 41.94, Unit.PER_10000, 0.2),
    ],
)
def test_differences_are_of_what_is_shown(later: float, earlier: float, unit: Unit, difference: float):
    assert apart(later, earlier, unit) == pytest.approx(difference)


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
