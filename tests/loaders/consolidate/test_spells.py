"""Periods of care, placements and carers."""

import polars as pl
from polars.testing import assert_frame_equal

from loaders.consolidate.spells import with_spells
from loaders.tables import Episodes
from tests.table import table

WORDS = {
    "STARTED": "Started to be looked after",
    "LEGAL": "Change of legal status only",
    "MOVED": "Change of placement and carer",
    "SAME_CARER": "Change of placement, same carer",
    "X1": "New episode begins",
    "HOME": "Returned home, planned",
}


def spells(text: str) -> pl.DataFrame:
    for word, label in WORDS.items():
        text = text.replace(word, label)
    return with_spells(table(text, like=Episodes))


def expect(found: pl.DataFrame, text: str) -> None:
    expected = table(text)
    assert_frame_equal(found.select(expected.columns), expected, check_dtypes=False)


def test_a_period_of_care_runs_until_a_gap():
    found = spells("""
        child | started    | ended      | reason_started | reason_ended
        B-1   | 2024-01-01 | 2024-02-01 | STARTED        | X1
        B-1   | 2024-02-01 | 2024-03-01 | MOVED          | HOME
        B-1   | 2024-05-01 |            | STARTED        |
        B-2   | 2024-05-01 |            | STARTED        |
    """)
    expect(
        found,
        """
        child | care_started | care_ended | opens_care | closes_care
        B-1   | 2024-01-01   | 2024-03-01 | true       | false
        B-1   | 2024-01-01   | 2024-03-01 | false      | true
        B-1   | 2024-05-01   |            | true       | false
        B-2   | 2024-05-01   |            | true       | false
        """,
    )


def test_going_home_and_coming_back_on_one_day_are_two_periods_of_care():
    found = spells("""
        child | started    | ended      | reason_started | reason_ended
        B-1   | 2024-01-01 | 2024-02-01 | STARTED        | HOME
        B-1   | 2024-02-01 |            | STARTED        |
    """)
    assert found["opens_care"].to_list() == [True, True]


def test_who_starts_and_who_ceases_is_as_the_reasons_say():
    found = spells("""
        child | started    | ended      | reason_started | reason_ended
        B-1   | 2024-04-01 | 2025-02-01 | STARTED        | X1
        B-2   | 2024-01-01 | 2024-06-01 | STARTED        | X1
        B-2   | 2024-07-31 |            | MOVED          |
        B-3   | 2024-01-01 | 2024-06-01 | STARTED        | X1
        B-3   | 2024-07-31 |            | STARTED        |
        B-4   | 2024-01-01 | 2024-06-01 | STARTED        | HOME
        B-4   | 2024-07-31 |            | MOVED          |
        B-5   | 2024-01-01 | 2024-06-01 | STARTED        | HOME
        B-5   | 2024-06-01 |            | MOVED          |
        B-6   | 2024-01-01 | 2024-06-01 | MOVED          | Closed by repair
        B-7   | 2024-01-01 | 2024-01-01 | STARTED        | HOME
        B-8   | 2024-01-01 | 2024-01-02 | STARTED        | HOME
        B-9   | 2024-01-01 | 2024-01-02 | STARTED        |
    """)
    expect(
        found,
        """
        child | care_started | opens_care | closes_care | is_care_older
        B-1   | 2024-04-01   | true       | false       | false
        B-2   | 2024-01-01   | true       | false       | false
        B-2   | 2024-01-01   | false      | false       | false
        B-3   | 2024-01-01   | true       | false       | false
        B-3   | 2024-07-31   | true       | false       | false
        B-4   | 2024-01-01   | true       | true        | false
        B-4   | 2024-07-31   | false      | false       | true
        B-5   | 2024-01-01   | true       | false       | false
        B-5   | 2024-01-01   | false      | false       | false
        B-6   | 2024-01-01   | false      | false       | true
        B-7   | 2024-01-01   | false      | false       | false
        B-8   | 2024-01-01   | true       | true        | false
        B-9   | 2024-01-01   | true       | true        | false
        """,
    )


