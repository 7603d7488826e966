"""A change in spend told as volume, mix, need and price."""

from collections import defaultdict
from datetime import date

import polars as pl
import pytest

from metrics import METRICS, When, measure
from tests.conftest import Tables
from tests.metrics.asked import figures, given

APRIL = When(date(2024, 4, 1), date(2024, 4, 30))
HEAD = "borough | child | placement_type | started | ended | weekly_cost | need_score\n"


def _rows(*rows: str) -> str:
    return HEAD + "\n".join(rows)


def _components(costs: str) -> dict[str, float]:
    found = figures("change_in_spend", when=APRIL, by=("component",), costs=costs)
    return {name: round(value, 6) for name, value in found.select("component", "value").iter_rows() if round(value, 6)}


def test_more_days_alone_are_volume():
    # 100 a day: 10 days a year ago, 15 now.
    costs = _rows(
        "Brent | 1 | IFA foster | 2023-04-01 | 2023-04-11 | 700 |",
        "Brent | 1 | IFA foster | 2024-04-01 | 2024-04-16 | 700 |",
    )
    assert _components(costs) == {"volume": 500}


def test_the_same_days_in_a_dearer_type_are_mix():
    # 10 days of fostering at 100 and 10 at home at 900 become 5 and 15: 5 days x 800 more.
    costs = _rows(
        "Brent | 1 | IFA foster      | 2023-04-01 | 2023-04-11 | 700  |",
        "Brent | 2 | Children's home | 2023-04-01 | 2023-04-11 | 6300 |",
        "Brent | 1 | IFA foster      | 2024-04-01 | 2024-04-06 | 700  |",
        "Brent | 2 | Children's home | 2024-04-01 | 2024-04-16 | 6300 |",
    )
    assert _components(costs) == {"mix": 4000}


def test_a_type_that_is_new_is_mix():
    costs = _rows(
        "Brent | 1 | IFA foster      | 2023-04-01 | 2023-04-11 | 700  |",
        "Brent | 1 | Children's home | 2024-04-01 | 2024-04-11 | 6300 |",
    )
    assert _components(costs) == {"mix": 8000}


def test_the_same_days_at_a_higher_price_are_price():
    costs = _rows(
        "Brent | 1 | IFA foster | 2023-04-01 | 2023-04-11 | 700 |",
        "Brent | 1 | IFA foster | 2024-04-01 | 2024-04-11 | 770 |",
    )
    assert _components(costs) == {"price": 100}


def test_more_need_at_last_years_price_of_a_point_is_need():
    # A year ago ten children with scores 0 to 9 at 70 + 7 a point a week: 1 a day a point. Now all need 3 more.
    before = [f"Brent | {i} | IFA foster | 2023-04-01 | 2023-04-11 | {70 + 7 * i} | {i}" for i in range(10)]
    now = [f"Brent | {i} | IFA foster | 2024-04-01 | 2024-04-11 | {70 + 7 * i + 21} | {i + 3}" for i in range(10)]
    assert _components(_rows(*before, *now)) == {"need": 300}


def test_under_ten_prices_tell_no_price_of_need():
    before = [f"Brent | {i} | IFA foster | 2023-04-01 | 2023-04-11 | {70 + 7 * i} | {i}" for i in range(9)]
    now = [f"Brent | {i} | IFA foster | 2024-04-01 | 2024-04-11 | {70 + 7 * i + 21} | {i + 3}" for i in range(9)]
    assert _components(_rows(*before, *now)) == {"price": 270}


def test_a_borough_with_no_year_before_has_all_its_spend_as_volume():
    assert _components(_rows("Brent | 1 | IFA foster | 2024-04-01 | 2024-04-11 | 700 |")) == {"volume": 1000}


def test_a_borough_that_stopped_has_all_its_spend_as_volume():
    assert _components(_rows("Brent | 1 | IFA foster | 2023-04-01 | 2023-04-11 | 700 |")) == {"volume": -1000}


@pytest.mark.parametrize("by", [("borough",), (), ("borough", "month"), ("year",)])
def test_the_parts_add_up_to_the_change_in_spend(made_up_tables: Tables, by: tuple[str, ...]):
    tables, when = {**given(), "costs": made_up_tables["costs"]}, When(date(2023, 1, 15), date(2024, 2, 29))
    whole = measure(METRICS["spend_change"], tables, by=by, when=when)
    parts = measure(METRICS["change_in_spend"], tables, by=(*by, "component"), when=when)
    assert _added(parts, by, "value") == pytest.approx(_added(whole, by, "numerator"), rel=1e-9, abs=1e-4)


def _added(figures: pl.DataFrame, by: tuple[str, ...], column: str) -> dict[tuple[object, ...], float]:
    sums: dict[tuple[object, ...], float] = defaultdict(float)
    for row in figures.iter_rows(named=True):
        sums[tuple(row[name] for name in by)] += row[column]
    return sums
