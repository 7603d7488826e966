"""Breaks in series: known by metric, and nothing runs across one."""

from datetime import date

import pytest

from metrics import METRICS
from metrics.statistics.series_breaks import BREAKS, REGISTERED, breaks_of, unbroken

MONTHS = [date(2023, 8, 31), date(2023, 9, 30), date(2023, 10, 31), date(2023, 11, 30)]


def test_every_broken_series_is_a_metric() -> None:
    assert {slug for each in BREAKS for slug in each.slugs} <= set(METRICS)


def test_a_series_begins_anew_with_the_first_month_counted_the_new_way() -> None:
    assert MONTHS[unbroken("supported_accommodation", MONTHS)] == REGISTERED.month


@pytest.mark.parametrize(
    ("slug", "months"),
    [
        ("supported_accommodation", MONTHS[:2]),
        ("supported_accommodation", MONTHS[2:]),
        ("foster", MONTHS),
        ("foster", []),
    ],
)
def test_a_series_that_no_break_parts_is_whole(slug: str, months: list[date]) -> None:
    assert unbroken(slug, months) == 0


def test_a_metric_without_a_break_has_none() -> None:
    assert breaks_of("foster") == ()
    assert breaks_of("other_placements") == (REGISTERED,)
