"""A whole return: as CSV, as XML of the same content, and as one workbook."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, tostring

import polars as pl
import pytest
from polars.testing import assert_frame_equal

import loaders
from loaders.intake.return_xml import FLAT, REPEATED
from tests.loaders.files import SHARED, Rows, balances, csv_of, needs_shared_data, rows_of, workbook_of

RETURN: Mapping[str, Rows] = {
    "Header": rows_of("""
        CHILD | SEX | DOB        | ETHNIC | UPN           | MOTHER | MC_DOB
        1     | 2   | 27/03/2008 | WROM   | D051910639385 | 1      | 01/02/2017
        2     | 1   | 09/09/2011 | REFU   |               |        |
    """),
    "Episodes": rows_of("""
        CHILD|DECOM     |RNE|LS|CIN|PLACE|PLACE_PROVIDER|DEC       |REC|REASON_PLACE_CHANGE|HOME_POST|PL_POST|URN
        1    |15/02/2016|S  |C2|N3 |U4   |PR4           |14/08/2017|X1 |CLOSE              |UB8 1UW  |HA9 0FJ|4244474
        1    |14/08/2017|P  |C2|N3 |K2   |PR4           |          |   |                   |UB8 1UW  |W3 8AB |SC012345
        2    |26/04/2017|S  |V2|N8 |T4   |              |          |   |                   |         |       |
    """),
    "Reviews": rows_of("""
        CHILD | DOB        | REVIEW     | REVIEW_CODE
        1     | 27/03/2008 | 30/08/2017 | PN6
        1     | 27/03/2008 | 29/01/2018 | PN4
        2     | 09/09/2011 | 29/07/2017 | PN1
    """),
    "Missing": rows_of("""
        CHILD | DOB        | MISSING | MIS_START  | MIS_END
        2     | 09/09/2011 | M       | 01/01/2018 | 04/02/2018
        2     | 09/09/2011 | A       | 05/02/2018 |
    """),
    "OC2": rows_of("""
        CHILD | DOB        | SDQ_SCORE | SDQ_REASON | CONVICTED
        1     | 27/03/2008 | 39        |            | 1
        2     | 09/09/2011 |           | SDQ1       | 0
    """),
    "Previous permanence": rows_of("""
        CHILD | DOB        | PREV_PERM | LA_PERM | DATE_PERM
        1     | 27/03/2008 | Z1        |         |
        2     | 09/09/2011 | P1        | 312     | 01/01/2015
    """),
    "Placed for adoption": rows_of("""
        CHILD | DOB        | DATE_PLACED | DATE_PLACED_CEASED | REASON_PLACED_CEASED
        2     | 09/09/2011 | 22/11/2017  | 07/02/2018         | RD1
    """),
    "UASC": rows_of("""
        CHILD | SEX | DOB        | DUC
        1     | 2   | 27/03/2008 | 27/03/2026
    """),
    "OC3": rows_of("""
        CHILD | DOB        | IN_TOUCH | ACTIV | ACCOM
        1     | 27/03/2008 | YES      | F1    | K1
    """),
    "AD1": rows_of("""
        CHILD | DOB        | DATE_INT   | DATE_MATCH | FOSTER_CARE | NB_ADOPTR | SEX_ADOPTR | LS_ADOPTR
        2     | 09/09/2011 | 22/11/2017 | 23/11/2017 | 1           | 2         | MM         | L11
    """),
}


def put(parent: Element, cells: Mapping[str, str], *, renamed: Mapping[str, str] | None = None) -> None:
    for heading, cell in cells.items():
        SubElement(parent, (renamed or {}).get(heading, heading)).text = cell


def records(table: str, child: str | None = None) -> list[dict[str, str]]:
    headings, *rows = RETURN[table]
    found = [dict(zip(headings, row, strict=True)) for row in rows]
    return [row for row in found if child is None or row["CHILD"] == child]


def own(record: Mapping[str, str]) -> dict[str, str]:
    """Cells of a record that do not say who the child is."""
    return {heading: cell for heading, cell in record.items() if heading not in ("CHILD", "DOB", "SEX")}


def as_xml() -> bytes:
    """The return as the DfE's XML has it."""
    root = Element("EXPSSDA903")
    for who in records("Header"):
        child = SubElement(root, "CHILD")
        head = SubElement(child, "HEADER")
        put(head, who, renamed={"CHILD": "CHILDID"})
        for table, (tag, _) in REPEATED.items():
            for record in records(table, who["CHILD"]):
                put(SubElement(head, tag), own(record))
        for table in FLAT:
            for record in records(table, who["CHILD"]):
                put(head, own(record) | ({"UASC": "1"} if table == "UASC" else {}))
        for record in records("Episodes", who["CHILD"]):
            put(
                SubElement(child, "EPISODE"), {k: v for k, v in record.items() if k != "CHILD"}, renamed={"PLACE": "PL"}
            )
    return tostring(root)


def as_csv() -> dict[str, pl.DataFrame]:
    tables: dict[str, pl.DataFrame] = {}
    for name, rows in RETURN.items():
        reading = loaders.read(csv_of(rows), name=f"HIL/2018/{name}.csv")
        assert reading.refused is None, reading.refused
        assert balances(reading)
        tables |= reading.tables
    return tables


@pytest.mark.parametrize("content", [as_xml(), workbook_of(RETURN)], ids=["XML", "workbook"])
def test_the_same_return_gives_the_same_tables_as_csv(content: bytes):
    whole = loaders.read(content, name="HIL/2018/return")
    expected = as_csv()
    assert (whole.refused, whole.source, whole.borough) == (None, "ssda903_xml", "Hillingdon")
    assert set(whole.tables) == set(expected)
    assert whole.rows == whole.accepted == sum(len(rows) - 1 for rows in RETURN.values())
    for name, frame in expected.items():
        assert_frame_equal(whole.tables[name], frame, check_row_order=False)


def test_findings_in_xml_name_the_table():
    reading = loaders.read(as_xml().replace(b"<LS>V2", b"<LS>Q9"), name="HIL/2018/return.xml")
    assert balances(reading)
    assert reading.findings.select("file", "row", "column").rows() == [("return.xml [Episodes]", 4, "LS")]


FAKE = SHARED / "ssda903/fake_return"
ROWS = {
    "ad1.csv": 29,
    "episodes.csv": 5050,
    "fake_903.xml": 2454,
    "header.csv": 2675,
    "missing.csv": 43,
    "oc2.csv": 2675,
    "oc3.csv": 53,
    "placed_for_adoption.csv": 29,
    "previous_permanence.csv": 2675,
    "reviews.csv": 12582,
    "sw_episodes.csv": 1,
    "uasc.csv": 132,
}


@needs_shared_data
@pytest.mark.published
def test_the_whole_fake_return_loads_and_every_row_is_accounted_for():
    readings = list(loaders.read_all([FAKE], borough="HIL", year=2018))
    assert {reading.file: reading.rows for reading in readings} == ROWS
    for reading in readings:
        assert reading.refused is None
        assert balances(reading)
        identifiers = {str(child).removeprefix("HIL-") for frame in reading.tables.values() for child in frame["child"]}
        told = set(reading.findings["message"]) | set(reading.findings["code"])
        assert not any(len(each) > 3 and each in message for each in identifiers for message in told)