def test_who_was_in_care_before_the_first_episode_on_record_may_have_had_the_carer_before_too():
    found = spells(
        """
        child | started    | ended      | reason_started | reason_ended | placement_group     | by_carer | urn
        B-1   | 2024-01-01 | 2024-02-01 | MOVED          | X1           | Foster care         | false    | 1
        B-1   | 2024-02-01 |            | LEGAL          |              | Foster care         | false    | 1
        B-2   | 2024-01-01 | 2024-02-01 | LEGAL          | X1           | Foster care         | false    | 1
        B-2   | 2024-02-01 | 2024-03-01 | SAME_CARER     | X1           | Foster care         | false    | 2
        B-2   | 2024-03-01 |            | MOVED          |              | Foster care         | false    | 3
        B-3   | 2024-01-01 | 2024-02-01 | MOVED          | X1           | Temporary           | false    |
        B-3   | 2024-02-01 |            | MOVED          |              | Foster care         | false    | 1
        B-4   | 2024-01-01 |            | MOVED          |              | Placed for adoption | true     | 1
        B-5   | 2024-01-01 | 2024-02-01 | STARTED        | X1           | Foster care         | false    | 1
        B-5   | 2024-02-01 |            | SAME_CARER     |              | Foster care         | false    | 2
    """.replace("by_carer", "is_adoption_by_carer")
    )
    expect(
        found,
        """
        child | carer_started | is_care_older | is_carer_older
        B-1   | 2024-01-01    | true          | false
        B-1   | 2024-01-01    | true          | false
        B-2   | 2024-01-01    | true          | true
        B-2   | 2024-01-01    | true          | true
        B-2   | 2024-03-01    | true          | false
        B-3   | 2024-01-01    | true          | true
        B-3   | 2024-02-01    | true          | true
        B-4   | 2024-01-01    | true          | true
        B-5   | 2024-01-01    | false         | false
        B-5   | 2024-01-01    | false         | false
        """,
    )


def test_legal_status_keeps_the_placement_and_a_move_with_the_carer_keeps_the_carer():
    found = spells("""
        child | started    | ended      | reason_started | reason_ended
        B-1   | 2024-01-01 | 2024-02-01 | STARTED        | X1
        B-1   | 2024-02-01 | 2024-03-01 | LEGAL          | X1
        B-1   | 2024-03-01 | 2024-04-01 | SAME_CARER     | X1
        B-1   | 2024-04-01 |            | MOVED          |
    """)
    expect(
        found,
        """
        placement_started | carer_started | opens_placement
        2024-01-01        | 2024-01-01    | true
        2024-01-01        | 2024-01-01    | false
        2024-03-01        | 2024-01-01    | true
        2024-04-01        | 2024-04-01    | true
        """,
    )


def test_adoption_by_the_current_carer_is_no_move():
    found = spells("""
        child | started    | ended      | reason_started | reason_ended | placement_group    | is_adoption_by_carer
        B-1   | 2024-01-01 | 2024-02-01 | STARTED        | X1           | Foster care        | false
        B-1   | 2024-02-01 |            | MOVED          |              | Placed for adoption | true
    """)
    expect(
        found,
        """
        placement_started | carer_started | opens_placement
        2024-01-01        | 2024-01-01    | true
        2024-01-01        | 2024-01-01    | false
        """,
    )


def test_a_temporary_move_and_the_return_from_it_are_no_new_placement():
    found = spells("""
        child | started    | ended      | reason_started | reason_ended | placement_group | urn
        B-1   | 2024-01-01 | 2024-02-01 | STARTED        | X1           | Foster care     | 1
        B-1   | 2024-02-01 | 2024-02-08 | MOVED          | X1           | Temporary       |
        B-1   | 2024-02-08 |            | MOVED          |              | Foster care     | 1
    """)
    expect(
        found,
        """
        is_temporary | placement_started | carer_started | opens_placement
        false        | 2024-01-01        | 2024-01-01    | true
        true         | 2024-01-01        | 2024-01-01    | false
        false        | 2024-01-01        | 2024-01-01    | false
        """,
    )


