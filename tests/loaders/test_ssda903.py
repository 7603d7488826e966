"""The SSDA903 return: what each table becomes."""

from datetime import date

import pytest
from polars.testing import assert_frame_equal

from loaders.tables import CLEAN
from tests.loaders.files import found, read_rows, read_text
from tests.table import table

EPISODE = {
    "CHILD": "1042",
    "DECOM": "05/09/2023",
    "RNE": "S",
    "LS": "C2",
    "CIN": "N1",
    "PLACE": "U4",
    "PLACE_PROVIDER": "PR4",
    "DEC": "20/01/2024",
    "REC": "X1",
    "REASON_PLACE_CHANGE": "CARPL",
    "HOME_POST": "HA9 0FJ",
    "PL_POST": "UB8 1UW",
    "URN": "SC012345",
}


def episode(name: str = "BRE/2024/episodes.csv", **cells: str) -> dict[str, object]:
    """The clean row of one episode that differs from the plain one in some cells."""
    row = EPISODE | cells
    reading = read_rows([list(row), list(row.values())], name)
    return reading.tables["episodes"].to_dicts()[0]


def codes(year: int, **cells: str) -> list[tuple[str | None, str, str]]:
    """Findings on one episode: column, code, severity."""
    row = EPISODE | cells
    return [rest for _, *rest in map(list, found(read_rows([list(row), list(row.values())], f"BRE/{year}/e.csv")))]


def test_an_episode_becomes_labels_flags_and_sectors():
    assert episode() == {
        "borough": "Brent",
        "return_year": 2024,
        "row": 2,
        "child": "BRE-1042",
        "started": date(2023, 9, 5),
        "ended": date(2024, 1, 20),
        "reason_started": "Started to be looked after",
        "reason_ended": "New episode begins",
        "reason_moved": "Care plan",
        "legal_status": "Full care order",
        "category_of_need": "Abuse or neglect",
        "placement_group": "Foster care",
        "placement_type": "IFA foster",
        "provider_sector": "Private",
        "urn": "SC012345",
        "home_postcode_sector": "HA9 0",
        "placement_postcode_sector": "UB8 1",
        "host_authority": "Hillingdon",
        "host_region": "London",
        "distance_miles": pytest.approx(8.5, abs=0.1),
        "is_out_of_area": True,
        "is_short_break": False,
        "is_adoption_by_carer": False,
    }


@pytest.mark.parametrize(
    ("place", "provider", "kind"),
    [
        ("U4", "PR1", "In-house foster"),
        ("U5", "PR3", "In-house foster"),
        ("U6", "", "In-house foster"),
        ("U6", "PR4", "IFA foster"),
        ("U4", "PR5", "IFA foster"),
        ("U1", "PR4", "Relative or friend foster"),
        ("K2", "PR4", "Children's home"),
        ("T3", "", "Temporary"),
        ("Z1", "", "Other placement"),
    ],
)
def test_placement_type_tells_in_house_from_agency_foster_care(place: str, provider: str, kind: str):
    assert episode(PLACE=place, PLACE_PROVIDER=provider)["placement_type"] == kind


def test_a_provider_left_blank_is_not_reported():
    assert episode(PLACE_PROVIDER="")["provider_sector"] == "Not reported"


@pytest.mark.parametrize(("status", "flag"), [("V3", True), ("V4", True), ("V2", False)])
def test_short_breaks_are_flagged(status: str, flag: bool):
    assert episode(LS=status)["is_short_break"] is flag


@pytest.mark.parametrize(("place", "flag"), [("A3", True), ("A5", True), ("A4", False), ("A6", False)])
def test_adoption_by_the_foster_carer_is_flagged(place: str, flag: bool):
    assert episode(PLACE=place)["is_adoption_by_carer"] is flag


def test_within_the_borough_is_not_out_of_area_and_another_country_is():
    assert episode(PL_POST="HA9 0WS")["is_out_of_area"] is False
    wales = episode(PL_POST="CF10 1AA")
    assert (wales["host_authority"], wales["host_region"], wales["is_out_of_area"]) == ("Cardiff", "Wales", True)


