"""Columns that part the children and columns of figures, told apart by cells, by rows that repeat or by the DfE."""

from typing import Final

import pytest

from loaders.published.figure import SYMBOLS
from loaders.reading.result import Reading
from tests.loaders.files import found, read_text

AGES: Final = """
    time_period|geographic_level|la_name|age_band|children_count|children_percent
    2024|National||Under 1|1200|5
    2024|National||1 to 4|9900|41
    2024|Local authority|Brent|Under 1|4|{0}
    2024|Local authority|Brent|1 to 4|{1}|14
    2024|Local authority|Ealing|Under 1|{0}|{0}
    2024|Local authority|Ealing|1 to 4|55|14
"""


def measures(reading: Reading) -> dict[str, list[tuple[object, ...]]]:
    """Area, breakdown, value and symbol by measure; without the subject before it."""
    rows = reading.tables["published"].select("measure", "authority", "breakdown", "value", "symbol").rows()
    told: dict[str, list[tuple[object, ...]]] = {}
    for measure, *row in rows:
        told.setdefault(measure.split(": ")[1], []).append(tuple(row))
    return told


WRITTEN = [
    *SYMBOLS,
    *("[c]", "[x]", "[z]", "[k]", "[low]", "[u]", "[p]", "[b]", "[e]", "[f]", "[r]", "[~]", "[:]"),
    *("(c)", "( x )", "(low)", "[C]", "C", "Low", "(..)", "<5", "≥95%"),
]


@pytest.mark.parametrize("symbol", WRITTEN)
def test_a_column_of_figures_is_one_whatever_symbols_it_holds(symbol: str):
    reading = read_text(AGES.format(symbol, symbol), "data.csv")
    told = measures(reading)
    assert set(told) == {"number", "percentage"}
    bare = symbol.lower().strip("[]() ")
    kept = SYMBOLS.get(bare, bare)
    assert told["number"][2:5] == [
        ("Brent", "Under 1", 4.0, None),
        ("Brent", "1 to 4", None, kept),
        ("Ealing", "Under 1", None, kept),
    ]
    assert found(reading) == []


def test_words_that_nobody_knows_are_told_and_make_no_group_of_a_column_of_figures():
    reading = read_text(AGES.format("DNS", "DNS"), "data.csv")
    assert set(measures(reading)) == {"number", "percentage"}
    assert {(row, column, code) for row, column, code, _ in found(reading)} == {
        (4, "children_percent", "unreadable"),
        (5, "children_count", "unreadable"),
        (6, "children_count", "unreadable"),
        (6, "children_percent", "unreadable"),
        (6, "children_count", "no-figure"),
    }


def test_a_column_of_nothing_but_symbols_holds_figures():
    reading = read_text(
        "time_period|geographic_level|la_name|number|rate\n"
        "2024|Local authority|Brent|c|5\n2024|Local authority|Ealing|x|7",
        "data.csv",
    )
    assert set(measures(reading)) == {"number", "rate"}


PLACEMENTS: Final = """
    time_period|geographic_level|la_name|number_of_placements|children_count
    2024|Local authority|Brent|1|210
    2024|Local authority|Brent|2|60
    2024|Local authority|Brent|3|31
    2024|Local authority|Ealing|1|250
    2024|Local authority|Ealing|2|70
    2024|Local authority|Ealing|3|c
"""


def test_numbers_without_which_rows_repeat_are_groups():
    reading = read_text(PLACEMENTS, "data.csv")
    assert measures(reading) == {
        "number": [
            ("Brent", "1", 210.0, None),
            ("Brent", "2", 60.0, None),
            ("Brent", "3", 31.0, None),
            ("Ealing", "1", 250.0, None),
            ("Ealing", "2", 70.0, None),
            ("Ealing", "3", None, "c"),
        ]
    }
    assert found(reading) == [(None, None, "numbers-as-groups", "info")]


@pytest.mark.parametrize("last", ["Total", "10 or more", "4+", "z", ""])
def test_a_word_among_the_numbers_of_a_group_is_a_group_too(last: str):
    more = "\n".join(f"2024|Local authority|{area}|{last}|300" for area in ("Brent", "Ealing"))
    told = measures(read_text(PLACEMENTS + more, "data.csv"))
    assert set(told) == {"number"}
    assert ("Ealing", last or None, 300.0, None) in told["number"]


