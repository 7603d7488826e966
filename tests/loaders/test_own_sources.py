"""Costs, needs, incidents, contracts: what each pro forma becomes."""

from datetime import date

import pytest

from loaders import labels
from tests.loaders.files import found, read_rows, read_text

COST = {
    "Child ID": "1042",
    "Price from": "05/09/2023",
    "Price to": "",
    "Provider": "Bright Homes Ltd",
    "Provider URN": "SC012345",
    "Type of provision": "IFA",
    "How sourced": "F",
    "Planned or emergency": "P",
    "Total weekly cost": "1000",
    "Social care": "700",
    "Education": "200",
    "Health": "100",
    "Reason placed at distance": "4",
    "Includes packages": "N",
    "Solo": "Y",
    "DoLS": "",
    "EHC plan": "Y",
}


def cost(**cells: str) -> tuple[dict[str, object], list[tuple[str | None, str, str]]]:
    """The clean row (empty if set aside) and the findings of one price."""
    row = COST | {name.replace("_", " "): cell for name, cell in cells.items()}
    reading = read_rows([list(row), list(row.values())], "BRE/2025/costs.csv")
    rows = reading.tables["costs"].to_dicts()
    return rows[0] if rows else {}, [(column, code, severity) for _, column, code, severity in found(reading)]


def test_a_price_becomes_labels_and_flags():
    row, findings = cost()
    assert findings == []
    assert row == {
        "borough": "Brent",
        "return_year": 2025,
        "row": 2,
        "child": "BRE-1042",
        "started": date(2023, 9, 5),
        "ended": None,
        "provider_name": "Bright Homes Ltd",
        "urn": "SC012345",
        "provision": "IFA",
        "weekly_cost": 1000.0,
        "social_care": 700.0,
        "education": 200.0,
        "health": 100.0,
        "packages": None,
        "sourcing": "Framework",
        "arrangement": "Planned",
        "distance_reason": "No local placement available",
        "includes_packages": False,
        "is_solo": True,
        "is_deprived_of_liberty": None,
        "has_ehc_plan": True,
    }


@pytest.mark.parametrize(
    ("written", "sourcing"),
    [
        ("F", "Framework"),
        ("framework lot", "Framework"),
        ("Block - local", "Block"),
        ("Direct award/spot", "Spot"),
        ("in house", "In-house"),
        ("", "Not recorded"),
    ],
)
def test_how_it_was_bought_by_letter_or_name(written: str, sourcing: str):
    assert cost(How_sourced=written)[0]["sourcing"] == sourcing


def test_a_total_left_blank_is_the_sum_of_its_parts_and_the_repair_is_told():
    row, findings = cost(Total_weekly_cost="")
    assert row["weekly_cost"] == 1000.0
    assert findings == [("Total weekly cost", "total-from-parts", "warning")]


def test_a_repaired_row_is_counted_as_accepted_and_repaired():
    repaired, other = COST | {"Total weekly cost": ""}, COST | {"Child ID": "7"}
    reading = read_rows([list(COST), list(repaired.values()), list(other.values())], "BRE/2025/costs.csv")
    assert (reading.rows, reading.accepted, reading.repaired, reading.set_aside) == (2, 2, 1, 0)


def test_no_split_at_all_is_all_social_care():
    row, findings = cost(Social_care="", Education="", Health="")
    assert (row["social_care"], row["education"], row["health"], findings) == (1000.0, 0.0, 0.0, [])


def test_joint_funding_that_does_not_add_up_keeps_the_total_and_warns():
    row, findings = cost(Health="300")
    assert row["weekly_cost"] == 1000.0
    assert findings == [("Total weekly cost", "parts-miss-total", "warning")]
    assert cost(Health="100.60")[1] == []


def test_prices_that_cannot_be():
    no_price = cost(Total_weekly_cost="", Social_care="", Education="", Health="")
    assert no_price == ({}, [("Total weekly cost", "no-cost", "error")])
    assert cost(Total_weekly_cost="-5", Social_care="", Education="", Health="")[1] == [
        ("Total weekly cost", "below-nothing", "error")
    ]
    assert cost(Price_to="01/01/2023")[1] == [("Price to", "ended-first", "error")]


HEADINGS = [
    *("Physical health", "Emotional health", "Attachment", "Safe decisions", "Learning", "Education"),
    *("Emotions", "Social", "Self-care", "Goals", "Wishes", "Identity"),
]


def test_a_needs_assessment_becomes_twelve_rows():
    headings = "|".join(HEADINGS)
    reading = read_text(f"Child ID|Assessed|{headings}\n1|12/06/2024|0|1|2|3|0.0|None|some|High|very high|1|1|1")
    frame = reading.tables["needs"]
    assert (reading.rows, reading.accepted, frame.height) == (1, 1, 12)
    assert frame["indicator"].to_list() == labels.INDICATORS
    assert frame["score"].to_list() == [0, 1, 2, 3, 0, 0, 1, 2, 3, 1, 1, 1]
    assert frame["domain"].to_list() == list(labels.NEEDS.values())


def test_an_assessment_with_a_score_missing_is_set_aside_whole():
    headings = "|".join(labels.INDICATORS)
    one, other = "|".join("01230123012"), "|".join("41111111111")
    reading = read_text(f"Child ID|Assessed|{headings}\n1|12/06/2024|{one}|\n2|12/06/2024|{other}|1")
    assert (reading.set_aside, reading.tables["needs"].height) == (2, 0)
    assert found(reading) == [
        (2, "Identity", "blank", "error"),
        (3, "Physical health", "unreadable", "error"),
    ]


def test_incidents_may_have_no_child():
    reading = read_text("""
        Child ID | Cohort | Went missing | Time  | Returned   | Sex | Born
        1042     | C      | 13/11/2024   | 21:30 | 14/11/2024 | F   | 05/2010
                 | H      | 13/11/2024   |       |            |     |
                 | H      | 13/11/2024   |       |            |     |
                 |        | 13/11/2024   |       |            |     |
        9        | O      | 13/11/2024   | 9pm   | 12/11/2024 | M   |
    """)
    assert (reading.accepted, reading.set_aside) == (4, 1)
    assert reading.tables["incidents"].select("child", "cohort", "hour", "birth_month").rows() == [
        ("BRE-1042", "In care", 21, date(2010, 5, 1)),
        (None, "At home", None, None),
        (None, "At home", None, None),
        (None, "Not recorded", None, None),
    ]
    assert found(reading) == [(6, "Returned", "ended-first", "error")]


def test_a_contract_has_a_price_a_year():
    reading = read_text("""
        Service           | Provider  | Category          | From       | To         | Annual price
        Return interviews | Safe Ltd  | Missing from home | 01/04/2024 | 01/04/2025 | £48 000
        Return interviews | Safe Ltd  | Missing from home | 01/04/2025 |            | -1
    """)
    assert reading.tables["contracts"]["annual_price"].to_list() == [48000.0]
    assert found(reading) == [(3, "Annual price", "below-nothing", "error")]
