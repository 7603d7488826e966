"""Headings mean what they say: in two rows, twice, or with words that change what the cells are."""

import csv
import io

import pytest

import loaders
from loaders.reading.result import Reading
from tests.loaders.files import balances, csv_of, found, workbook_of

PLAIN = ["Child ID", "Price from", "Price to", "Provider", "Total weekly cost"]
ROWS = [["7001", "01/05/2024", "", "Oak Lodge", "3000"], ["7002", "02/06/2024", "01/08/2024", "Ash House", "2500"]]
PRICES = [("BRE-7001", 3000.0), ("BRE-7002", 2500.0)]

Grid = list[list[str]]


def read(*rows: list[str]) -> Reading:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    reading = loaders.read(text.getvalue().encode(), name="BRE/2025/costs.csv")
    assert balances(reading)
    again = loaders.read(workbook_of({"Costs": rows}), name="BRE/2025/costs.xlsx")
    assert (again.refused or "").removeprefix("Sheet Costs: ") == (reading.refused or "")
    assert again.accepted == reading.accepted
    return reading


def prices(reading: Reading) -> list[tuple[str, float]]:
    assert reading.refused is None, reading.refused
    return reading.tables["costs"].select("child", "weekly_cost").rows()


def with_heading(heading: str, of: str = "Total weekly cost") -> Reading:
    return read([heading if each == of else each for each in PLAIN], *ROWS)


@pytest.mark.parametrize(
    "heading",
    [
        "Total weekly cost (£)",
        "Total weekly cost (GBP)",
        "Total weekly cost [£]",
        "Total weekly cost £",
        "Total weekly cost GBP",
        "Total weekly cost (in pounds)",
        "Total weekly cost (required)",
        "Total weekly cost *",
        "TOTAL WEEKLY COST (£) (required)",
        "Total weekly cost (actual weekly fee paid)\n(Please divide annual costs.) It should add up.",
        "Total weekly cost\nPlease give the full amount, all payers together.",
        "Total weekly cost (social care, education and health)",
        "Total weekly cost (including education and health)",
    ],
)
def test_words_that_change_nothing_are_forgiven(heading: str):
    assert prices(with_heading(heading)) == PRICES


@pytest.mark.parametrize(
    "heading", ["Price from (dd/mm/yyyy)", "Price from (DD-MM-YY)", "Price from (if known)", "Price from (date)"]
)
def test_words_about_how_to_write_a_day_are_forgiven(heading: str):
    assert prices(with_heading(heading, of="Price from")) == PRICES


@pytest.mark.parametrize(
    ("heading", "word"),
    [
        ("Total weekly cost (excluding education contribution)", "excluding"),
        ("Total weekly cost (excl. education)", "excl"),
        ("Total weekly cost - excluding education", "excluding"),
        ("Total weekly cost\n(excluding education)", "excluding"),
        ("Total weekly cost, net", "net"),
        ("Net total weekly cost", "net"),
        ("Total weekly cost (net of contributions)", "net"),
        ("Total weekly cost (in thousands of pounds)", "thousands"),
        ("Total weekly cost (£000)", "000"),
        ("Total weekly cost £000s", "000s"),
        ("Total weekly cost (£'000)", "000"),
        ("Total weekly cost GBP 000", "000"),
        ("Total weekly cost (£k)", "£k"),
        ("Total weekly cost in pence", "pence"),
        ("Total weekly cost (p)", "p"),
        ("Total weekly cost (€)", "€"),
        ("Total weekly cost (estimated)", "estimated"),
        ("Estimated total weekly cost", "estimated"),
        ("Total weekly cost (estimate, to be confirmed)", "estimate"),
        ("Total weekly cost (monthly)", "month"),
        ("Total weekly cost (annual amount paid)", "year"),
        ("Total weekly cost (per day)", "day"),
        ("Total weekly cost (paid by social care)", "Social care"),
        ("Total weekly cost (maximum agreed with the provider)", "maximum"),
        ("Total weekly cost (without packages)", "without"),
    ],
)
def test_words_that_change_what_amounts_are_are_asked_about(heading: str, word: str):
    refused = str(with_heading(heading).refused)
    assert f"The heading in column E says more than Total weekly cost: “{word}”" in refused
    assert "call the column just Total weekly cost" in refused


