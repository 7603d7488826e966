"""Usual variation is said as such; a signal is said with what it is and since when."""

from datetime import date

import pytest

from dashboard.data.comparisons import Estimate
from dashboard.data.headlines import Month
from dashboard.insights.variation import ON_THE_YEAR, told, variation
from metrics import METRICS

INCIDENTS = METRICS["incidents"]
STARTED = METRICS["started"]

STEADY = "50 52 49 51 50 48 51 50 52 49 50 51 49 50 52 51 49 50 51 50 49 52 50 51"


def run(values: str, half: float | None = 2.0) -> list[Month]:
    """Months to September 2026; `-` is a hidden month, `half` the half of each interval."""
    cells = values.split()
    first = 2026 * 12 + 9 - len(cells)
    days = [date((first + at) // 12, (first + at) % 12 + 1, 1) for at in range(len(cells))]
    return [(day, _figure(cell, half)) for day, cell in zip(days, cells, strict=True)]


def _figure(cell: str, half: float | None) -> Estimate:
    if cell == "-":
        return Estimate("Brent", None, None, None, None, "[c]")
    value = float(cell)
    lower, upper = (None, None) if half is None else (value - half, value + half)
    return Estimate("Brent", value, lower, upper, 100.0, None)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (STEADY, "Usual variation"),
        (f"{STEADY[3:]} 70", "Unusual: above its usual range in Sep 2026 alone, which is worse"),
        (f"{STEADY[3:]} 30", "Unusual: below its usual range in Sep 2026 alone, which is better"),
        (f"{STEADY[:41]} 48.5 49 49.5 50 50.5 51 51.5", "Unusual: rising for 7 months, which is worse"),
        (f"{STEADY[:50]} 52 51 52 51 52 51 52", "Unusual: above its usual level since Mar 2026, which is worse"),
        ("50 51 49", "Too few months to say"),
        (f"{STEADY[3:]} -", "Too few months to say"),
    ],
)
def test_the_last_month_is_judged_by_its_usual_range(values: str, words: str):
    assert told(INCIDENTS, variation(INCIDENTS, run(values))) == words


def test_no_way_is_better_of_a_measure_without_a_direction():
    assert (
        told(STARTED, variation(STARTED, run(f"{STEADY[3:]} 70"))) == "Unusual: above its usual range in Sep 2026 alone"
    )


@pytest.mark.parametrize("slug", ["missing_share", "children_looked_after", "weekly_cost", "spend", "spend_change"])
def test_measures_whose_months_carry_over_are_not_judged_month_by_month(slug: str):
    metric = METRICS[slug]
    assert variation(metric, run(f"{STEADY[3:]} 70")) == ON_THE_YEAR
