"""Episodes of several returns made into one history."""

from datetime import date

import polars as pl
from polars.testing import assert_frame_equal

from loaders.consolidate.repairs.episodes import CONTINUES, repaired
from loaders.consolidate.rulings import Rulings
from loaders.consolidated import CareEpisodes, Loaded
from loaders.tables import Children, Episodes
from tests.loaders.consolidate.invariants import counted_twice
from tests.table import table

NOTHING_LOADED = Loaded.create_empty()
STARTED = "Started to be looked after"
MOVED = "Change of placement and carer"


def histories(text: str) -> pl.DataFrame:
    """Child, start, end and reason of the repaired episodes."""
    rows = table(text.replace("STARTED", STARTED).replace("MOVED", MOVED), like=Episodes)
    return repaired(rows, NOTHING_LOADED).rows.select("child", "started", "ended", "reason_ended")


def expect(found: pl.DataFrame, text: str) -> None:
    expected = table(text).with_columns(pl.col("reason_ended").cast(found.schema["reason_ended"]))
    assert_frame_equal(found, expected, check_dtypes=False)


def test_an_episode_open_in_one_return_and_closed_in_the_next_is_closed():
    found = histories("""
        child | return_year | started    | ended      | reason_ended
        B-1   | 2024        | 2023-05-01 |            |
        B-1   | 2025        | 2023-05-01 | 2024-07-01 | Died
    """)
    expect(
        found,
        """
        child | started    | ended      | reason_ended
        B-1   | 2023-05-01 | 2024-07-01 | Died
        """,
    )


def test_a_stale_open_episode_ends_where_the_next_one_starts():
    found = histories("""
        child | return_year | started    | ended | reason_started
        B-1   | 2018        | 2016-01-13 |       | STARTED
        B-1   | 2020        | 2017-08-20 |       | MOVED
    """)
    expect(
        found,
        """
        child | started    | ended      | reason_ended
        B-1   | 2016-01-13 | 2017-08-20 | New episode begins
        B-1   | 2017-08-20 |            |
        """,
    )


def test_before_a_new_period_of_care_a_stale_episode_ends_after_its_last_return():
    found = histories("""
        borough | child | return_year | started    | ended | reason_started | urn
        Brent   | B-1   | 2017        | 2016-10-24 |       | STARTED        | 1
        Brent   | B-1   | 2018        | 2017-04-20 |       | STARTED        | 2
        Ealing  | E-1   | 2018        | 2016-10-24 |       | STARTED        | 1
        Ealing  | E-1   | 2019        | 2017-04-20 |       | STARTED        | 2
    """)
    expect(
        found,
        """
        child | started    | ended      | reason_ended
        B-1   | 2016-10-24 | 2017-04-01 | Closed by repair
        B-1   | 2017-04-20 |            |
        E-1   | 2016-10-24 | 2017-04-19 | Closed by repair
        E-1   | 2017-04-20 |            |
        """,
    )


def test_an_open_episode_that_later_returns_leave_out_ends_after_the_last_return_that_had_it():
    found = histories("""
        borough | child | return_year | started    | ended
        Brent   | B-1   | 2020        | 2019-05-10 |
        Brent   | B-2   | 2021        | 2019-06-01 |
        Ealing  | E-1   | 2020        | 2019-05-10 |
    """)
    expect(
        found,
        """
        child | started    | ended      | reason_ended
        B-1   | 2019-05-10 | 2020-04-01 | Closed by repair
        B-2   | 2019-06-01 |            |
        E-1   | 2019-05-10 |            |
        """,
    )


def test_an_episode_that_runs_into_the_next_ends_where_it_starts():
    found = histories("""
        child | return_year | started    | ended      | reason_started
        B-1   | 2025        | 2024-04-10 | 2024-06-01 | STARTED
        B-1   | 2025        | 2024-05-20 | 2024-08-01 | MOVED
    """)
    assert [str(day) for day in found["ended"]] == ["2024-05-20", "2024-08-01"]


