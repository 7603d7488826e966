"""Rows that stand for the same thing: equal ones count once, those that differ are a question and never a guess."""

import pytest

from loaders import SOURCES
from loaders.finding_advice import with_advice
from loaders.source import Column, Source
from tests.loaders.files import balances, example, found, read_rows, read_text

ASKING = [source for source in SOURCES if source.key and source.repeats == "ask"]
DIFFERENT = {"date": "01/02/2025", "month": "01/02/2013", "money": "33", "whole number": "3"}


def other(column: Column) -> str:
    """A cell of a column that differs from its example."""
    choices = [choice for choice in column.kind.choices if choice != column.example]
    if column.kind.name == "date" and column.example:
        return f"{int(column.example[:2]) % 28 + 1:02}{column.example[2:]}"
    return choices[-1] if choices else DIFFERENT.get(column.kind.name, "Other")


def told_apart(source: Source) -> list[Column]:
    """Columns in which two rows of one key may differ, so that each reads by itself."""
    return [column for column in source.columns if column.name not in source.key]


@pytest.mark.parametrize("source", ASKING, ids=lambda source: source.title)
def test_no_source_lets_the_later_of_two_rows_win(source: Source):
    row = dict(example(source))
    name = f"BRE/{max(2025, source.years.first)}/{source.slug}.csv"
    tried = 0
    for column in told_apart(source):
        changed = row | {column.header: other(column)}
        alone = read_rows([list(row), list(changed.values())], name)
        first = read_rows([list(row), list(row.values())], name)
        if alone.accepted != 1 or alone.tables[source.table].equals(first.tables[source.table]):
            continue
        reading = read_rows([list(row), list(row.values()), list(changed.values())], name)
        errors = {(at, code) for at, _, code, severity in found(reading) if severity == "error"}
        assert balances(reading)
        if reading.accepted == 2:  # what differs tells the rows apart after all: it is a part of the key
            continue
        tried += 1
        assert (reading.accepted, reading.set_aside) == (0, 2), column.header
        assert {at for at, _ in errors} == {2, 3}
        assert errors <= {(2, "differing-rows"), (3, "differing-rows"), (2, "prices-rival"), (3, "prices-rival")}
    assert tried or not told_apart(source) or source.slug in ("published", "indicators")


def test_rows_of_one_child_that_differ_are_told_with_their_numbers_and_columns():
    reading = read_text(
        """
        CHILD | SEX | DOB        | ETHNIC
        1     | F   | 14/05/2012 | WBRI
        2     | M   | 14/05/2012 | WBRI
        1     | M   | 14/05/2012 | WOTH
        2     | M   | 14/05/2012 | WBRI
        3     | M   | 14/05/2012 | WBRI
        """,
        "BRE/2025/header.csv",
    )
    assert (reading.rows, reading.accepted, reading.set_aside) == (5, 2, 3)
    assert reading.tables["children"]["child"].to_list() == ["BRE-2", "BRE-3"]
    assert found(reading) == [
        (2, None, "differing-rows", "error"),
        (3, None, "duplicate", "error"),
        (4, None, "differing-rows", "error"),
    ]
    (message,) = set(reading.findings.filter(code="differing-rows")["message"])
    assert message == (
        "Several rows of the same CHILD differ in SEX, ETHNIC: none of them was taken. Keep the right one."
    )
    assert all("Correct the cell" not in todo for todo in with_advice(reading.findings)["todo"])


def test_of_three_rows_two_of_which_are_equal_none_is_taken():
    reading = read_text("CHILD | DUC\n7 | 13/10/2024\n7 | 13/10/2024\n7 | 14/10/2024", "BRE/2025/uasc.csv")
    assert (reading.accepted, reading.set_aside) == (0, 3)


def test_a_blank_beside_a_filled_cell_is_a_difference():
    reading = read_text("CHILD | DUC\n7 | 13/10/2024\n7 |", "BRE/2025/uasc.csv")
    assert [code for _, _, code, _ in found(reading)] == ["differing-rows", "differing-rows"]


def test_a_bad_row_makes_no_doubt_of_a_good_one():
    header = "CHILD | SEX | DOB | ETHNIC\n1 | F | 14/05/2012 | WBRI\n1 | Q | 14/05/2012 | WBRI"
    reading = read_text(header, "BRE/2025/header.csv")
    assert (reading.accepted, [code for _, _, code, _ in found(reading)]) == (1, ["unreadable"])


def test_a_suppliers_own_list_that_says_a_thing_twice_stands_with_the_last_and_says_so():
    source = next(source for source in SOURCES if source.repeats == "last stands")
    row = dict(example(source))
    columns = [column for column in source.columns if column.name not in source.key and column.kind.name == "text"]
    reading = read_rows([list(row), list(row.values()), list((row | {columns[0].header: "Other"}).values())])
    assert (reading.accepted, found(reading)) == (1, [(2, None, "listed-again", "error")])
