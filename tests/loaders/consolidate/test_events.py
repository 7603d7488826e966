"""Incidents and scores, each once."""

from datetime import date

import polars as pl

from loaders.consolidate.events import band, incidents, is_year_in_care, strengths, with_care
from loaders.consolidate.repairs.missing import repaired, within_care
from loaders.consolidated import CareEpisodes, Loaded
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


def test_two_missing_incidents_of_one_day_are_two_and_the_last_of_them_is_carried_over():
    rows = table(
        """
        row | child | return_year | started    | ended      | is_missing | is_away
        2   | B-1   | 2024        | 2024-03-30 | 2024-03-30 | true       | false
        3   | B-1   | 2024        | 2024-03-30 |            | true       | false
        2   | B-1   | 2025        | 2024-03-30 | 2024-04-02 | true       | false
        3   | B-2   | 2025        | 2024-11-13 | 2024-11-15 | true       | false
        4   | B-2   | 2025        | 2024-11-13 | 2024-11-13 | true       | false
        """,
        like=Missing,
    )
    bench = repaired(rows, Loaded.create_empty())
    found = bench.rows.sort("child", "ended").select("child", "return_year", pl.col("ended").cast(pl.String)).rows()
    assert found == [
        ("B-1", 2024, "2024-03-30"),
        ("B-1", 2025, "2024-04-02"),
        ("B-2", 2025, "2024-11-13"),
        ("B-2", 2025, "2024-11-15"),
    ]
    assert bench.told().is_empty()


def test_a_later_return_without_any_incident_leaves_an_open_one_out_too():
    rows = table("child | return_year | started | is_missing\nB-1 | 2024 | 2024-03-30 | true", like=Missing)
    others = table("source | return_year\nssda903_missing | 2024\nssda903_header | 2025", like=Loaded)
    later = table("source | return_year\nssda903_missing | 2024\nssda903_missing | 2025", like=Loaded)
    assert repaired(rows, others).rows["ended"].to_list() == [None]
    assert repaired(rows, later).rows["ended"].to_list() == [date(2024, 3, 31)]


def test_an_incident_is_of_a_child_looked_after_on_a_day_of_it_and_ends_with_that_care():
    care = table(
        """
        child | started    | ended      | care_started | is_short_break
        B-1   | 2024-04-10 | 2024-06-30 | 2024-04-10   | false
        B-1   | 2024-09-01 |            | 2024-09-01   | false
        B-2   | 2024-04-10 |            | 2024-04-10   | true
        """,
        like=CareEpisodes,
    ).with_columns(care_ended="ended")
    bench = repaired(
        table(
            """
            row | child | started    | ended      | is_missing
            2   | B-1   | 2024-04-01 | 2024-04-09 | true
            3   | B-1   | 2024-04-05 | 2024-04-10 | true
            4   | B-1   | 2024-06-29 |            | true
            5   | B-1   | 2024-06-30 | 2024-07-02 | true
            6   | B-1   | 2024-07-01 | 2024-07-02 | true
            7   | B-1   | 2024-10-01 |            | true
            8   | B-2   | 2024-05-01 | 2024-05-02 | true
            """,
            like=Missing,
        ),
        Loaded.create_empty(),
    )
    bench.rows = with_care(bench.rows, care)
    within_care(bench)
    told = bench.rows.sort("row").select("row", "is_in_care", pl.col("ended").cast(pl.String)).rows()
    assert told == [
        (2, False, "2024-04-09"),
        (3, True, "2024-04-10"),
        (4, True, "2024-06-30"),
        (5, True, "2024-06-30"),
        (6, False, "2024-07-02"),
        (7, True, None),
        (8, False, "2024-05-02"),
    ]
    assert bench.told().select("row", "code").rows() == [
        (4, "missing-cut-at-end-of-care"),
        (5, "missing-cut-at-end-of-care"),
    ]


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


def test_a_year_in_care_at_31_march_is_since_1_april_before_and_not_known_of_care_that_is_older_than_the_returns():
    rows = table("""
        date       | care_started | is_care_older
        2025-03-31 | 2024-04-01   | false
        2025-03-31 | 2024-04-01   | true
        2025-03-31 | 2024-04-02   | false
        2025-03-31 | 2024-04-02   | true
        2025-03-31 |              |
    """)
    assert rows.select(is_year_in_care()).to_series().to_list() == [True, True, False, None, False]