def test_a_postcode_that_is_not_known_leaves_the_place_unknown_and_is_told():
    for postcode in ("EG19 7TT", "", "rubbish"):
        row = episode(PL_POST=postcode)
        assert (row["host_authority"], row["distance_miles"], row["is_out_of_area"]) == (None, None, None)
    assert codes(2024, PL_POST="EG19 7TT") == [["PL_POST", "dfe-392c", "warning"]]
    assert codes(2024, PL_POST="rubbish") == [["PL_POST", "unreadable", "warning"]]
    assert codes(2024, PL_POST="", HOME_POST="HA9 0") == []


@pytest.mark.parametrize(
    ("column", "code", "years"),
    [
        ("PLACE", "H5", {2024: True, 2025: False}),
        ("PLACE", "P2", {2024: True, 2025: False}),
        ("PLACE", "K3", {2024: False, 2025: True}),
        ("PLACE", "Z11", {2025: False, 2026: True, 2027: True}),
        ("PLACE", "Z1", {2018: True, 2025: True, 2026: True}),
        ("REASON_PLACE_CHANGE", "CUSTOD", {2018: False, 2019: True}),
        ("REC", "E44", {2018: True, 2019: False}),
    ],
)
def test_a_code_of_another_year_is_read_with_a_warning(column: str, code: str, years: dict[int, bool]):
    for year, is_used in years.items():
        cells = {"DECOM": "01/05/2016", "DEC": "01/06/2016", column: code}
        told = [found for found in codes(year, **cells) if found[1] == "out-of-year"]
        assert told == ([] if is_used else [[column, "out-of-year", "warning"]])


def test_impossible_and_odd_episodes():
    assert codes(2024, DEC="01/01/2023") == [["DEC", "dfe-356", "error"]]
    assert codes(2024, DECOM="05/09/2024", DEC="", REC="") == [["DECOM", "dfe-354", "warning"]]
    assert codes(2024, REC="") == [["REC", "dfe-148", "warning"]]
    assert codes(2024, PLACE="Q9") == [["PLACE", "unreadable", "error"]]
    assert codes(2024, REC="Q9") == [["REC", "unreadable", "warning"], ["REC", "dfe-148", "warning"]]


def test_two_episodes_of_one_child_and_day_both_go_on_to_be_put_together():
    row, other = list(EPISODE.values()), list((EPISODE | {"PLACE": "K2"}).values())
    reading = read_rows([list(EPISODE), row, other, row], "BRE/2024/episodes.csv")
    assert reading.tables["episodes"]["placement_group"].to_list() == ["Secure and children's homes", "Foster care"]
    assert found(reading) == [(2, None, "duplicate", "error")]


def test_two_incidents_of_one_child_and_day_are_two_and_equal_rows_are_one():
    reading = read_text(
        """
        CHILD | DOB        | MISSING | MIS_START  | MIS_END
        1     | 01/06/2010 | M       | 13/11/2024 | 13/11/2024
        1     | 01/06/2010 | M       | 13/11/2024 | 15/11/2024
        1     | 01/06/2010 | M       | 13/11/2024 | 15/11/2024
        1     | 01/06/2010 | M       | 14/12/2024 |
        1     | 01/06/2010 | M       | 14/12/2024 |
        """,
        "BRE/2025/missing.csv",
    )
    assert [str(day) for day in reading.tables["missing"]["ended"]] == ["2024-11-13", "2024-11-15", "None"]
    assert found(reading) == [(3, None, "duplicate", "error"), (5, None, "duplicate", "error")]


