"""Frames for the charts of placement mix and out of area."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from dashboard.filters.parameters import FAR
from dashboard.filters.selection import Selection
from dashboard.pages.out_of_area import distances
from dashboard.pages.out_of_area import where as out_of_area_where
from dashboard.pages.placement_mix import by_age, over_time
from metrics import When
from tests.table import table

pytestmark = pytest.mark.usefixtures("nothing_stored")

CHOSEN = Selection(("Brent", "Harrow"), date(2025, 10, 1), date(2026, 9, 30), date(2020, 4, 1))


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        (date(2025, 10, 1), date(2026, 9, 30), When(date(2022, 10, 1), date(2026, 9, 30))),
        (date(2021, 4, 1), date(2026, 9, 30), When(date(2021, 4, 1), date(2026, 9, 30))),
        (date(2022, 10, 1), date(2023, 9, 30), When(date(2020, 10, 1), date(2023, 9, 30))),
    ],
)
def test_a_trend_of_the_mix_starts_a_year_before_the_break_in_series(start: date, end: date, span: When):
    assert over_time.span(replace(CHOSEN, start=start, end=end)) == span


def test_a_type_that_no_child_of_an_age_lives_in_is_nought_and_a_hidden_one_stays_hidden(
    monkeypatch: pytest.MonkeyPatch,
):
    found = table("""
        placement_type  | age_band    | value | mark
        Children's home | 16 and over |       | [c]
        IFA foster      | 5 to 9      | 44.0  |
        IFA foster      | 16 and over | 9.0   |
    """)
    monkeypatch.setattr(by_age, "focused", lambda *_: found)
    rows = by_age.ages(CHOSEN).select("placement_type", "age_band", "value", "mark").rows()
    assert rows == [
        ("Children's home", "16 and over", None, "[c]"),
        ("Children's home", "5 to 9", 0.0, None),
        ("IFA foster", "16 and over", 9.0, None),
        ("IFA foster", "5 to 9", 44.0, None),
    ]


def test_steps_of_distance_have_ends_and_the_open_one_is_as_wide_as_the_others(monkeypatch: pytest.MonkeyPatch):
    found = table("distance_step | value | mark\nOver 60 | 107 |\n5 to 10 | | [c]\nNot known | 352 |")
    monkeypatch.setattr(distances, "focused", lambda *_: found)
    rows = distances.distances(CHOSEN).select("start", "end", "value", "mark").rows()
    assert rows == [(5, 10, None, "[c]"), (60, 65, 107, None)]
    assert distances.distance_not_known(CHOSEN)["value"].to_list() == [352]


def test_the_map_has_london_by_borough_and_the_rest_by_region_with_what_is_not_known(monkeypatch: pytest.MonkeyPatch):
    asked: list[dict[str, tuple[str, ...]]] = []
    regions = table("host_region | value | mark\nLondon | 50 |\nWales | | [c]\n | 2 |")

    def london(*_: object, where: dict[str, tuple[str, ...]], when: When) -> pl.DataFrame:
        asked.append(where)
        return table("host_authority | value | mark\nHarrow | 50 |\nCamden | | [c]")

    monkeypatch.setattr(out_of_area_where, "figures", london)
    monkeypatch.setattr(out_of_area_where, "focused", lambda *_: regions)
    rows = out_of_area_where.hosts(replace(CHOSEN, focus="Brent")).rows()
    assert rows == [("Harrow", 50, None), ("Camden", None, "[c]"), ("Wales", None, "[c]"), ("Not known", 2, None)]
    assert asked == [{"borough": ("Brent",), "host_region": ("London",)}]


def test_the_switch_falls_back_on_the_first_definition():
    assert FAR.meaning("Wherever (DfE dashboard)") == "over_20_miles_dfe"
    assert FAR.meaning("anything else") == FAR.meaning(None) == "over_20_miles_lait"
