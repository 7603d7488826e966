"""Nothing empty takes the place of anything unasked: not of a whole upload, and not of a table of it."""

import dataclasses
from collections.abc import Callable
from datetime import date

import pytest
import sqlalchemy as sa

import loaders
from loaders.reading.result import Reading
from store.errors import EmptiesError, RefusedError
from store.uploads.history import history
from store.uploads.preview import standing
from store.uploads.save import save, save_all
from tests.loaders.files import csv_of, rows_of, workbook_of
from tests.store.clean_tables import clean_tables
from tests.store.handing import reading

FULL = rows_of("""
    CHILD | MISSING | MIS_START  | MIS_END
    1042  | M       | 13/11/2024 | 14/11/2024
""")
WRONG = [FULL[0], ["1042", "Q", "13/11/2024", ""]]
BLANK = [FULL[0], [""] * 4]
HEADER = rows_of("""
    CHILD | SEX | DOB        | ETHNIC
    1     | 2   | 27/03/2008 | WROM
""")


def table(rows: list[list[str]]) -> Reading:
    return loaders.read(csv_of(rows), name="BRE/2025/missing.csv")


def book(**sheets: list[list[str]]) -> Reading:
    return loaders.read(workbook_of(sheets), name="BRE/2025/return.xlsx")


def rows_in(database: sa.Engine) -> dict[str, int]:
    return {name: frame.height for name, frame in clean_tables(database).items() if frame.height}


@pytest.mark.parametrize(
    "empty",
    [
        lambda: table(FULL[:1]),
        lambda: table(WRONG),
        lambda: table(BLANK),
        lambda: loaders.read(workbook_of({"Missing": FULL[:1]}), name="BRE/2025/missing.xlsx"),
    ],
    ids=["headings alone", "every row set aside", "blank rows", "workbook"],
)
def test_a_file_without_rows_does_not_take_the_place_of_one_that_has_some(
    database: sa.Engine, empty: Callable[[], Reading]
):
    save(database, table(FULL), who="officer")
    stands = standing(database, empty())
    assert (stands.status, "SSDA903 missing (1 row)" in stands.sentence) == ("empties", True)
    with pytest.raises(
        EmptiesError, match=r"no row that can be stored of SSDA903 missing \(1 row\), which the file of"
    ):
        save(database, empty(), who="officer")
    assert rows_in(database) == {"missing": 1}
    assert save(database, empty(), who="officer", may_empty=True).status == "replaced"
    assert rows_in(database) == {}


def test_an_empty_file_is_stored_where_nothing_is_and_where_what_is_there_is_empty_too(database: sa.Engine):
    assert save(database, table(FULL[:1]), who="officer").status == "stored"
    assert save(database, table(BLANK), who="officer").status == "replaced"
    assert save(database, table(FULL), who="officer").status == "replaced"


@pytest.mark.parametrize("later", [{"Header": HEADER, "Missing": FULL[:1]}, {"Header": HEADER, "Missing": WRONG}])
def test_a_whole_return_that_lacks_the_rows_of_one_table_is_asked_about(
    database: sa.Engine, later: dict[str, list[list[str]]]
):
    save(database, book(Header=HEADER, Missing=FULL), who="officer")
    with pytest.raises(EmptiesError, match="SSDA903 missing"):
        save(database, book(**later), who="officer")
    assert rows_in(database) == {"children": 1, "missing": 1}


def test_a_whole_return_without_a_table_that_the_one_before_it_had_is_asked_about(database: sa.Engine):
    reviews = rows_of("""
        CHILD | REVIEW     | REVIEW_CODE
        1     | 30/08/2024 | PN6
    """)
    save(database, book(Header=HEADER, Missing=FULL, Reviews=reviews), who="officer")
    with pytest.raises(EmptiesError, match="SSDA903 reviews"):
        save(database, book(Header=HEADER, Missing=FULL), who="officer")


def test_nothing_of_what_is_handed_in_together_is_stored_where_one_empties(database: sa.Engine):
    save(database, table(FULL), who="officer")
    with pytest.raises(EmptiesError):
        save_all(database, [reading("reviews"), table(FULL[:1])], who="officer")
    assert history(database).height == 1


def test_a_register_is_asked_about_too(database: sa.Engine):
    register = reading("providers", "urn | setting\nSC1 | The Laurels", borough=None, year=None)
    save(database, register, who="officer")
    empty = {name: frame.clear() for name, frame in register.tables.items()}
    with pytest.raises(EmptiesError, match="register"):
        save(database, dataclasses.replace(register, tables=empty, sha256="other"), who="officer")


def extract(until: date, *children: str, source: str = "missing") -> Reading:
    """Missing incidents of some children of Brent up to a day of the return year 2026."""
    text = "\n".join(["child | started", *(f"BRE-{child} | 2025-05-01" for child in children)])
    return dataclasses.replace(reading("missing", text, year=2026, file=f"{until}.csv"), as_at=until, source=source)


def test_an_extract_never_takes_the_place_of_one_that_speaks_up_to_a_later_day(database: sa.Engine):
    whole, early = extract(date(2026, 3, 31), "1", "2"), extract(date(2025, 9, 30), "1")
    save(database, early, who="officer")
    assert save(database, whole, who="officer").status == "replaced"
    stands = standing(database, early)
    assert (stands.status, "speaks up to 30 September 2025" in stands.sentence) == ("shortens", True)
    with pytest.raises(RefusedError, match="cannot take its place"):
        save(database, early, who="officer", may_empty=True)
    assert rows_in(database) == {"missing": 2}


def test_nor_does_it_by_another_kind_of_file(database: sa.Engine):
    save(database, extract(date(2026, 3, 31), "1", "2", source="ssda903_xml"), who="officer")
    early = extract(date(2025, 9, 30), "1", source="ssda903_missing")
    assert standing(database, early).status == "shortens"
    with pytest.raises(RefusedError, match="cannot take its place"):
        save(database, early, who="officer")


def test_of_two_kinds_of_file_the_one_that_speaks_longer_counts_whichever_came_last(database: sa.Engine):
    save(database, extract(date(2025, 9, 30), "1", source="ssda903_missing"), who="officer")
    save(database, extract(date(2026, 3, 31), "1", "2", source="ssda903_xml"), who="officer")
    assert rows_in(database) == {"missing": 2}


def test_the_same_file_with_another_last_day_is_no_repetition(database: sa.Engine):
    first = extract(date(2025, 9, 30), "1")
    save(database, first, who="officer")
    assert save(database, first, who="officer").status == "unchanged"
    longer = dataclasses.replace(first, as_at=date(2025, 10, 31))
    assert standing(database, longer).status == "replaces"
    assert save(database, longer, who="officer").status == "replaced"