def test_children_keep_no_name_number_or_day_of_birth():
    reading = read_text(
        """
        CHILD | SEX    | DOB        | ETHNIC        | UPN           | MOTHER | MC_DOB
        1     | 1      | 14/05/2012 | WBRI          | H801200001001 | 1      | 01/02/2024
        2     | f      | 2012-06-30 | White British |               |        |
        3     | Female | 45000      |               |               |        |
        4.0   | U      | 01/01/2020 | refu          |               |        |
        """,
        "EAL/2025/header.csv",
    )
    expected = table(
        """
        borough | return_year | child | sex     | birth_month | ethnicity
        Ealing  | 2025        | EAL-1 | Male    | 2012-05-01  | White British
        Ealing  | 2025        | EAL-2 | Female  | 2012-06-01  | White British
        Ealing  | 2025        | EAL-3 | Female  | 2023-03-01  |
        Ealing  | 2025        | EAL-4 | Unknown | 2020-01-01  | Refused
        """,
        like=CLEAN["children"],
    )
    assert_frame_equal(reading.tables["children"].drop("row"), expected.drop("row"))
    assert found(reading) == []


def test_the_same_identifier_in_two_boroughs_is_two_children():
    text = "CHILD | DUC\n7 | 13/10/2028"
    children = {read_text(text, f"{code}/2025/uasc.csv").tables["asylum"]["child"].item() for code in ("BRE", "EAL")}
    assert children == {"BRE-7", "EAL-7"}


def test_missing_tells_missing_from_away():
    reading = read_text("""
        CHILD | DOB        | MISSING | MIS_START  | MIS_END
        1     | 12/03/2010 | M       | 13/11/2024 | 25/11/2024
        1     | 12/03/2010 | A       | 13/11/2024 |
    """)
    assert reading.tables["missing"].select("is_missing", "is_away", "ended").rows() == [
        (True, False, date(2024, 11, 25)),
        (False, True, None),
    ]


def test_strengths_and_difficulties_lie_between_0_and_40():
    reading = read_text("""
        CHILD | SDQ_SCORE | SDQ_REASON
        1     | 40        |
        2     | 41        |
        3     |           | SDQ2
    """)
    assert reading.tables["wellbeing"]["sdq_score"].to_list() == [40, None, None]
    assert found(reading) == [(3, "SDQ_SCORE", "unreadable", "warning")]


@pytest.mark.parametrize(
    ("code", "took_part"),
    [("PN0", None), ("PN1", True), ("PN3", True), ("PN4", False), ("PN5", True), ("PN7", False), ("", None)],
)
def test_taking_part_in_a_review(code: str, took_part: bool | None):
    reading = read_text(f"CHILD | REVIEW | REVIEW_CODE\n1 | 01/05/2024 | {code}")
    assert reading.tables["reviews"]["took_part"].item() is took_part


@pytest.mark.parametrize(("code", "in_touch"), [("YES", True), ("NO", False), ("REFU", False), ("DIED", None)])
def test_care_leavers_in_touch(code: str, in_touch: bool | None):
    reading = read_text(f"CHILD | IN_TOUCH\n1 | {code}")
    assert reading.tables["care_leavers"]["is_in_touch"].item() is in_touch


@pytest.mark.parametrize(("code", "had"), [("P1", True), ("P4", True), ("Z1", False)])
def test_earlier_permanence(code: str, had: bool):
    reading = read_text(f"CHILD | PREV_PERM\n1 | {code}")
    assert reading.tables["earlier_permanence"]["had_permanence"].item() is had


def test_social_workers_are_numbered_for_each_child_and_not_named():
    reading = read_text("""
        CHILD | SW_ID | SW_DECOM   | SW_DEC     | SW_REASON
        1     | ABBOT | 01/06/2024 |            | MANAGE
        1     | ZOLA  | 01/01/2024 | 01/06/2024 | LEFTRL
        2     | ABBOT | 01/02/2024 |            | MANAGE
    """)
    frame = reading.tables["social_workers"]
    assert frame.select("child", "worker").rows() == [("BRE-1", 2), ("BRE-1", 1), ("BRE-2", 1)]
    assert "ABBOT" not in str(frame.rows())
