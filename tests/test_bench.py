"""What the document on statistics measures: the simulations on few series, and where their figures go."""

import pytest

from bench.alarms import PROMISED, carried_over, funnels, last_months
from bench.backtest import TOGETHER, Miss, mean_ratio
from bench.statistics import back_test, by_metric, false_alarms, written


def test_funnels_round_the_truth_keep_their_promise() -> None:
    for found in funnels(300):
        assert found.found == pytest.approx(found.promised, abs=0.015)


def test_a_stable_process_seldom_alarms_and_month_ends_that_carry_over_often() -> None:
    *_, stable = last_months(24, 500)
    assert stable.promised == pytest.approx(sum(PROMISED.values()))
    assert stable.found < 0.04
    alone, with_its_interval = carried_over(100)
    assert alone.found > 0.3
    assert with_its_interval.found < 0.1


def test_only_the_measured_parts_of_a_document_are_written() -> None:
    document = "Before.\n<!-- measured: back test -->\nold\n<!-- end -->\nAfter.\n"
    once = written(document, {"back test": "new"})
    assert once == "Before.\n<!-- measured: back test -->\n\nnew\n<!-- end -->\nAfter.\n"
    assert written(once, {"back test": "new"}) == once


def test_tables_tell_miss_by_metric_and_horizon() -> None:
    tested = [Miss("spend", TOGETHER, 1, 1000.4, 2000, 0.9), Miss("spend", "Brent", 1, 30, 10, 1.0)]
    tested += [Miss("spend", TOGETHER, ahead, 5, 10, 1.0) for ahead in (3, 6, 12)]
    tested += [Miss("spend", "Brent", ahead, 5, 10, 1.0) for ahead in (3, 6, 12)]
    assert "| 1,000 / 2,000 | 5 / 10 | 5 / 10 | 5 / 10 |" in by_metric(tested)
    assert "| single boroughs: miss against the last value's | 3.00 | 0.50 | 0.50 | 0.50 |" in back_test(tested)
    assert mean_ratio(tested[2:]) == pytest.approx(0.5)
    assert false_alarms(list(funnels(1))).startswith("| of stable figures | promised | found |")
