"""Files that say themselves whose their rows are: by a column, a sheet or a title, held against their names."""

from collections.abc import Sequence
from datetime import date

import pytest

import loaders
from loaders.reading.result import Reading
from tests.loaders.files import LATER, SHARED, balances, csv_of, needs_shared_data, rows_of, workbook_of

HEAD = "CHILD | MISSING | MIS_START | MIS_END"
ROW = "M | 13/01/2025 | 14/01/2025"


def parts(text: str, name: str = "missing.csv", **said: object) -> list[Reading]:
    """Read a text table, whosever it is."""
    return loaders.read_parts(csv_of(rows_of(text)), name=name, **{"today": LATER} | said)  # pyright: ignore[reportArgumentType]


def refusal(text: str, name: str = "missing.csv", **said: object) -> str:
    (reading,) = parts(text, name, **said)
    assert reading.refused is not None
    assert not reading.tables
    return reading.refused


def owners(readings: Sequence[Reading]) -> dict[tuple[str | None, int | None], list[str]]:
    """Children by borough and return year; every row accounted for."""
    assert all(balances(reading) and reading.refused is None for reading in readings)
    return {(each.borough, each.return_year): each.tables["missing"]["child"].to_list() for each in readings}


def mixed(heading: str, *cells: str) -> str:
    """A row for each cell of a column."""
    return "\n".join([f"{HEAD} | {heading}", *(f"{at} | {ROW} | {cell}" for at, cell in enumerate(cells, 1))])


HEADINGS = (
    *("LA", "LA name", "LA_Code", "Local authority", "Local Authority Name", "Placing Authority", "Placing LA"),
    *("Responsible authority", "Responsible LA", "Borough", "London Borough", "Council", "Council name", "LEA"),
    *("Home authority", "Authority", "Corporate parent", "Authority (the one that looks after the child)"),
)


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_column_that_names_several_authorities_divides_the_file(heading: str):
    readings = parts(mixed(heading, "Brent", "LB Ealing", "304", "E09000009"), "missing_2025.csv")
    assert owners(readings) == {("Brent", 2025): ["BRE-1", "BRE-3"], ("Ealing", 2025): ["EAL-2", "EAL-4"]}
    assert all("divided" in each.findings["code"] for each in readings)


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize(("name", "said"), [("BRE/2025/missing.csv", {}), ("missing_2025.csv", {"borough": "BRE"})])
def test_a_file_of_one_borough_that_holds_others_is_refused_with_their_names(
    heading: str, name: str, said: dict[str, object]
):
    told = refusal(mixed(heading, "Brent", "Ealing", "Ealing"), name, **said)
    assert "Ealing (2 rows)" in told
    assert "Brent (1 row)" in told
    assert "said to be of Brent" in told


def test_a_column_that_agrees_is_no_matter_and_one_that_does_not_is_refused():
    assert owners(parts(mixed("LA", "Brent", "BRE"), "BRE/2025/missing.csv")) == {("Brent", 2025): ["BRE-1", "BRE-2"]}
    assert "Ealing (2 rows), by the column LA" in refusal(mixed("LA", "EAL", "EAL"), "BRE/2025/missing.csv")


def test_a_column_tells_the_borough_where_no_name_does():
    assert owners(parts(mixed("LA", "EAL"), "missing_2025.csv")) == {("Ealing", 2025): ["EAL-1"]}
    assert owners(parts(mixed("LA", "Medway"), "Kent and Medway 2025.csv")) == {("Medway", 2025): ["887-1"]}
    assert len(parts(mixed("LA", "Medway", "Kent"), "Kent and Medway 2025.csv")) == 2
    assert "Brent (1 row)" in refusal(mixed("LA", "Brent"), "Kent and Medway 2025.csv")


@pytest.mark.parametrize(
    "heading", ["YEAR", "Return year", "Collection Year", "Census year", "Reporting year", "Year to"]
)
@pytest.mark.parametrize(("one", "other"), [("2024", "2025"), ("2023-24", "2024/25"), ("31/03/2024", "31/03/2025")])
def test_a_column_of_return_years_divides_the_file(heading: str, one: str, other: str):
    readings = parts(mixed(heading, one, other, one), "BRE/missing.csv")
    assert owners(readings) == {("Brent", 2024): ["BRE-1", "BRE-3"], ("Brent", 2025): ["BRE-2"]}
    assert [each.as_at for each in readings] == [date(2024, 3, 31), date(2025, 3, 31)]


