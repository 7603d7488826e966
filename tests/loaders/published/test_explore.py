"""Explore Education Statistics: any file in the DfE's layout gets in, whole, with every symbol kept."""

from typing import Final

import pytest

import loaders
from loaders.reading.result import Reading
from tests.loaders.files import balances, csv_of, found, read_text, rows_of

NAME: Final = "cla_on_31_march_by_characteristics_la.csv"
CHARACTERISTICS: Final = """
    time_period|geographic_level|region_name|la_name|cla_group|characteristic|number|percentage
    2025|National|||Placement|Foster placements|54560|67
    2025|Regional|London||Placement|Foster placements|6320|68
    2025|Local authority|Outer London|Brent|Placement|Foster placements|174|59
    2025|Local authority|Outer London|Brent|Placement|Placed for adoption|c|c
    2025|Local authority|Inner London|City of London|Placement|Foster placements|0|k
"""


def long(reading: Reading) -> list[tuple[object, ...]]:
    frame = reading.tables["published"]
    return frame.select("authority", "level", "breakdown", "value", "symbol").rows()


def test_a_row_an_indicator_with_the_filters_as_its_breakdown():
    reading = read_text(CHARACTERISTICS, NAME)
    assert (reading.source, reading.rows, reading.accepted, found(reading)) == ("published", 5, 5, [])
    by_measure = {str(name[0]): frame.height for name, frame in reading.tables["published"].group_by("measure")}
    assert by_measure == {
        "Children looked after on 31 March: number": 5,
        "Children looked after on 31 March: percentage": 5,
    }
    assert long(reading)[5:] == [
        ("England", "England", "Placement: Foster placements", 67.0, None),
        ("London", "Region", "Placement: Foster placements", 68.0, None),
        ("Brent", "Authority", "Placement: Foster placements", 59.0, None),
        ("Brent", "Authority", "Placement: Placed for adoption", None, "c"),
        ("City of London", "Authority", "Placement: Foster placements", None, "k"),
    ]


def test_what_the_missing_children_dataset_holds():
    reading = read_text(
        """
        time_period|time_identifier|geographic_level|country_name|region_name|la_name|missing_status|number
        2025|Reporting year|National|England|||Average number of missing incidents per looked after child|6.8
        2025|Reporting year|Local authority|England|London|Brent|Children missing at 31 March|c
        """,
        "data.csv",
    )
    assert reading.tables["published"].select("measure", "breakdown", "value", "symbol").rows() == [
        ("Children missing or away: number", "Average number of missing incidents per looked after child", 6.8, None),
        ("Children missing or away: number", "Children missing at 31 March", None, "c"),
    ]


def test_a_file_that_nobody_knew_gets_in_under_its_own_name():
    reading = read_text(
        """
        Time period|Geographic level|Region name|LA name|Care leaver age|in_touch_percent|average_cost
        202425|Local authority|London|Brent|19|91|1,250.50
        202425|Local authority|London|Harrow|Total|low|£3k
        """,
        "care_leavers_2026.csv",
    )
    assert reading.tables["published"].select("measure", "breakdown", "period", "value", "symbol").rows() == [
        ("Care leavers 2026: in touch percent", "19", "2024-25", 91.0, None),
        ("Care leavers 2026: in touch percent", "Total", "2024-25", None, "low"),
        ("Care leavers 2026: average cost", "19", "2024-25", 1250.5, None),
        ("Care leavers 2026: average cost", "Total", "2024-25", 3000.0, None),
    ]


def test_a_heading_may_name_measure_and_breakdown_itself():
    reading = loaders.read(
        csv_of(
            [
                ["time_period", "geographic_level", "la_name", "Stability: number | Total"],
                ["2025", "Local authority", "Brent", "41"],
            ]
        ),
        name="p.csv",
    )
    assert reading.tables["published"].select("measure", "breakdown", "value").rows() == [
        ("Stability: number", "Total", 41.0)
    ]


@pytest.mark.parametrize(
    ("row", "finding"),
    [
        ("2025|School||Brent|Placement|Total|1|1", ("geographic_level", "other-level")),
        ("2025|Local authority|London||Placement|Total|1|1", ("la_name", "no-area")),
        ("2025|Regional|||Placement|Total|1|1", ("la_name", "no-area")),
        ("2025|National|||Placement|Total||", ("number", "no-figure")),
        ("|National|||Placement|Total|1|1", ("time_period", "blank")),
    ],
)
def test_a_row_that_cannot_be_used_is_set_aside_and_told(row: str, finding: tuple[str | None, str]):
    header, *rows = rows_of(CHARACTERISTICS)
    reading = loaders.read(csv_of([header, *rows, row.split("|")]), name=NAME)
    assert (reading.rows, reading.accepted, reading.set_aside) == (6, 5, 1)
    assert balances(reading)
    assert [(column, code) for _, column, code, severity in found(reading) if severity == "error"] == [finding]


def test_the_same_row_twice_counts_once():
    header, *rows = rows_of(CHARACTERISTICS)
    reading = loaders.read(csv_of([header, *rows, rows[0]]), name=NAME)
    assert (reading.rows, reading.accepted, reading.set_aside) == (6, 5, 1)
    assert balances(reading)


def test_two_figures_of_one_area_period_and_group_are_refused_with_their_rows():
    header, *rows = rows_of(CHARACTERISTICS)
    again = ["2025", "National", "", "", "Placement", "Foster placements", "2", "2"]
    reading = loaders.read(csv_of([header, *rows, again]), name=NAME)
    assert reading.refused is not None
    assert "rows 2 and 7 are of the same area, period and group of children" in reading.refused
    assert ".meta.csv" in reading.refused


def test_one_area_by_two_names_in_one_file_is_refused_where_its_figures_differ():
    header, *rows = rows_of(CHARACTERISTICS)
    again = ["2025", "Local authority", "", "LB Brent", "Placement", "Foster placements", "175", "59"]
    reading = loaders.read(csv_of([header, *rows, again]), name=NAME)
    assert reading.refused is not None
    assert "rows 4 and 7" in reading.refused


def test_one_odd_cell_among_figures_is_told_and_the_rest_of_its_row_kept():
    header, *rows = rows_of(CHARACTERISTICS)
    more = [["2025", "Local authority", "", "Brent", "Sex", f"Part {i}", str(i), str(i)] for i in range(20)]
    more[7][-1] = "seven"
    reading = loaders.read(csv_of([header, *rows, *more]), name=NAME)
    assert found(reading) == [(14, "percentage", "unreadable", "warning")]
    assert (reading.accepted, reading.tables["published"].height) == (25, 49)


def test_a_heading_that_may_be_a_cell_of_somebodys_is_not_named():
    reading = read_text(
        """
        time_period|geographic_level|la_name|BRE-104217|ab-77-104217|BRE-104217
        2025|Local authority|Brent|Foster|174|175
        2025|Local authority|Ealing|Foster|12|13
        """,
        "data.csv",
    )
    assert "column" in f"{reading.refused} {found(reading)}"
    assert "104217" not in f"{reading.refused} {reading.findings.to_dicts()}"