def test_of_two_rows_for_one_start_in_one_return_the_longer_stays():
    found = histories("""
        child | return_year | started    | ended
        B-1   | 2025        | 2024-04-10 |
        B-1   | 2025        | 2024-04-10 | 2024-04-10
    """)
    expect(found, "child | started | ended | reason_ended\nB-1 | 2024-04-10 | | ")


def test_of_two_rows_for_one_start_the_one_that_stands_starts_care_if_the_other_did():
    rows = table(
        """
        row | child | return_year | started    | ended      | reason_started | reason_ended
        2   | B-1   | 2025        | 2024-05-01 |            | LEGAL          |
        3   | B-1   | 2025        | 2024-05-01 | 2024-05-01 | STARTED        | X1
        2   | B-1   | 2026        | 2024-05-01 |            | LEGAL          |
        4   | B-2   | 2025        | 2024-05-01 |            | LEGAL          |
        5   | B-2   | 2025        | 2024-05-01 | 2024-05-03 | STARTED        | X1
        """.replace("STARTED", STARTED)
        .replace("LEGAL", "Change of legal status only")
        .replace("X1", CONTINUES),
        like=Episodes,
    )
    bench = repaired(rows, NOTHING_LOADED)
    found = bench.rows.select("child", "return_year", "ended", pl.col("reason_started").cast(pl.String)).rows()
    assert found == [("B-1", 2026, None, STARTED), ("B-2", 2025, date(2025, 4, 1), STARTED)]
    assert bench.told().select("return_year", "row", "code").rows() == [
        (2025, 3, "episode-told-otherwise"),
        (2025, 5, "episode-twice-in-return"),
        (2025, 4, "episode-closed-with-return"),
    ]


def test_care_that_is_open_at_18_ends_with_the_month_of_the_birthday_and_is_told():
    rows = table(
        """
        row | child | return_year | started    | ended      | legal_status | placement_type  | is_short_break
        2   | B-1   | 2025        | 2020-04-01 |            | Full care    | IFA foster      | false
        3   | B-2   | 2025        | 2020-04-01 |            | Full care    | IFA foster      | false
        4   | B-3   | 2025        | 2020-04-01 |            | V2           | Children's home | false
        5   | B-4   | 2025        | 2020-04-01 | 2025-01-01 | Full care    | IFA foster      | false
        6   | B-5   | 2025        | 2025-01-01 |            | Full care    | IFA foster      | false
        7   | B-6   | 2025        | 2020-04-01 |            | Full care    | IFA foster      | false
        8   | B-7   | 2025        | 2020-04-01 |            | Full care    | IFA foster      | true
        """.replace("Full care", "Full care order").replace("V2", "Voluntary agreement (section 20)"),
        like=Episodes,
    )
    born = "child | birth_month\n" + "\n".join(
        f"B-{number} | {month}-01"
        for number, month in enumerate(["2006-05", "2007-04", "2006-05", "2006-05", "2006-05", "2007-03", "2006-05"], 1)
    )
    bench = repaired(rows, NOTHING_LOADED, children=table(born, like=Children))
    assert [str(day) for day in bench.rows["ended"]] == [
        *("2024-05-31", "None", "None", "2025-01-01", "2025-01-01", "2025-03-31", "None")
    ]
    assert bench.told().select("row", "code").rows() == [(row, "episode-closed-at-18") for row in (2, 6, 7)]


def test_a_short_break_and_a_period_of_care_do_not_end_each_other():
    found = histories("""
        child | return_year | started    | ended | is_short_break
        B-1   | 2025        | 2024-04-10 |       | false
        B-1   | 2025        | 2024-05-20 |       | true
    """)
    assert found["ended"].null_count() == 2


def test_a_child_counted_twice_is_found():
    episodes = table(
        """
        child | started    | ended      | is_short_break
        B-1   | 2024-04-10 |            | false
        B-1   | 2024-05-20 | 2024-06-01 | true
        B-1   | 2024-05-21 |            | false
        B-2   | 2024-05-21 | 2024-06-01 | false
        B-2   | 2024-06-01 |            | false
        """,
        like=CareEpisodes,
    )
    assert [str(day) for day in counted_twice(episodes)["started"]] == ["2024-05-21"]


