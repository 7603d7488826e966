"""By what a metric may be grouped and filtered."""

import pytest

from metrics import METRICS, measure
from metrics.engine.groupings import filters, groupings
from metrics.engine.table_cache import Held
from tests.metrics.asked import YEAR, given

TABLES = Held(given())


def test_what_a_metric_limits_itself_to():
    assert groupings(METRICS["rate_per_10000"], TABLES) == ("borough", "month", "quarter", "year")


def test_what_its_rows_have_and_time():
    allowed = groupings(METRICS["foster"], TABLES)
    assert {"month", "borough", "placement_type", "age_band", "need_level", "distance_band"} <= set(allowed)
    assert not {"indicator", "cohort", "component", "child"} & set(allowed)


def test_filters_are_those_that_every_one_of_its_populations_can_take():
    assert "month" not in filters(METRICS["foster"], TABLES)
    assert {"sex", "age_band", "need_level"} <= set(filters(METRICS["three_or_more_placements"], TABLES))
    assert "placement_type" in filters(METRICS["rate_per_10000"], TABLES)


@pytest.mark.parametrize("slug", METRICS)
def test_every_filter_that_is_allowed_is_answered(slug: str):
    metric = METRICS[slug]
    for name in filters(metric, TABLES):
        measure(metric, TABLES, where={name: ("",)}, when=YEAR)
