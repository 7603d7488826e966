"""What is left of an amount's digits hangs on the amount alone, not on the order that it was added up in."""

from itertools import permutations
from typing import Final

import polars as pl
import pytest

from metrics import METRICS, Metric, Release
from metrics.disclosure.perturbation import blurred
from metrics.disclosure.rules import RULES

PARTS: Final = (0.7, 0.1, 0.2, 0.5, 800.0)
"""They come to 801.5, which is half way between two amounts of three figures, or to a little less or more."""


@pytest.mark.parametrize(
    ("metric", "release"),
    [(METRICS["cost_per_young_person"], Release.EVENT), (METRICS["weekly_cost_median"], Release.BOARD)],
    ids=lambda given: getattr(given, "slug", str(given)),
)
def test_an_amount_half_way_is_rounded_the_same_way_however_it_was_added_up(metric: Metric, release: Release):
    sums = {sum(parts) for parts in permutations(PARTS)}
    assert len(sums) > 1
    asked = pl.LazyFrame({"numerator": 1.0, "denominator": 1.0, "value": sorted(sums), "lower": 1.0, "upper": 2.0})
    assert blurred(asked, metric, RULES[release]).collect()["value"].to_list() == [802.0] * len(sums)
