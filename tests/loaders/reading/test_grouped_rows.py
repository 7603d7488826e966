"""Rows under a label that stands only once above them, as a pivot or a report shows it."""

import pytest

import loaders
from loaders.reading.result import Reading
from tests.loaders.files import balances, csv_of, found, rows_of, workbook_of

PIVOT = """
    Child ID | Cohort | Went missing | Time  | Returned
    7001     | C      | 01/05/2024   | 21:30 | 02/05/2024
             |        | 09/07/2024   | 22:00 | 10/07/2024
             |        | 11/08/2024   | 23:00 | 12/08/2024
    7002     | H      | 03/11/2024   | 20:15 | 04/11/2024
             |        | 05/11/2024   | 20:15 | 06/11/2024
"""


def read(text: str, source: str = "incidents", form: str = "csv") -> Reading:
    rows = rows_of(text)
    content = csv_of(rows) if form == "csv" else workbook_of({"Sheet1": rows})
    reading = loaders.read(content, name=f"BRE/2025/{source}.{form}")
    assert balances(reading)
    return reading


def grouped(reading: Reading) -> list[int]:
    return reading.findings.filter(code="grouped", severity="error")["row"].to_list()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_incidents_under_a_child_named_once_are_told_and_are_not_of_nobody(form: str):
    reading = read(PIVOT, form=form)
    assert grouped(reading) == [3, 4, 6]
    assert reading.tables["incidents"]["child"].to_list() == ["BRE-7001", "BRE-7002"]
    (message,) = reading.findings.filter(code="grouped")["message"].unique()
    assert "neither Child ID nor Cohort" in message
    assert "Repeat the item labels" in message


def test_merged_cells_of_the_child_beside_a_cohort_on_every_row_are_told():
    reading = read("""
        Child ID | Cohort | Went missing
        7001     | C      | 01/05/2024
                 | C      | 09/07/2024
        7002     | H      | 03/11/2024
                 | H      | 05/11/2024
    """)
    assert grouped(reading) == [3, 5]


def test_a_report_that_names_the_child_in_a_line_of_its_own_is_told():
    reading = read("""
        Child ID   | Cohort | Went missing
        7001       |        |
                   | C      | 01/05/2024
                   | C      | 09/07/2024
        7001 Total |        | 2
        7002       |        |
                   | H      | 03/11/2024
        End        |        |
    """)
    assert grouped(reading) == [3, 4, 7]
    assert reading.accepted == 0


def test_a_single_child_above_all_incidents_is_told():
    assert grouped(read("Child ID|Cohort|Went missing\n7001|C|01/05/2024\n||09/07/2024\n||11/08/2024")) == [3, 4]


@pytest.mark.parametrize("mark", ["-", "n/a", "—", ".."])
def test_dashes_in_the_place_of_a_label_are_a_blank_one(mark: str):
    assert grouped(read(PIVOT.replace("             |        |", f"    {mark}    | {mark}   |"))) == [3, 4, 6]


def test_totals_beside_show_that_one_child_alone_may_be_named_above_others():
    reading = read("""
        Child ID   | Cohort | Went missing
        7001       | C      | 01/05/2024
                   |        | 09/07/2024
        7001 Total |        | 2
        7002       | H      | 03/11/2024
    """)
    assert grouped(reading) == [3]


def test_a_log_in_which_many_incidents_name_nobody_is_asked_about():
    nobody = "7001|C|01/05/2024\n||09/07/2024\n7001|C|11/08/2024\n||12/08/2024"
    reading = read(f"Child ID|Cohort|Went missing\n{nobody}")
    assert (None, "Child ID", "of-nobody", "warning") in found(reading)
    many = "".join(f"7001|C|{day:02}/05/2024\n" for day in range(1, 31))
    assert "of-nobody" not in {code for *_, code, _ in found(read(f"Child ID|Cohort|Went missing\n{nobody}\n{many}"))}


OF_NOBODY = {
    "a child stands twice": "7001|C|01/05/2024\n||09/07/2024\n7001|C|11/08/2024\n||12/08/2024",
    "one comes first": "||01/05/2024\n7001|C|09/07/2024\n||11/08/2024\n7002|C|12/08/2024\n||13/08/2024",
    "only one": "7001|C|01/05/2024\n||09/07/2024\n7002|C|11/08/2024",
    "of another cohort": "7001|C|01/05/2024\n|O|09/07/2024\n7002|C|11/08/2024\n|O|12/08/2024",
    "said to be unknown": "7001|C|01/05/2024\nUnknown||09/07/2024\n7002|C|11/08/2024\nUnknown||12/08/2024",
    "none is known": "||01/05/2024\n||09/07/2024",
}


@pytest.mark.parametrize("rows", OF_NOBODY.values(), ids=OF_NOBODY)
def test_incidents_of_which_no_detail_was_recorded_still_count(rows: str):
    reading = read(f"Child ID|Cohort|Went missing\n{rows}")
    assert grouped(reading) == []
    assert reading.set_aside == 0


def test_every_source_with_a_child_tells_its_grouped_rows():
    prices = read(
        """
        Child ID | Price from | Price to   | Provider  | Total weekly cost
        7001     | 01/04/2024 | 01/05/2024 | Oak Lodge | 4200
                 | 01/05/2024 |            | Oak Lodge | 4300
        7002     | 01/04/2024 | 01/05/2024 | Oak Lodge | 4200
                 | 01/05/2024 |            | Oak Lodge | 4300
        """,
        "costs",
    )
    assert grouped(prices) == [3, 5]
    assert prices.findings.filter(code="blank").is_empty()
    reviews = read(
        """
        CHILD | REVIEW     | REVIEW_CODE
        1     | 01/04/2024 | PN1
              | 01/05/2024 | PN1
        2     | 01/04/2024 | PN1
              | 01/05/2024 | PN1
        """,
        "reviews",
    )
    assert grouped(reviews) == [3, 5]


def test_a_provider_named_once_above_its_prices_is_asked_for():
    reading = read(
        """
        Child ID | Price from | Price to | Provider  | Total weekly cost
        1        | 01/04/2024 |          | Oak Lodge | 4200
        2        | 01/05/2024 |          |           | 4300
        3        | 01/05/2024 |          |           | 4300
        4        | 01/04/2024 |          | Ash House | 4200
        5        | 01/05/2024 |          |           | 4300
        """,
        "costs",
    )
    assert [each for each in found(reading) if each[0]] == [
        (row, "Provider", "grouped", "warning") for row in (3, 4, 6)
    ]
    assert reading.accepted == 5
