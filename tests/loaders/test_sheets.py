"""What a workbook's sheets are to each other: hidden ones are left out, a row on two of them counts once."""

import io

import pytest
import xlsxwriter

import loaders
from loaders.reading.result import Reading
from tests.loaders.files import balances, found, rows_of, workbook_of

INCIDENTS = rows_of("""
    Child ID | Cohort | Went missing | Time  | Returned
    7001     | C      | 01/05/2024   | 21:30 | 02/05/2024
    7001     | C      | 09/07/2024   |       | 10/07/2024
    7002     | H      | 03/11/2024   | 20:15 | 04/11/2024
""")
DRAFT = [*INCIDENTS[:3], ["7003", "C", "01/12/2024", "19:00", "02/12/2024"]]
COSTS = rows_of("""
    Child ID | Price from | Price to | Provider  | Total weekly cost
    7001     | 01/05/2024 |          | Oak Lodge | 4200
    7002     | 02/06/2024 |          | Oak Lodge | 3900
""")
BESIDES = ("absent-column", "sheets-together")


def read(content: bytes, table: str = "incidents") -> Reading:
    reading = loaders.read(content, name=f"BRE/2025/{table}.xlsx")
    assert balances(reading)
    return reading


def children(reading: Reading) -> list[str]:
    return [child.removeprefix("BRE-") for child in next(iter(reading.tables.values()))["child"]]


def said(reading: Reading) -> list[tuple[str, int | None, str, str]]:
    rows = reading.findings.filter(~reading.findings["code"].is_in(BESIDES))
    return rows.select("file", "row", "code", "severity").rows()


@pytest.mark.parametrize("how", ["hidden", "very_hidden"])
def test_hidden_sheets_are_left_out_and_named(how: str):
    book = workbook_of({"Draft of May": DRAFT, "Log": INCIDENTS}, **{how: ["Draft of May"]})
    reading = read(book)
    assert (reading.rows, children(reading)) == (3, ["7001", "7001", "7002"])
    assert said(reading) == [("incidents.xlsx", None, "hidden-sheet", "warning")]
    assert "Draft of May" in reading.findings["message"].str.join(" ").item()


def test_where_every_sheet_of_data_is_hidden_it_is_said_how_to_show_them():
    refused = str(loaders.read(workbook_of({"Read me": [["x"]], "Log": INCIDENTS}, hidden=["Log"])).refused)
    assert "hidden: Log. Unhide" in refused


def test_a_hidden_sheet_of_another_source_does_not_make_a_file_of_two_sources():
    reading = read(workbook_of({"Log": INCIDENTS, "Prices": COSTS}, hidden=["Prices"]))
    assert (reading.source, reading.rows) == ("incidents", 3)


def test_a_row_that_stands_on_two_sheets_counts_once_and_is_told_where_it_stands():
    reading = read(workbook_of({"Log": INCIDENTS, "Log (2)": DRAFT}))
    assert (reading.rows, reading.accepted, reading.set_aside) == (6, 4, 2)
    assert children(reading) == ["7002", "7001", "7001", "7003"]
    assert reading.tables["incidents"]["row"].to_list() == [4, 2, 3, 4]
    name = "incidents.xlsx [Log]"
    assert said(reading) == [(name, 2, "copied-row", "error"), (name, 3, "copied-row", "error")]


def test_rows_that_a_sheet_holds_twice_on_purpose_are_still_two_when_the_sheet_is_copied():
    unknown = ["", "H", "01/05/2024", "", ""]
    log = [INCIDENTS[0], unknown, unknown]
    assert read(workbook_of({"Log": log})).accepted == 2
    assert read(workbook_of({"Log": log, "Log (2)": log})).accepted == 2
    assert read(workbook_of({"Log": log, "Log (2)": [*log, unknown]})).accepted == 3


def test_a_copied_row_counts_once_however_each_sheet_writes_it():
    other = [COSTS[0], ["7001", "2024-05-01", "", "Oak Lodge", "£4,200.00"], ["7009", "01/07/2024", "", "Ash", "100"]]
    reading = read(workbook_of({"A": COSTS, "B": other}), "costs")
    assert sorted(children(reading)) == ["7001", "7002", "7009"]


def test_rival_prices_on_two_sheets_are_told_as_those_on_one_are():
    other = [COSTS[0], ["7001", "01/05/2024", "", "Oak Lodge", "9999"]]
    reading = read(workbook_of({"A": COSTS, "B": other}), "costs")
    assert reading.accepted == 1
    assert said(reading) == [
        ("costs.xlsx [A]", 2, "prices-rival", "error"),
        ("costs.xlsx [B]", 2, "prices-rival", "error"),
    ]


def test_sheets_of_other_years_columns_and_titles_still_become_one_table():
    title = [["Prices of the second half"], [], [*COSTS[0], "Education"], ["7004", "03/06/2024", "", "Elm", "100", "5"]]
    reading = read(workbook_of({"A": COSTS, "B": title, "Notes": [["x"]]}), "costs")
    assert (reading.rows, reading.accepted) == (3, 3)
    assert reading.tables["costs"]["row"].to_list() == [2, 3, 4]


