"""Which measures can be negative is said on their cards, so that no floor is drawn under them and none lacks one."""

from datetime import date

import pytest

from metrics import METRICS, When, measure
from metrics.engine.table_cache import Held
from tests.conftest import Tables

SIGNED = {slug for slug, metric in METRICS.items() if metric.is_signed}


def test_the_measures_that_can_be_negative():
    changes = {"change_in_spend", "missing_change", "need_change", "spend_change"}
    assert {*SIGNED} == changes | {"net_import", "unexplained_cost"}


@pytest.mark.parametrize("slug", sorted(METRICS.keys() - SIGNED))
def test_no_other_measure_is(slug: str, sample_tables: Tables):
    found = measure(METRICS[slug], Held(sample_tables), when=When(date(2024, 4, 1), date(2026, 3, 31)))
    for name in ("value", "lower"):
        assert found.filter(found[name] < 0).is_empty()