@pytest.mark.parametrize(
    ("of", "heading", "word"),
    [
        ("Price from", "Price from (MM/DD/YYYY)", "mm/dd"),
        ("Price from", "Price from (planned first day of the placement)", "planned"),
        ("Price to", "Price to (expected)", "expected"),
        ("Price to", "Price to (inclusive)", "inclusive"),
        ("Price to", "Price to (as agreed)", "as agreed"),
        ("Child ID", "Child ID (of the mother, not the child)", "mother"),
        ("Child ID", "Former child ID", "former"),
        ("Child ID", "Child ID (old system's number)", "old"),
    ],
)
def test_words_that_change_whose_or_when_are_asked_about(of: str, heading: str, word: str):
    assert f"says more than {of}: “{word}”" in str(with_heading(heading, of).refused)


@pytest.mark.parametrize(
    "heading",
    ["Education (estimated)", "Education (monthly)", "Education £000", "Net education", "Education (per day)"],
)
def test_a_column_that_may_be_missing_is_not_lost_for_its_words(heading: str):
    reading = read([*PLAIN, heading], *([*row, "1"] for row in ROWS))
    assert "The heading in column F says more than Education" in str(reading.refused)


def test_an_amount_of_the_week_beside_a_weekly_total_is_one():
    reading = read([*PLAIN, "Education (weekly contribution)"], *([*row, "100"] for row in ROWS))
    assert reading.tables["costs"]["education"].to_list() == [100.0, 100.0]


def test_a_heading_with_words_beside_the_plain_one_is_merely_another_column():
    reading = read([*PLAIN, "Total weekly cost (estimated)"], *([*row, "1"] for row in ROWS))
    assert prices(reading) == PRICES


def test_a_further_column_whose_name_holds_a_known_word_is_no_question():
    others = ["Education budget holder", "Previous provider address", "Price review due", "Estimated age"]
    assert prices(read([*PLAIN, *others], *([*row, "x", "x", "x", "x"] for row in ROWS))) == PRICES


def test_a_heading_that_stands_twice_above_different_cells_is_asked_about():
    refused = str(read([*PLAIN, "Total weekly cost"], *([*row, "99"] for row in ROWS)).refused)
    assert "Total weekly cost stands twice, in columns E and F, and their cells differ" in refused
    for again in ("Total weekly cost.1", "Total weekly cost (2)", "total_weekly_cost_2"):
        assert "stands twice" in str(read([*PLAIN, again], *([*row, "99"] for row in ROWS)).refused)
    assert read([*PLAIN, "Notes", "Notes"], *([*row, "x", "y"] for row in ROWS)).refused is None


@pytest.mark.parametrize("further", ["same", "blank"])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_heading_that_stands_twice_above_the_same_cells_or_none_is_read(further: str, is_first: bool):
    cells = ["Total weekly cost", *(row[4] if further == "same" else " " for row in ROWS)]
    grid = [
        [*row[:4], cell, row[4]] if is_first else [*row, cell] for row, cell in zip([PLAIN, *ROWS], cells, strict=True)
    ]
    assert prices(read(*grid)) == PRICES


def test_two_columns_that_mean_the_same_and_differ_are_told():
    reading = read([*PLAIN, "Start date"], *([*row, "01/01/2020"] for row in ROWS))
    assert (None, "Price from", "rival-columns", "warning") in found(reading)
    assert "read from column B, and not from F" in str(reading.findings.to_dicts())


GROUPED: list[Grid] = [
    [["Child", "Price", "", "Provider", "Total"], ["ID", "from", "to", "", "weekly cost"]],
    [["Child ID", "Price", "", "Provider", "Total weekly cost"], ["", "from", "to", "", ""]],
    [["Child", "Placement", "", "", "Cost"], PLAIN],
    [["", "Price", "", "", ""], ["Child ID", "from", "to", "Provider", "Total weekly cost"]],
    [PLAIN, ["", "(dd/mm/yyyy)", "(dd/mm/yyyy)", "", "(£)"]],
    [PLAIN, ["", "dd/mm/yyyy", "dd/mm/yyyy", "", "£"]],
]


