"""The Placements North West census gets in as it is, in each yearly layout, explained headings and all."""

from datetime import date
from typing import Final

import loaders
from loaders.reading.result import Reading
from tests.loaders.files import csv_of, found, workbook_of

FIRST: Final = {
    "Looked after child?": "1",
    "Placing Authority": "Brent",
    "Identifier": "A17",
    "Age": "<1",
    "Gender": "Fenale",
    "How the placement was sourced": "NW Contract - Fostering FPS or previous",
    "Placement start date": "02/12/2024",
    "Organisation": "Bright Homes Ltd",
    "Provider ID": "1234567",
    "Establishment": "foster carer",
    "Host Authority": "Rossendale",
    "Type of provision": "Fostering - Independent Foster Care (IFA)",
    "UASC": "Not yet established",
    "Total weekly cost": "1,000.00",
    "Contribution from Social Care": "700",
    "Contribution from Education": "200",
    "Contribution from Health": "100",
}
FOURTH: Final = FIRST | {
    "Ethnic Group": "Irish (White)",
    "SEND": "yes",
    "Primary SEND category": "learning",
    "Primary SEND need": "autism",
    "Registration type": "Ofsted",
    "Establishment registration URN": "SC012345",
    "Primary Placing at Distance Reason": "Placement available locally but provider refused due to need",
}
GONE: Final = ("Host Authority", "Provider ID", "Establishment registration URN", "Registration type", "SEND")
LAST: Final = {
    name: cell for name, cell in FOURTH.items() if name not in (*GONE, "Primary Placing at Distance Reason")
} | {
    "Looked after child?": "Looked after child (under 18)",
    "Age": "18 months",
    "How the placement was sourced": "Direct Award / Off Framework",
    "Primary registration type": "CQC only",
    "Placing at Distance Reason": "Safeguarding requirement",
    "Provider Ofsted (or equivalent) URN": "1234567",
    "Establishment URN": "SC054321",
    "Provider Company number": "00012345",
    "Does this placement cost include additional packages?": "Yes",
    "Deprivation of Liberty Safeguards in place?": "DoLS (current)",
    "Does this CYP require a solo placement?": "No, but is in a solo placement",
}
EXPLAINED: Final = {
    "Identifier": "Identifier \nThis is the unique reference for the child. Use the same one each quarter.",
    "Age": "Age\nThis will be rounded down",
    "Placement start date": "Placement start date (DD/MM/YYYY)\nThis should be the start of this placement.",
    "Organisation": "Organisation\nThis is the organisation you have the contract with",
    "Total weekly cost": "Total weekly cost (actual weekly fee paid)\n(Please divide annual costs.) It should add up.",
    "Contribution from Health": "Contribution from Health\n(the financial contribution, not percentage)",
    "Looked after child?": "Looked after child? All placements on this sheet should be looked after children.",
    "UASC": "UASC (Unaccompanied Asylum Seeking Child)\n(Please select from drop down list)",
    "SEND": "SEND\n(Please select from drop down list)",
}


def read(row: dict[str, str], name: str) -> Reading:
    return loaders.read(csv_of([list(row), list(row.values())]), name=name, borough="BRE")


def test_the_first_layout_with_a_start_date():
    reading = read(FIRST, "pnw_2020_dec.csv")
    (row,) = reading.tables["costs"].to_dicts()
    assert (reading.source, reading.return_year, row["child"]) == ("costs", 2021, "BRE-A17")
    assert (row["started"], row["ended"]) == (date(2024, 12, 2), None)
    assert (row["provider_name"], row["urn"], row["sourcing"]) == ("Bright Homes Ltd", "1234567", "Framework")
    assert (row["weekly_cost"], row["social_care"], row["education"], row["health"]) == (1000, 700, 200, 100)
    assert [code for _, _, code, _ in found(reading)] == ["absent-column"]


def test_the_fourth_layout_has_the_setting_and_why_it_is_far():
    (row,) = read(FOURTH, "pnw_2022_mar.csv").tables["costs"].to_dicts()
    assert (row["urn"], row["distance_reason"]) == ("SC012345", "No local placement available")


def test_the_last_layout_has_packages_liberty_and_solo():
    reading = read(LAST, "pnw_2025_dec.csv")
    (row,) = reading.tables["costs"].to_dicts()
    assert (row["urn"], row["sourcing"], row["distance_reason"]) == ("SC054321", "Spot", "Safety of the child")
    assert (row["includes_packages"], row["is_deprived_of_liberty"], row["is_solo"]) == (True, True, True)
    assert [code for _, _, code, _ in found(reading)] == ["absent-column"]


def test_headings_may_carry_their_explanation():
    row = {EXPLAINED.get(name, name): cell for name, cell in FOURTH.items()}
    reading = loaders.read(workbook_of({"Social care": [list(row), list(row.values())]}), name="BRE_2025_pnw.xlsx")
    plain = read(FOURTH, "pnw_2025_mar.csv")
    assert reading.tables["costs"].equals(plain.tables["costs"])
    assert [code for _, _, code, _ in found(reading)] == ["absent-column"]


def test_without_a_start_date_it_is_said_what_is_lacking():
    refused = read(
        {name: cell for name, cell in FIRST.items() if name != "Placement start date"}, "pnw_2019.csv"
    ).refused
    assert refused is not None
    assert "Placement cost pro forma, but lacks Price from" in refused
