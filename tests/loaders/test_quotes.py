"""Quotes that do not pair up never let a cell swallow the rows after it; cells of several lines stay one cell."""

from datetime import date

import pytest

import loaders
from loaders.intake import limits
from loaders.reading.result import Reading
from tests.loaders.files import balances

HEAD = "Child ID,Price from,Price to,Provider,Total weekly cost"
REST = "7002,02/06/2024,,Ash House,3900\n7003,02/06/2024,,{},3901\n7004,02/06/2024,,Ash House,3902\n"
PRICES = {"BRE-7001": 4200.0, "BRE-7002": 3900.0, "BRE-7003": 3901.0, "BRE-7004": 3902.0}


def read(content: str | bytes) -> Reading:
    return loaders.read(content.encode() if isinstance(content, str) else content, name="BRE/2025/costs.csv")


def prices(reading: Reading) -> dict[str, float]:
    assert reading.refused is None, reading.refused
    assert balances(reading)
    return dict(reading.tables["costs"].select("child", "weekly_cost").rows())


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("first", "third"),
    [
        (r'"Oak \" Lodge"', r'"Elm \" House"'),
        (r'"Oak \" Lodge"', "Elm House"),
        ('"Oak "the old" Lodge"', '"Elm "x" House"'),
        ('"Oak " Lodge"', '"Elm " House"'),
        ('"Oak " Lodge"', "Elm House"),
        ('"Oak Lodge', "Elm House"),
        ('"Oak Lodge', 'Elm House"'),
        ('"Oak Lodge', '"Elm House'),
        ("Oak Lodge", '"Elm House'),
        ('5" Lodge', 'Elm 6" House'),
        ('"5"" Lodge"', '"Elm House'),
    ],
)
def test_no_quote_swallows_a_row(first: str, third: str, separator: str, ending: str):
    text = f"{HEAD}\n7001,01/05/2024,,{first},4200\n{REST.format(third)}"
    reading = read(text.replace(",", separator).replace("\n", ending))
    assert prices(reading) == PRICES
    assert not any("7002" in name for name in reading.tables["costs"]["provider_name"])


def test_quotes_that_rightly_part_a_cell_are_kept_beside_those_that_do_not_pair_up():
    lines = [
        HEAD,
        '7001,01/05/2024,,"Oak, Ltd",4200',
        r'7002,02/06/2024,,"Ash \" House",3900',
        "7003,02/06/2024,,Elm,3901",
    ]
    reading = read("\n".join([*lines, r'7004,02/06/2024,,"Ash \" House",3902']))
    assert prices(reading) == PRICES
    assert reading.tables["costs"]["provider_name"].to_list() == ["Oak, Ltd", 'Ash " House', "Elm", 'Ash " House']
    assert "odd-quotes" in reading.findings["code"]


@pytest.mark.parametrize("broken", [False, True])
def test_a_last_row_without_a_line_end_is_no_sign(broken: bool):
    text = f"{HEAD}\n7001,01/05/2024,,{chr(34) * broken}Oak Lodge,4200\n{REST.format('Elm')}".rstrip()
    assert prices(read(text)) == PRICES


@pytest.mark.parametrize(
    "address",
    [
        "Oak Lodge\n12, High Street",
        "Oak Lodge\n\nFlat 2, 12 High Street, London, N1 1AA\nUK",
        "Oak\n7, Lodge",
        "a, b, c, d\ne, f, g, h\n",
        'the ""old"" Lodge\nby the lake',
        "Oak\r\nLodge",
    ],
)
def test_a_cell_of_several_lines_stays_one_cell(address: str):
    text = f'{HEAD}\n7001,01/05/2024,,"{address}",4200\n{REST.format("Elm")}'
    reading = read(text)
    assert prices(reading) == PRICES
    assert "odd-quotes" not in reading.findings["code"]


def test_where_no_quoting_gives_every_row_its_cells_the_row_is_named():
    cell = '7005,01/05/2024,,"Oak\nLodge",4200'
    text = f'{HEAD}\n7001,01/05/2024,,"Oak Lodge,4200\n{REST.format(chr(34) + "Elm House")}{cell}\n'
    refused = str(read(text).refused)
    assert "at row" in refused
    assert "write it twice" in refused


def test_a_swallowed_row_beside_a_cell_of_two_lines_is_refused_with_its_row():
    lines = ['7001,01/05/2024,,"Oak\nLodge",4200', '7002,02/06/2024,,"Ash,3900', '7003,02/06/2024,,Elm",3901']
    assert "at row 3" in str(read("\n".join([HEAD, *lines, ""])).refused)


def test_a_file_too_big_to_be_read_line_by_line_is_refused_with_the_row(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "READ_SLOWLY", 10)
    text = f"{HEAD}\n7001,01/05/2024,,{chr(34)}Oak {chr(34)} Lodge,4200{chr(34)}\n{REST.format(chr(34))}"
    reading = read(text)
    assert reading.refused is None or "at row" in reading.refused
    swallowed = f'{HEAD}\n7001,01/05/2024,,"Oak,4200\n7002,02/06/2024,,Ash",3900\n'
    assert "at row 2" in str(read(swallowed).refused)


def test_a_backslash_before_a_quote_leaves_no_trace_where_nothing_is_swallowed():
    lines = [HEAD, r'7001,01/05/2024,,"Oak \"The Old\" Lodge",4200', r'7002,02/06/2024,,"C:\Oak\",3900']
    reading = read("\n".join([*lines, ""]))
    assert prices(reading) == {"BRE-7001": 4200.0, "BRE-7002": 3900.0}
    assert reading.tables["costs"]["provider_name"].to_list() == ['Oak "The Old" Lodge', "C:\\Oak\\"]


def test_lines_that_are_quoted_as_a_whole_are_lines():
    text = f'"{HEAD}"\n"7001,01/05/2024,,""Oak, Lodge"",4200"\n"7002,02/06/2024,,Ash,3900"\n'
    reading = read(text)
    assert prices(reading) == {"BRE-7001": 4200.0, "BRE-7002": 3900.0}
    assert reading.tables["costs"]["provider_name"].to_list() == ["Oak, Lodge", "Ash"]


def test_a_space_before_a_quote_makes_no_part_of_a_name_of_it():
    text = f'{HEAD}\n7001, 01/05/2024, , "Oak, Lodge", 4200\n7002, 02/06/2024, "", "Ash", 3900\n'
    reading = read(text)
    assert prices(reading) == {"BRE-7001": 4200.0, "BRE-7002": 3900.0}
    assert reading.tables["costs"]["provider_name"].to_list() == ["Oak, Lodge", "Ash"]


def test_a_quote_that_is_left_over_makes_no_other_child():
    text = f'{HEAD}\n"7001,01/05/2024,,Oak,4200\n7002,02/06/2024,,Ash,3900\n7003",02/06/2024,,Elm,3901\n'
    assert prices(read(text)) == {"BRE-7001": 4200.0, "BRE-7002": 3900.0, "BRE-7003": 3901.0}


def test_a_quote_that_joins_cells_of_one_line_moves_none_of_them():
    text = f'{HEAD}\n7001,01/05/2024,,"Oak, Lodge",4200\n7002,02/06/2024,"31/07/2024,"Ash " Lodge",3900\n'
    reading = read(text)
    assert prices(reading) == {"BRE-7001": 4200.0, "BRE-7002": 3900.0}
    assert reading.tables["costs"]["ended"].to_list() == [None, date(2024, 7, 31)]