def test_a_temporary_move_that_leads_elsewhere_is_followed_by_a_new_placement():
    found = spells("""
        child | started    | ended      | reason_started | reason_ended | placement_group | urn
        B-1   | 2024-01-01 | 2024-02-01 | STARTED        | X1           | Foster care     | 1
        B-1   | 2024-02-01 | 2024-02-08 | MOVED          | X1           | Temporary       |
        B-1   | 2024-02-08 |            | MOVED          |              | Foster care     | 2
    """)
    assert found["opens_placement"].to_list() == [True, False, True]


def test_care_that_begins_with_a_temporary_place_opens_its_placement_after_it():
    found = spells("""
        child | started    | ended      | reason_started | reason_ended | placement_group
        B-1   | 2024-01-01 | 2024-02-01 | STARTED        | X1           | Temporary
        B-1   | 2024-02-01 |            | MOVED          |              | Foster care
    """)
    assert found["opens_placement"].to_list() == [False, True]


def test_a_temporary_move_counts_as_the_placement_that_it_is_a_move_from():
    found = spells("""
        child | started    | ended      | reason_started | placement_group | placement_type  | urn | host_authority
        B-1   | 2024-01-01 | 2024-02-01 | STARTED        | Foster care     | IFA foster      | SC1 | Kent
        B-1   | 2024-02-01 | 2024-02-08 | MOVED          | Temporary       | Temporary       |     | Essex
        B-1   | 2024-02-08 | 2024-03-01 | MOVED          | Temporary       | Temporary       |     | Devon
        B-1   | 2024-03-01 |            | MOVED          | With parents    | With parents    |     | Brent
        B-2   | 2024-01-01 | 2024-02-01 | STARTED        | Temporary       | Temporary       |     | Essex
        B-2   | 2024-02-01 |            | MOVED          | Foster care     | IFA foster      | SC1 | Kent
        B-3   | 2024-01-01 | 2024-02-01 | MOVED          | Temporary       | Temporary       |     | Essex
        B-3   | 2024-02-01 |            | MOVED          | Foster care     | IFA foster      | SC1 | Kent
        B-4   | 2024-01-01 | 2024-02-01 | STARTED        | Foster care     | IFA foster      | SC1 | Kent
        B-5   | 2024-01-01 |            | MOVED          | Temporary       | Temporary       |     | Essex
    """)
    expect(
        found,
        """
        child | placement_group  | placement_type  | urn | host_authority | is_temporary
        B-1   | Foster care      | IFA foster      | SC1 | Kent           | false
        B-1   | Foster care      | IFA foster      | SC1 | Kent           | true
        B-1   | Foster care      | IFA foster      | SC1 | Kent           | true
        B-1   | With parents     | With parents    |     | Brent          | false
        B-2   | Other placements | Other placement |     | Essex          | true
        B-2   | Foster care      | IFA foster      | SC1 | Kent           | false
        B-3   | Foster care      | IFA foster      | SC1 | Kent           | true
        B-3   | Foster care      | IFA foster      | SC1 | Kent           | false
        B-4   | Foster care      | IFA foster      | SC1 | Kent           | false
        B-5   | Other placements | Other placement |     | Essex          | true
        """,
    )


def test_a_short_break_is_no_part_of_a_period_of_care():
    found = spells("""
        child | started    | ended      | reason_started | reason_ended | is_short_break
        B-1   | 2024-01-01 | 2024-02-01 | STARTED        | HOME         | true
        B-1   | 2024-02-01 |            | STARTED        |              | false
    """)
    expect(
        found,
        """
        care_started | opens_care | closes_care | opens_placement
        2024-01-01   | false      | false       | false
        2024-02-01   | true       | false       | true
        """,
    )