def test_a_sheet_that_lacks_a_column_is_not_passed_over_without_a_word():
    lacking = [row[:4] for row in COSTS]
    reading = read(workbook_of({"A": COSTS, "B": lacking}), "costs")
    assert (None, "sheet-lacks", "warning") in [line[1:] for line in said(reading)]
    assert "B comes near to Placement cost pro forma, but lacks Total weekly cost" in str(reading.findings.to_dicts())


def test_hidden_rows_are_read_and_said_and_charts_and_empty_sheets_are_nothing():
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet("Log")
        for at, row in enumerate(INCIDENTS):
            sheet.write_row(at, 0, row)
        sheet.set_row(2, None, None, {"hidden": True})
        chart = book.add_chart({"type": "line"})
        assert chart is not None
        chart.add_series({"values": "=Log!$A$2:$A$4"})
        book.add_chartsheet("Chart").set_chart(chart)
        book.add_worksheet("Empty")
        book.add_worksheet("Empty too").hide()
    reading = read(buffer.getvalue())
    assert reading.accepted == 3
    assert [row for row in found(reading) if row[2] not in BESIDES] == [(None, None, "hidden-rows", "info")]


@pytest.mark.parametrize(("again", "is_refused"), [("75001", False), ("75100", True)])
def test_two_layouts_of_one_table_are_held_against_each_other(again: str, is_refused: bool):
    ours = rows_of("""
        la_name | mid_year | population_0_17
        Brent   | 2024     | 75001
        Ealing  | 2024     | 77000
    """)
    published = rows_of(f"""
        time_period | geographic_level | la_name | new_la_code | age_group                    | population_estimate
        2024        | Local authority  | Brent   | E09000005   | Children aged 0 to 17 years  | {again}
        2024        | Local authority  | Harrow  | E09000015   | Children aged 0 to 17 years  | 60000
    """)
    reading = loaders.read(workbook_of({"Ours": ours, "ONS": published}), name="population.xlsx")
    if is_refused:
        assert reading.refused is not None
        assert "two layouts, on the sheets “Ours” and “ONS”" in reading.refused
        assert "different things of 1 of the same authority and mid year" in reading.refused
    else:
        assert reading.refused is None
        told = reading.tables["population"].sort("authority").select("authority", "children").rows()
        assert told == [("Brent", 75001), ("Ealing", 77000), ("Harrow", 60000)]


def test_a_workbook_with_nothing_on_it_says_so():
    assert "nothing on its sheets" in str(
        loaders.read(workbook_of({"Log": []}), name="BRE/2025/incidents.xlsx").refused
    )


def test_sheets_that_are_read_as_one_table_are_named():
    reading = read(workbook_of({"April": INCIDENTS[:2], "May": [INCIDENTS[0], INCIDENTS[2]]}))
    (told,) = reading.findings.filter(code="sheets-together")["message"]
    assert "April (1), May (1)" in told
    assert "sheets-together" not in read(workbook_of({"April": INCIDENTS})).findings["code"]


@pytest.mark.parametrize("name", ["Draft", "DO NOT USE", "Incidents_draft", "not for submission", "Test data", "WIP"])
def test_a_sheet_whose_name_says_that_its_rows_do_not_count_is_a_question(name: str):
    refused = str(loaders.read(workbook_of({"Log": INCIDENTS, name: DRAFT}), name="BRE/2025/incidents.xlsx").refused)
    assert f"The sheets Log and {name} hold the same kind of table" in refused
    assert read(workbook_of({name: INCIDENTS})).accepted == 3


def test_lines_that_stand_whole_in_the_first_column_are_parted():
    lines = [[",".join(row)] for row in COSTS]
    reading = read(workbook_of({"costs": lines}), "costs")
    assert (reading.accepted, children(reading)) == (2, ["7001", "7002"])


@pytest.mark.parametrize("name", ["Log corrected", "Log v2", "Log_final", "Log - revised"])
def test_a_sheet_that_takes_the_place_of_another_by_its_name_is_a_question(name: str):
    refused = str(loaders.read(workbook_of({"Log": INCIDENTS, name: DRAFT}), name="BRE/2025/incidents.xlsx").refused)
    assert f"The sheets Log and {name} hold the same kind of table, and by their names one takes the place" in refused


@pytest.mark.parametrize(
    "names", [("Current", "Ended"), ("Q1 final", "Q2 final"), ("New", "Old log"), ("2024", "2025")]
)
def test_sheets_that_each_hold_a_part_are_none(names: tuple[str, str]):
    reading = read(workbook_of({names[0]: INCIDENTS[:2], names[1]: [INCIDENTS[0], INCIDENTS[2]]}))
    assert reading.refused is None, reading.refused
