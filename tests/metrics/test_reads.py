"""A figure that changes where a borough's table is gone says that it reads it: none is found out by chance."""

from collections.abc import Mapping
from datetime import date

import polars as pl
import pytest

from metrics import METRICS, Statistic, When, measure
from metrics.engine.sources import ASYLUM, CONTRACTS, COSTS, HEADER, INCIDENTS, MISSING, NEEDS, WELLBEING, Sources
from metrics.populations import POPULATIONS

YEAR = When(date(2024, 4, 1), date(2025, 3, 31))
OF_COSTS = ("sourcing", "arrangement", "distance_reason", "has_ehc_plan")
NOTHING_OF = {"sourcing": "Not recorded", "arrangement": "Not recorded", "distance_reason": "Not recorded"}

Tables = Mapping[str, pl.LazyFrame]


def without(source: Sources, tables: Tables) -> dict[str, pl.LazyFrame]:
    """Tables as they are put together where nobody has uploaded a source."""
    left = dict(tables)
    if source == ASYLUM:
        left |= {name: rows.with_columns(is_uasc=False) for name, rows in tables.items() if "is_uasc" in names(rows)}
    if source == HEADER:
        who = [pl.lit(None, pl.Date).alias("birth_month")]
        left["episodes"] = tables["episodes"].with_columns(who)
        left["strengths"] = tables["strengths"].with_columns(who)
    if source == COSTS:
        left["costs"] = tables["costs"].clear()
        blank = [pl.lit(NOTHING_OF.get(name)).cast(tables["episodes"].collect_schema()[name]) for name in OF_COSTS]
        left["episodes"] = tables["episodes"].with_columns(
            cell.alias(name) for name, cell in zip(OF_COSTS, blank, strict=True)
        )
    gone = {NEEDS: ("assessments", "needs"), MISSING: ("missing",), WELLBEING: ("strengths",)}
    gone |= {INCIDENTS: ("incidents",), CONTRACTS: ("services",)}
    return left | {name: tables[name].clear() for name in gone.get(source, ())}


def names(rows: pl.LazyFrame) -> list[str]:
    return rows.collect_schema().names()


@pytest.mark.parametrize("source", [ASYLUM, CONTRACTS, COSTS, HEADER, INCIDENTS, MISSING, NEEDS, WELLBEING])
def test_whatever_a_figure_reads_it_says(source: Sources, made_up_tables: Tables):
    nobody = {"loaded": made_up_tables["loaded"].clear()}
    before, after = dict(made_up_tables) | nobody, without(source, made_up_tables) | nobody
    for metric in METRICS.values():
        reads = {*metric.reads, *(each for name in metric.needs for each in POPULATIONS[name].sources)}
        if metric.statistic is Statistic.GIVEN or source in reads:
            continue
        assert measure(metric, before, when=YEAR).equals(measure(metric, after, when=YEAR)), metric.slug
