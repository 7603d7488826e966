"""Needs, incidents, contracts: what each pro forma becomes."""

from datetime import date

from loaders import labels
from tests.loaders.files import found, read_text

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


def test_two_incidents_of_one_child_and_hour_are_two_and_equal_rows_of_a_known_child_are_one():
    reading = read_text(
        """
        Child ID | Cohort | Went missing | Time  | Returned
        1        | C      | 13/11/2024   | 21:30 | 13/11/2024
        1        | C      | 13/11/2024   | 21:30 | 15/11/2024
        1        | C      | 14/12/2024   |       | 15/12/2024
        1        | C      | 14/12/2024   |       | 15/12/2024
                 |        | 13/11/2024   |       |
                 |        | 13/11/2024   |       |
        """,
        "BRE/2025/incidents.csv",
    )
    assert reading.tables["incidents"]["child"].to_list() == ["BRE-1", "BRE-1", "BRE-1", None, None]
    assert [each[:3] for each in found(reading) if each[3] == "error"] == [(4, None, "duplicate")]


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


def test_incidents_of_one_day_that_both_go_on_beyond_it_are_a_question():
    reading = read_text("""
        Child ID | Cohort | Went missing | Time  | Returned
        1        | C      | 03/05/2024   | 20:00 | 04/05/2024
        1        | C      | 03/05/2024   | 20:00 | 09/05/2024
        2        | C      | 03/05/2024   | 10:00 | 03/05/2024
        2        | C      | 03/05/2024   | 20:00 | 05/05/2024
                 | H      | 03/05/2024   | 20:00 | 05/05/2024
                 | H      | 03/05/2024   | 20:00 | 06/05/2024
    """)
    told = [each for each in found(reading) if each[0]]
    assert told == [(2, "Returned", "incidents-rival", "error"), (3, "Returned", "incidents-rival", "error")]
    assert reading.tables["incidents"]["child"].to_list() == ["BRE-2", "BRE-2", None, None]