def test_each_repair_is_told_by_the_files_own_row():
    bench = repaired(
        table(
            """
            row | child | return_year | started    | ended      | reason_started | reason_ended       | urn
            2   | B-1   | 2024        | 2023-05-01 |            | STARTED        |                    | 1
            2   | B-1   | 2025        | 2023-05-01 | 2024-06-01 | STARTED        | New episode begins | 1
            3   | B-1   | 2025        | 2024-06-11 | 2024-08-20 | MOVED          | New episode begins | 2
            4   | B-1   | 2025        | 2024-08-10 |            | MOVED          |                    | 3
            3   | B-2   | 2024        | 2023-05-01 | 2023-09-01 | STARTED        | Died               | 1
            5   | B-2   | 2025        | 2023-05-01 | 2023-10-01 | STARTED        | Died               | 1
            4   | B-3   | 2024        | 2023-05-01 |            | STARTED        |                    | 1
            """.replace("STARTED", STARTED).replace("MOVED", MOVED),
            like=Episodes,
        ),
        NOTHING_LOADED,
    )
    expected = table("""
        source           | return_year | row | code
        ssda903_episodes | 2024        | 3   | episode-told-otherwise
        ssda903_episodes | 2024        | 4   | episode-closed-with-return
        ssda903_episodes | 2025        | 2   | episode-run-on-to-next
        ssda903_episodes | 2025        | 3   | episode-cut-at-next
    """)
    told = bench.told().select(expected.columns).sort("return_year", "row")
    assert_frame_equal(told, expected, check_dtypes=False)


def test_a_row_told_again_with_what_became_of_it_is_no_repair():
    rows = """
        child | return_year | started    | ended      | reason_ended | urn
        B-1   | 2024        | 2023-05-01 |            |              |
        B-1   | 2025        | 2023-05-01 | 2024-07-01 | Died         | 1
        B-1   | 2026        | 2023-05-01 | 2024-07-01 | Died         | 1
    """
    assert repaired(table(rows, like=Episodes), NOTHING_LOADED).told().is_empty()


def test_an_end_before_the_last_day_of_a_return_that_had_it_open_is_told():
    rows = """
        child | return_year | started    | ended
        B-1   | 2024        | 2023-05-01 |
        B-1   | 2025        | 2023-05-01 | 2024-03-30
    """
    told = repaired(table(rows, like=Episodes), NOTHING_LOADED).told()
    assert told["code"].to_list() == ["episode-told-otherwise"]


def test_a_long_gap_between_episodes_that_say_they_follow_is_left():
    found = histories("""
        child | return_year | started    | ended      | reason_started | reason_ended
        B-1   | 2025        | 2024-04-10 | 2024-05-10 | STARTED        | New episode begins
        B-1   | 2025        | 2024-06-11 |            | MOVED          |
    """)
    assert [str(day) for day in found["ended"]] == ["2024-05-10", "None"]


def test_an_open_episode_is_no_duplicate_of_one_that_began_after_its_return():
    found = histories("""
        child | return_year | started    | ended | reason_started
        B-1   | 2024        | 2023-05-01 |       | STARTED
        B-1   | 2026        | 2025-05-01 |       | STARTED
    """)
    assert [str(day) for day in found["ended"]] == ["2024-04-01", "None"]


def test_a_repair_switched_off_is_left_undone():
    rows = table("child | return_year | started\nB-1 | 2020 | 2019-05-10\nB-2 | 2021 | 2019-06-01", like=Episodes)
    off = Rulings(repairs_off=frozenset({"episode-closed-with-return"}))
    bench = repaired(rows, NOTHING_LOADED, off)
    assert bench.rows["ended"].null_count() == 2
    assert bench.told().is_empty()
