"""Incidents and scores, each once."""

from datetime import date

import polars as pl

from loaders.consolidate.events import band, incidents, is_year_in_care, strengths
from loaders.consolidate.repairs.missing import repaired
from loaders.consolidated import Loaded
from loaders.tables import Incidents, Missing, Wellbeing
from tests.table import table


def test_an_incident_in_two_returns_is_one_and_the_later_return_tells_it():
    rows = table(
        """
        child | return_year | cohort  | started    | hour | ended
        B-1   | 2024        | In care | 2024-03-30 | 22   |
        B-1   | 2025        | In care | 2024-03-30 | 22   | 2024-04-02
        B-1   | 2025        | In care | 2024-06-01 | 22   | 2024-06-02
        """,
        like=Incidents,
    )
    found = incidents(rows)
    assert [str(day) for day in found["ended"]] == ["2024-04-02", "2024-06-02"]


def test_like_incidents_without_detail_in_one_return_are_several():
    rows = table(
        """
        child | return_year | cohort       | started
              | 2024        | Not recorded | 2024-03-30
              | 2024        | Not recorded | 2024-03-30
              | 2025        | Not recorded | 2024-03-30
              | 2025        | At home      | 2024-03-30
        """,
        like=Incidents,
    )
    assert incidents(rows)["cohort"].to_list() == ["Not recorded", "Not recorded", "At home"]


def test_a_missing_incident_carried_over_is_one():
    rows = table(
        """
        child | return_year | started    | ended      | is_missing | is_away
        B-1   | 2024        | 2024-03-30 |            | true       | false
        B-1   | 2025        | 2024-03-30 | 2024-04-02 | true       | false
        B-1   | 2025        | 2024-03-30 | 2024-04-02 | false      | true
        """,
        like=Missing,
    )
    found = repaired(rows, Loaded.create_empty()).rows
    assert [str(day) for day in found["ended"]] == ["2024-04-02", "2024-04-02"]


def test_a_missing_incident_that_later_returns_leave_out_ended_with_its_return():
    rows = table(
        """
        child | return_year | started    | ended | is_missing | is_away
        B-1   | 2024        | 2024-03-30 |       | true       | false
        B-2   | 2025        | 2025-03-30 |       | true       | false
        """,
        like=Missing,
    )
    bench = repaired(rows, Loaded.create_empty())
    assert bench.rows["ended"].to_list() == [date(2024, 3, 31), None]
    assert bench.told()["code"].to_list() == ["missing-closed-with-return"]


def test_an_incident_that_a_later_return_tells_otherwise_is_told():
    rows = table(
        """
        child | return_year | started    | ended      | is_missing | is_away
        B-1   | 2024        | 2024-01-30 | 2024-02-01 | true       | false
        B-1   | 2025        | 2024-01-30 | 2024-02-09 | true       | false
        """,
        like=Missing,
    )
    bench = repaired(rows, Loaded.create_empty())
    assert bench.rows["ended"].to_list() == [date(2024, 2, 9)]
    assert bench.told()["code"].to_list() == ["missing-told-otherwise"]


def test_a_score_is_dated_by_its_return_and_absent_scores_are_no_rows():
    rows = table(
        """
        child | return_year | sdq_score
        B-1   | 2025        | 17
        B-1   | 2026        |
        B-1   | 2027        | 13
        """,
        like=Wellbeing,
    )
    loaded = table("source | return_year | as_at\noc2 | 2027 | 2026-09-30", like=Loaded)
    found = strengths(rows, loaded)
    assert [str(day) for day in found["date"]] == ["2025-03-31", "2026-09-30"]
    assert found["sdq_band"].to_list() == ["Cause for concern", "Normal"]


def test_bands_of_the_strengths_and_difficulties_score():
    scores = pl.Series([0, 13, 14, 16, 17, 40], dtype=pl.Int8)
    assert pl.select(band(scores)).to_series().to_list() == [
        "Normal",
        "Normal",
        "Borderline",
        "Borderline",
        "Cause for concern",
        "Cause for concern",
    ]


def test_a_year_in_care_at_31_march_is_since_1_april_before():
    rows = table("""
        date       | care_started
        2025-03-31 | 2024-04-01
        2025-03-31 | 2024-04-02
        2025-03-31 |
    """)
    assert rows.select(is_year_in_care()).to_series().to_list() == [True, False, False]