def test_years_are_held_against_the_name():
    assert owners(parts(mixed("YEAR", "2025"), "BRE/2025/missing.csv")) == {("Brent", 2025): ["BRE-1"]}
    assert "the return year 2024" in refusal(mixed("YEAR", "2024"), "BRE/2025/missing.csv")
    told = refusal(mixed("YEAR", "2024", "2025"), "BRE/2025/missing.csv")
    assert "2024 (1 row)" in told
    assert "2025 (1 row)" in told
    assert len(parts(mixed("YEAR", "2024", "2025"), "BRE 2020 to 2025.csv")) == 2
    assert "2019 (1 row)" in refusal(mixed("YEAR", "2019"), "BRE 2021 to 2025.csv")


def test_boroughs_and_years_together():
    text = f"{HEAD} | LA | YEAR\n1 | {ROW} | BRE | 2024\n1 | {ROW} | EAL | 2024\n1 | {ROW} | BRE | 2025"
    assert owners(parts(text)) == {
        ("Brent", 2024): ["BRE-1"],
        ("Brent", 2025): ["BRE-1"],
        ("Ealing", 2024): ["EAL-1"],
    }
    told = refusal(text, "BRE/2025/missing.csv")
    assert "Ealing (1 row)" in told
    assert "2024 (2 rows)" in told


def test_a_blank_cell_among_one_borough_is_told_and_among_several_is_refused():
    (reading,) = parts(mixed("LA", "Brent", "", "Brent"), "BRE/2025/missing.csv")
    assert reading.findings.filter(code="blank-owner")["row"].to_list() == [3]
    told = refusal(mixed("LA", "Brent", "", "Ealing"), "missing_2025.csv")
    assert "which of them is not said in row 3" in told
    assert "row 4" in refusal(mixed("YEAR", "2024", "2025", ""), "BRE/missing.csv")


def test_rows_that_hold_nothing_belong_to_the_first_part_and_none_is_lost():
    text = mixed("LA", "Brent", "Ealing").replace("\n2 |", "\n | | | |\n2 |")
    readings = parts(text, "missing_2025.csv")
    assert [(each.borough, each.rows, each.accepted, each.blank) for each in readings] == [
        ("Brent", 2, 1, 1),
        ("Ealing", 1, 1, 0),
    ]
    assert readings[1].tables["missing"]["row"].to_list() == [4]


def test_a_name_that_is_of_no_authority_is_asked_about_by_its_row_and_never_repeated():
    told = refusal(mixed("LA", "Brent", "Narnia", "Brent"), "BRE/2025/missing.csv")
    assert "row 3" in told
    assert "Narnia" not in told
    assert "row" in refusal(mixed("LA", "LBB", "LBE"), "BRE/2025/missing.csv")
    (reading,) = parts(mixed("LA", "LBB", "LBB"), "BRE/2025/missing.csv")
    assert "unchecked" in reading.findings["code"]


def test_two_columns_that_disagree_are_refused_with_the_rows():
    text = f"{HEAD} | LA | Placing Authority\n1 | {ROW} | Brent | Brent\n2 | {ROW} | Brent | Ealing"
    told = refusal(text, "BRE/2025/missing.csv")
    assert "The column LA and the column Placing Authority name different authorities in row 3" in told
    assert "different" in refusal(text.replace("Placing Authority", "LA"), "BRE/2025/missing.csv")


def test_a_year_of_the_calendar_or_of_school_is_no_return_year():
    text = f"{HEAD} | Year\n1 | M | 13/11/2024 | | 2024\n2 | M | 13/01/2025 | | 2025"
    (reading,) = parts(text, "BRE/2025/missing.csv")
    assert (reading.return_year, reading.accepted) == (2025, 2)
    assert "unchecked" in reading.findings["code"]
    (reading,) = parts(mixed("Year", "9", "11"), "BRE/2025/missing.csv")
    assert (reading.return_year, reading.accepted) == (2025, 2)


def test_a_bare_year_under_financial_year_may_be_either_and_is_not_taken():
    assert "Of which year" in refusal(mixed("Financial year", "2024"), "BRE/missing.csv")
    assert owners(parts(mixed("Financial year", "2023-24"), "BRE/missing.csv")) == {("Brent", 2024): ["BRE-1"]}


def test_an_incident_of_another_authoritys_child_may_name_that_authority():
    text = """
        Child ID | Cohort | Went missing | Responsible authority
        1        | C      | 13/11/2024   | Brent
        2        | O      | 13/11/2024   | Kent
        3        | O      | 14/11/2024   | Cardiff
    """
    (reading,) = parts(text, "BRE/2025/incidents.csv")
    assert (reading.refused, reading.accepted) == (None, 3)
    assert "blank-owner" not in reading.findings["code"]
    assert "Kent (1 row)" in refusal(text.replace("2        | O", "2        | C"), "BRE/2025/incidents.csv")


