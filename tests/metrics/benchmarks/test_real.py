"""Benchmarks from the real files, against the figures as published and by a second way."""

import csv
from datetime import date
from statistics import median
from typing import Final

import pytest

from metrics import METRICS
from metrics.benchmarks import POOLED, TWINS, benchmarks, published, standing
from tests.conftest import Tables
from tests.loaders.files import SHARED, needs_shared_data
from tests.metrics.benchmarks.given import BOROUGHS, FIVE_YEARS, NOW, real
from tests.table import table

pytestmark = [needs_shared_data, pytest.mark.published]

NOT_AT_HAND: Final = {"missing_incidents_per_child"}
"""Metrics whose twin is in a file that is not among those at hand."""

PRINTED: Final = """
    slug                       | Brent | Ealing | Hammersmith and Fulham | Harrow | Kensington and Chelsea | Westminster
    children_looked_after      | 296   | 275    | 197                    | 176    | 106                    | 186
    rate_per_10000             | 39    | 33     | 62                     | 29     | 47                     | 62
    started                    | 138   | 139    | 93                     | 107    | 57                     | 111
    ceased                     | 152   | 171    | 104                    | 114    | 75                     | 102
    three_or_more_placements   | 14    | 13     | 10                     | 12     | 18                     | 10
    long_term_stability        | 52    | 69     | 69                     | 65     |                        | 84
    over_20_miles_lait         | 18    | 21     | 17                     | 20     | 13                     | 11
    missing_share              | 17    | 12     | 13                     | 9      | 18                     | 18
    away_share                 | 20    | 2      | 0                      | 5      | 0                      | 0
    sdq_mean                   | 11.0  | 15.3   | 13.2                   | 14.1   | 12.2                   | 10.9
    unit_cost_children         | 2795  | 3230   | 2430                   | 2505   | 3500                   | 2610
    unit_cost_fostering        | 845   | 1095   | 965                    | 785    | 1295                   | 775
    unit_cost_residential      | 9550  | 6520   | 5140                   | 5950   | 8415                   | 6150
"""
ENGLAND: Final = {
    "children_looked_after": 81_770,
    "rate_per_10000": 67,
    "foster": 67,
    "own_provision": 43,
    "private_provision": 40,
    "outside_borough": 44,
    "three_or_more_placements": 10,
    "long_term_stability": 69,
    "missing_share": 11,
    "away_share": 3,
    "sdq_mean": 14.9,
    "unit_cost_residential": 7_385,
}
TOGETHER: Final = {"children_looked_after": 1_811, "started": 1_023, "ceased": 1_132}


@pytest.fixture(scope="module")
def tables() -> Tables:
    return real()


def test_the_boroughs_figures_as_published_for_31_march_2025(tables: Tables):
    for row in table(PRINTED).to_dicts():
        slug = row.pop("slug")
        found = dict(published(slug, tables, tuple(row), NOW).select("authority", "value").iter_rows())
        assert found == row, slug


def test_what_was_held_back_stays_so(tables: Tables):
    hidden = published("long_term_stability", tables, ("Kensington and Chelsea",), NOW)
    assert hidden.select("value", "mark").row(0) == (None, "[c]")


@pytest.mark.parametrize("slug", ENGLAND)
def test_englands_figure_as_published(tables: Tables, slug: str):
    found = benchmarks(slug, tables, "Brent", NOW).filter(series="England")
    assert found.select("period_end", "value").row(0) == (date(2025, 3, 31), ENGLAND[slug])


@pytest.mark.parametrize("slug", TOGETHER)
def test_the_eight_boroughs_published_counts_add_up(tables: Tables, slug: str):
    assert benchmarks(slug, tables, None, NOW).tail(1)["value"].item() == TOGETHER[slug]


def test_the_eight_boroughs_rates_are_ratios_of_their_counts(tables: Tables):
    pooled = {slug: benchmarks(slug, tables, None, NOW).filter(series=POOLED) for slug in TWINS}
    found = {slug: rows["value"].item() for slug, rows in pooled.items() if rows.height}
    assert found["rate_per_10000"] == pytest.approx(1_811 / 445_235 * 10_000)
    assert found["outside_borough"] == pytest.approx(1_208 / 1_811 * 100)
    assert found["own_provision"] == pytest.approx(626 / 1_811 * 100)
    assert found["long_term_stability"] is None


@pytest.mark.parametrize("slug", sorted(TWINS.keys() - NOT_AT_HAND))
def test_each_twin_is_in_the_files_and_of_each_borough_figure_or_mark(tables: Tables, slug: str):
    assert slug in METRICS
    rows = published(slug, tables, BOROUGHS, FIVE_YEARS)
    assert set(rows["authority"]) == set(BOROUGHS)
    assert rows["period_end"].n_unique() == 5
    assert rows.filter(rows["value"].is_null() & rows["mark"].is_null()).is_empty()
    for twin in TWINS[slug]:
        measures = tables["published"].filter(measure=twin.measure)
        parts = measures.select("breakdown").unique().collect()["breakdown"].to_list()
        assert twin.breakdown in parts, twin


def test_the_neighbours_median_by_a_second_way(tables: Tables):
    """By the standard library alone, straight from the files."""
    with (SHARED / "published/sn_model_2025_wide.csv").open(encoding="utf-8-sig", newline="") as lines:
        codes = {row["la_name"]: {row[f"SN_{i}"] for i in range(1, 11)} for row in csv.DictReader(lines)}
    with (SHARED / "published/la_cla_placement_stability.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["placement_stability"].endswith("during the year")]
    for borough in BOROUGHS:
        found = benchmarks("three_or_more_placements", tables, borough, FIVE_YEARS).filter(
            series="Statistical neighbours"
        )
        for year, value, n in found.select("period_end", "value", "n").iter_rows():
            mine = [
                row for row in rows if row["old_la_code"] in codes[borough] and row["time_period"] == str(year.year)
            ]
            told = [float(row["children_percent"]) for row in mine if row["children_percent"].isdigit()]
            assert (value, n) == (median(told), len(told)), (borough, year)


def test_a_place_among_englands_authorities_by_a_second_way(tables: Tables):
    with (SHARED / "published/cla_number_and_rate_per_10k_children.csv").open(encoding="utf-8-sig") as lines:
        rows = [
            row
            for row in csv.DictReader(lines)
            if row["geographic_level"] == "Local authority"
            and row["time_period"] == "2025"
            and row["population_type"].startswith("Children looked after")
        ]
    rates = {row["la_name"]: int(row["rate_per_10000"]) for row in rows if row["rate_per_10000"].isdigit()}
    found = standing("rate_per_10000", tables, "Westminster", NOW)
    assert found is not None
    assert (found.value, found.rank, found.of) == (
        *(rates["Westminster"], 1 + sum(rate > rates["Westminster"] for rate in rates.values()), len(rates)),
    )
