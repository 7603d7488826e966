"""Where nothing changed the sentences say so; where the level did, they find it."""

from datetime import date

import numpy as np
import pytest

from dashboard.data.comparisons import Estimate
from dashboard.insights.changes import changes
from dashboard.insights.evidence import Evidence
from metrics import METRICS

INCIDENTS = METRICS["incidents"]
SERIES = 150
MONTHS = [date(2024 + (9 + at) // 12, (9 + at) % 12 + 1, 28) for at in range(24)]


def claimed(values: list[float]) -> bool:
    """Whether a change is claimed of two years of monthly counts."""
    run = [(day, _figure(value)) for day, value in zip(MONTHS, values, strict=True)]
    known = Evidence("Brent", run, _figure(sum(values[12:])), _figure(sum(values[:12])))
    return changes([INCIDENTS], {"incidents": [known]})[0].way != 0


def _figure(value: float) -> Estimate:
    return Estimate("Brent", value, None, None, 10.0, None)


@pytest.mark.parametrize(
    ("before", "after", "least", "most"),
    [(5, 5, 0.0, 0.05), (40, 40, 0.0, 0.05), (40, 26, 0.8, 1.0)],
    ids=["few and stable", "many and stable", "a third fewer for a year"],
)
def test_chance_is_seldom_told_as_a_change(before: int, after: int, least: float, most: float):
    dice = np.random.default_rng(7)
    drawn = np.hstack([dice.poisson(rate, (SERIES, 12)) for rate in (before, after)])
    share = sum(claimed([float(value) for value in row]) for row in drawn) / SERIES
    assert least <= share <= most
