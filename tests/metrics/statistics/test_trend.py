"""The five-point trend: published series with the trend that Fingertips shows for them, and each clause of the test."""

import numpy as np
import pytest
from scipy import optimize, stats

from metrics.statistics.trend import CHI_SQUARED, Point, Trend, _line, recent_trend
from tests.table import table

DIABETES = """
    year | value  | lower  | upper
    2020 | 7.0826 | 7.0754 | 7.0940
    2021 | 7.1085 | 7.1013 | 7.1199
    2022 | 7.2571 | 7.2499 | 7.2684
    2023 | 7.4528 | 7.4456 | 7.4643
    2024 | 7.6554 | 7.6481 | 7.6669
"""
"""Indicator 241, diabetes prevalence (QOF), England, %."""

VACCINATION = """
    year | value   | lower   | upper
    2020 | 92.6254 | 92.4168 | 92.8288
    2021 | 92.3221 | 92.1072 | 92.5315
    2022 | 90.8708 | 90.6358 | 91.1004
    2023 | 90.0170 | 89.7694 | 90.2594
    2024 | 90.1013 | 89.8578 | 90.3396
"""
"""Indicator 30309, MMR for one dose at 2 years, Yorkshire and the Humber, %."""

SIGHT_LOSS = """
    year | value   | lower  | upper
    2020 | 2.9350  | 2.7841 | 3.0919
    2021 | 1.93028 | 1.8085 | 2.0580
    2022 | 2.7567  | 2.6113 | 2.9082
    2023 | 2.8701  | 2.7225 | 3.0237
    2024 | 3.0121  | 2.8616 | 3.1683
"""
"""Indicator 41203, preventable sight loss from diabetic eye disease, England, per 100,000."""


def points(text: str) -> list[Point]:
    return [Point(row["value"], row["lower"], row["upper"]) for row in table(text).iter_rows(named=True)]


def steady(*values: float | None, half: float = 1.0) -> list[Point]:
    return [Point(None, None, None) if value is None else Point(value, value - half, value + half) for value in values]


@pytest.mark.parametrize(
    ("text", "trend"),
    [(DIABETES, Trend.INCREASING), (VACCINATION, Trend.DECREASING), (SIGHT_LOSS, Trend.INCREASING)],
)
def test_as_fingertips_shows_it(text: str, trend: Trend) -> None:
    """Figures and trends from the tests of Fingertips itself: dhsc-govuk/FingertipsNext, TrendMarkerCalculatorTests."""
    assert recent_trend(points(text)) is trend


def test_the_critical_value_is_99_point_8_percent_of_chi_squared() -> None:
    assert pytest.approx(stats.chi2.isf(0.002, 1), abs=5e-5) == CHI_SQUARED


def test_the_line_is_scipys_weighted_fit() -> None:
    rows = [(1.0, 10.0, 4.0), (2.0, 12.5, 1.0), (3.0, 11.0, 2.0), (4.0, 15.0, 3.0), (5.0, 14.0, 0.5)]
    place, value, weight = (np.array(column) for column in zip(*rows, strict=True))
    fit, covariance = optimize.curve_fit(
        lambda x, slope, start: start + slope * x, place, value, sigma=weight**-0.5, absolute_sigma=True
    )
    assert _line(rows) == pytest.approx((fit[0], covariance[0, 0] ** 0.5), rel=1e-6)


def test_a_slope_within_chance_is_no_change() -> None:
    assert recent_trend(steady(10, 10.2, 10.1, 10.4, 10.3)) is Trend.NONE


def test_a_slope_that_rests_on_one_point_is_no_change() -> None:
    assert recent_trend(steady(10, 10, 10, 10, 20)) is not Trend.NONE
    assert recent_trend(steady(10.4, 10.2, 10, 9.8, 20)) is Trend.NONE


def test_fewer_than_five_points_cannot_be_judged() -> None:
    assert recent_trend(steady(10, 20, 30, 40)) is Trend.UNKNOWN


def test_a_hidden_point_is_skipped_and_an_earlier_one_taken() -> None:
    assert recent_trend(steady(10, 20, None, 30, 40, 50)) is Trend.INCREASING
    assert recent_trend(steady(20, None, 30, 40, 50)) is Trend.UNKNOWN


def test_only_the_latest_five_count() -> None:
    assert recent_trend(steady(90, 80, 70, 10, 20, 30, 40, 50)) is Trend.INCREASING


def test_a_point_without_an_interval_is_not_known() -> None:
    assert recent_trend([*steady(10, 20, 30, 40), Point(50.0, None, None)]) is Trend.UNKNOWN


def test_a_level_line_has_no_direction() -> None:
    assert recent_trend(steady(10, 10, 10, 10, 10)) is Trend.NONE
    assert [trend.direction for trend in (Trend.INCREASING, Trend.DECREASING, Trend.NONE)] == [1, -1, 0]