@pytest.mark.parametrize("above", [[], [["Costs of Brent", "", "", "", ""], ["", "", "", "", ""]]])
@pytest.mark.parametrize("headings", GROUPED)
def test_headings_in_two_rows_are_joined(headings: Grid, above: Grid):
    reading = read(*above, *headings, *ROWS)
    assert prices(reading) == PRICES
    assert reading.rows == 2
    assert reading.tables["costs"]["row"].to_list() == [len(above) + 3, len(above) + 4]


@pytest.mark.parametrize(
    ("headings", "because"),
    [
        ([[*PLAIN, "", ""], ["", "", "", "", "Social care", "Education", "Health"]], "two rows"),
        ([PLAIN, ["", "", "", "", "(£000)"]], "says more than Total weekly cost: “000”"),
        ([PLAIN, ["", "", "", "", "in pence"]], "says more than Total weekly cost: “pence”"),
        (
            [["", "Planned", "", "", "", "Actual", "", ""], [*PLAIN, *PLAIN[1:3], PLAIN[4]]],
            "says more than Price from: “planned”",
        ),
        (
            [["", "Actual", "", "", "", "Planned", "", ""], [*PLAIN, *PLAIN[1:3], PLAIN[4]]],
            "Price from stands twice, in columns B and F",
        ),
        ([["Child", "Placement", "", "", "Estimated"], PLAIN], "says more than Total weekly cost: “estimated”"),
        ([["Child", "Placement", "", "", "Education"], PLAIN], "says more than Total weekly cost: “Education”"),
        ([["Costs of Brent in £000s", "", "", "", ""], PLAIN], "Row 1, above the table, says “000s”"),
        ([["All amounts in thousands", "", "", "", ""], ["", "", "", "", ""], PLAIN], "says “thousands”"),
    ],
)
def test_headings_in_two_rows_that_cannot_be_joined_for_certain_are_asked_about(headings: Grid, because: str):
    width = max(map(len, headings))
    rows = [[*row, *["1"] * (width - len(row))] for row in ROWS]
    assert because in str(read(*headings, *rows).refused)


def test_a_first_row_of_data_without_an_identifier_is_no_heading():
    reading = read(PLAIN, ["", "01/05/2024", "", "Oak Lodge", "100"], ["", "", "", "Oak Lodge", ""], *ROWS)
    assert (reading.rows, reading.accepted) == (4, 2)


@pytest.mark.parametrize(
    ("note", "because"),
    [
        ("All figures in £000", "but amounts are read in pounds"),
        ("Weekly costs exclude education", "but amounts are read as all that is paid"),
        ("Draft - not for use", "but amounts are read as all that is paid"),
        ("Budget 2025/26", "but amounts are read as all that is paid"),
    ],
)
def test_a_title_or_note_by_which_amounts_are_something_else_is_asked_about(note: str, because: str):
    line = [note, "", "", "", ""]
    above, below = str(read(line, PLAIN, *ROWS).refused), str(read(PLAIN, *ROWS, line).refused)
    assert because in above
    assert above.startswith("Row 1, above the table")
    assert because in below
    assert below.startswith("Row 4, below the table")


def test_a_title_that_says_whose_and_when_is_none():
    assert prices(read(["Weekly costs of Brent 2024/25, all placements", "", "", "", ""], PLAIN, *ROWS)) == PRICES


def test_a_title_of_other_sources_may_say_what_it_likes():
    rows = [
        ["Children excluding short breaks, 000s"],
        ["CHILD", "SEX", "DOB", "ETHNIC"],
        ["1", "2", "27/03/2008", "WROM"],
    ]
    assert loaders.read(csv_of(rows), name="BRE/2025/header.csv").accepted == 1


def test_headings_that_stand_again_at_once_are_no_second_row_of_them():
    reading = read(PLAIN, PLAIN, *ROWS)
    assert prices(reading) == PRICES
    assert (reading.rows, "heading-again" in reading.findings["code"]) == (len(ROWS) + 1, True)


def test_what_stands_above_a_heading_that_is_known_by_itself_may_change_it():
    upper = ["Child ID", "Dates", "", "Provider", "Excluding VAT", ""]
    lower = ["", "Price from", "Price to", "", "Total weekly cost", "Social care"]
    rows = [[*row, "3000"] for row in ROWS]
    assert "\u201cexcluding\u201d" in str(read(upper, lower, *rows).refused)
    assert prices(read([*upper[:4], "Cost", ""], lower, *rows)) == PRICES