def test_columns_about_where_a_placement_lies_are_not_about_whose_child_it_is():
    for heading in ("Host Authority", "Setting local authority", "LA of placement", "Provider local authority"):
        assert len(parts(mixed(heading, "Kent", "Ealing"), "BRE/2025/missing.csv")) == 1


def sheets(**rows: str) -> bytes:
    return workbook_of({name.replace("_", " "): rows_of(f"{HEAD}\n{text}") for name, text in rows.items()})


def of_book(content: bytes, name: str) -> list[Reading]:
    return loaders.read_parts(content, name=name, today=LATER)


def test_sheets_named_by_borough_or_year_divide_the_file_and_are_held_against_its_name():
    book = sheets(Brent=f"1 | {ROW}", Ealing=f"1 | {ROW}\n2 | {ROW}")
    assert owners(of_book(book, "missing_2025.xlsx")) == {
        ("Brent", 2025): ["BRE-1"],
        ("Ealing", 2025): ["EAL-1", "EAL-2"],
    }
    (reading,) = of_book(book, "BRE/2025/missing.xlsx")
    assert "Ealing (2 rows)" in str(reading.refused)
    years = workbook_of({year: rows_of(f"{HEAD}\n1 | {ROW}") for year in ("2023-24", "2024-25")})
    assert set(owners(of_book(years, "BRE/missing.xlsx"))) == {("Brent", 2024), ("Brent", 2025)}
    (reading,) = of_book(years, "BRE/2025/missing.xlsx")
    assert "2024 (1 row)" in str(reading.refused)


@pytest.mark.parametrize("sheet", ["Sheet1", "Missing", "Export_20260512", "Q3", "April", "Data (2)", "reading notes"])
def test_other_names_of_sheets_say_nothing(sheet: str):
    book = workbook_of({sheet: rows_of(f"{HEAD}\n1 | {ROW}")})
    assert owners(of_book(book, "BRE/2025/missing.xlsx")) == {("Brent", 2025): ["BRE-1"]}


def test_a_title_of_another_borough_is_refused():
    table = f"{HEAD}\n1 | {ROW}"
    for title, is_other in (("London Borough of Ealing", True), ("Brent and Ealing", False), ("Reading this", False)):
        rows = [[title, "", "", ""], *rows_of(table)]
        (reading,) = loaders.read_parts(csv_of(rows), name="BRE/2025/missing.csv", today=LATER)
        assert (reading.refused is not None) is is_other, title


def test_what_all_boroughs_share_is_never_divided():
    population = """
        la_name | mid_year | population_0_17 | Borough | Year
        Brent   | 2024     | 1               | Brent   | 2024
        Ealing  | 2024     | 2               | Ealing  | 2023
    """
    assert len(parts(population, "population.csv")) == 1


def test_read_alone_refuses_a_file_of_several():
    reading = loaders.read(csv_of(rows_of(mixed("LA", "Brent", "Ealing"))), name="missing_2025.csv", today=LATER)
    assert "Brent 2025 (1), Ealing 2025 (1)" in str(reading.refused)


def test_columns_passed_over_are_named_unless_they_may_be_cells():
    (reading,) = parts(mixed("Key worker", "x"), "BRE/2025/missing.csv")
    assert reading.findings.filter(code="extra-column")["message"].to_list() == [
        "Columns that are not needed were passed over: Key worker."
    ]
    (reading,) = parts(mixed("D051910639385", "x"), "BRE/2025/missing.csv")
    assert reading.findings.filter(code="extra-column")["message"].to_list() == [
        "Columns that are not needed were passed over: 1."
    ]


@needs_shared_data
def test_the_files_that_went_wrong_are_divided_or_refused():
    folder = SHARED / "cases" / "files" / "several_authorities_in_one_file"
    la, census = (folder / name for name in ("la_2021_episodes.csv", "pnw_Brent_2025_costs.csv"))
    (reading,) = loaders.read_parts(la, borough="Hillingdon", today=LATER)
    assert all(name in str(reading.refused) for name in ("Hillingdon", "Southwark", "Bromley"))
    held = {
        (each.borough, each.return_year): each.accepted for each in loaders.read_parts(la.read_bytes(), name="x.csv")
    }
    assert held == {("Bromley", 2021): 1, ("Hillingdon", 2020): 1, ("Hillingdon", 2021): 1, ("Southwark", 2021): 2}
    (reading,) = loaders.read_parts(census, today=LATER)
    assert all(name in str(reading.refused) for name in ("Brent (1 row)", "Ealing (2 rows)", "Camden (1 row)"))
