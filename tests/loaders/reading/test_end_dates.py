"""An end that cannot be read never becomes "still open" in silence."""

from datetime import date

import pytest

from loaders.reading.result import Reading
from tests.loaders.files import balances, found, read_text

EPISODES = """
    CHILD | DECOM      | RNE | LS | CIN | PLACE | PLACE_PROVIDER | DEC        | REC | REASON_PLACE_CHANGE | HOME_POST | PL_POST | URN
    1     | 01/04/2023 | S   | C2 | N1  | U4    | PR1            | {DEC} | {REC} |                     | W5 2HL    | W3 8AB  | SC012345
"""  # noqa: E501
COSTS = """
    Child ID | Price from | Price to | Provider   | Total weekly cost
    1        | 01/04/2024 | {DEC}    | Oak Lodge  | 4200
"""
UNREADABLE = ["31/06/2024", "unknown", "?", "June", "31/06/2024 10:00", "20240631", "x"]
STILL_OPEN = [
    *("ongoing", "On-going", "Current", "to present", "still in care", "tbc", "-", "n/a", "None", "0", "0.0"),
    *("00/00/0000", "0000-00-00", "00/01/1900", "31/12/9999", "9999-12-31", "2999-01-01 00:00:00", "99991231"),
    *("9999-12-31T23:59:59.9999999", "2958465", "2958465.0"),
]


def episode(dec: str, rec: str = "") -> Reading:
    return read_text(EPISODES.format(DEC=dec, REC=rec))


@pytest.mark.parametrize("cell", [*UNREADABLE, "ongoing", "31/12/9999"])
def test_a_reason_for_ending_beside_an_unreadable_end_sets_the_episode_aside(cell: str):
    reading = episode(cell, "E4A")
    assert found(reading) == [(2, "DEC", "unreadable", "error")]
    assert reading.accepted == 0
    assert balances(reading)


@pytest.mark.parametrize("reason", ["E4A", "E8", "E11", "E12"])
def test_a_reason_for_leaving_care_without_its_day_never_leaves_the_child_in_care(reason: str):
    reading = episode("", reason)
    assert found(reading) == [(2, "DEC", "dfe-148", "error")]
    assert reading.accepted == 0
    assert balances(reading)


def test_an_episode_that_ends_because_another_begins_stays_open_without_its_day_and_is_told():
    reading = episode("", "X1")
    assert found(reading) == [(2, "REC", "dfe-148", "warning")]
    assert reading.tables["episodes"]["ended"].to_list() == [None]


@pytest.mark.parametrize("cell", UNREADABLE)
@pytest.mark.parametrize("table", [EPISODES, COSTS], ids=["episodes", "costs"])
def test_an_unreadable_end_sets_the_row_aside(table: str, cell: str):
    reading = read_text(table.format(DEC=cell, REC=""))
    assert [(row, code, severity) for row, _, code, severity in found(reading) if row] == [(2, "unreadable", "error")]
    assert reading.accepted == 0


@pytest.mark.parametrize("cell", STILL_OPEN)
@pytest.mark.parametrize("table", [EPISODES, COSTS], ids=["episodes", "costs"])
def test_what_is_written_for_no_end_yet_is_read_as_none_and_told(table: str, cell: str):
    reading = read_text(table.format(DEC=cell, REC=""))
    (rows,) = reading.tables.values()
    assert rows["ended"].to_list() == [None]
    assert {code for _, column, code, _ in found(reading) if column} <= {"still-open"}


def test_a_missing_incident_with_an_unreadable_end_counts_on_its_day_and_is_not_left_open():
    for headings in ("CHILD | MISSING | MIS_START | MIS_END", "Child ID | Cohort | Went missing | Returned"):
        code = "M" if "MISSING" in headings else "C"
        reading = read_text(f"{headings}\n1 | {code} | 13/11/2024 | 31/11/2024")
        (rows,) = reading.tables.values()
        assert rows["ended"].to_list() == [date(2024, 11, 13)]
        assert found(reading)[-1][2:] == ("unreadable", "warning")
        assert balances(reading)