def test_two_columns_of_numbers_may_tell_groups_apart_together():
    rows = "\n".join(
        f"2024|Local authority|{area}|{low}|{high}|{count}"
        for area, base in (("Brent", 100), ("Ealing", 500))
        for count, (low, high) in enumerate([(0, 4), (0, 9), (5, 9), (5, 17)], start=base)
    )
    headings = "time_period|geographic_level|la_name|age_from|age_to|children_count\n"
    told = measures(read_text(headings + rows, "data.csv"))
    assert set(told) == {"number"}
    assert ("Ealing", "5: 17", 503.0, None) in told["number"]


def test_one_area_alone_is_told_by_what_figures_are_called():
    alone = "\n".join(line for line in PLACEMENTS.splitlines() if "Ealing" not in line)
    assert set(measures(read_text(alone, "data.csv"))) == {"number"}


def test_of_two_columns_of_numbers_the_one_that_counts_on_tells_groups_apart():
    told = measures(
        read_text(
            """
            time_period|geographic_level|number_of_moves|number_of_pupils
            2024|National|1|900
            2024|National|2|80
            2024|National|3|7
            """,
            "data.csv",
        )
    )
    assert set(told) == {"number of pupils"}


@pytest.mark.parametrize("groups", [("F", "M"), ("low", "high"), ("K", "E"), ("Low", "Medium"), ("p", "f")])
def test_groups_that_are_written_as_symbols_are_stay_groups(groups: tuple[str, str]):
    rows = "\n".join(
        f"2024|Local authority|{la}|{group}|7" for la, group in zip(("Brent", "Ealing"), groups, strict=True)
    )
    told = measures(read_text(f"time_period|geographic_level|la_name|kind|number\n{rows}", "data.csv"))
    assert [breakdown for _, breakdown, *_ in told["number"]] == list(groups)
    assert set(told) == {"number"}


def test_years_of_school_with_reception_are_groups():
    rows = "\n".join(
        f"2024|Local authority|{area}|{year}|{base + 7 * at}"
        for area, base in (("Brent", 100), ("Ealing", 500))
        for at, year in enumerate("R123")
    )
    told = measures(read_text(f"time_period|geographic_level|la_name|year_group|number\n{rows}", "data.csv"))
    assert [breakdown for _, breakdown, *_ in told["number"]] == list("R123") * 2


def test_where_several_columns_may_part_the_children_nothing_is_guessed():
    reading = read_text(
        """
        time_period|geographic_level|la_name|moves|carers
        2024|Local authority|Brent|1|7
        2024|Local authority|Brent|2|8
        """,
        "data.csv",
    )
    assert reading.refused is not None
    assert "may be told apart by moves or carers" in reading.refused


def test_where_no_reading_makes_rows_differ_the_file_is_refused():
    reading = read_text(PLACEMENTS + "2024|Local authority|Brent|1|211", "data.csv")
    assert reading.refused is not None
    assert "rows 2 and 8" in reading.refused


def test_rows_of_other_levels_do_not_make_a_file_unreadable():
    schools = "\n".join(f"2024|School|Brent|Under 1|{n}|{n}" for n in range(5))
    reading = read_text(AGES.format("c", "c") + schools, "data.csv")
    assert (reading.accepted, reading.set_aside) == (6, 5)
    assert set(measures(reading)) == {"number", "percentage"}


def test_a_release_without_a_figure_says_so():
    reading = read_text("time_period|geographic_level|la_name|wait\n2024|Local authority|Brent|1:11", "data.csv")
    assert reading.refused is not None
    assert reading.refused.startswith("The file is a release of Explore Education Statistics, but none of its columns")


@pytest.mark.parametrize("cells", [("[low]", "[z]"), ("u", "-"), ("low", ":")])
def test_a_column_of_nothing_but_symbols_is_one_of_figures_where_one_of_them_can_be_no_word(cells: tuple[str, str]):
    one, other = cells
    reading = read_text(
        f"""
        time_period|geographic_level|la_name|placement|number|pct
        2024|Local authority|Brent|Foster|12|{one}
        2024|Local authority|Brent|Homes|13|{other}
        """,
        "data.csv",
    )
    assert [row[1] for row in measures(reading)["pct"]] == ["Foster", "Homes"]
