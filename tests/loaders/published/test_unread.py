"""A published file in a layout that is not read says what it is and what to do."""

import pytest

from tests.loaders.files import read_rows

AGES = [str(age) for age in range(91)]


@pytest.mark.parametrize(
    ("headings", "sentence"),
    [
        (["geographic_level", "la_name", "number"], "release of Explore Education Statistics, but lacks time_period"),
        (["time_period", "la_name", "number"], "Explore Education Statistics, but lacks geographic_level"),
        (
            ["LA Number", "LA and Regions", "2021", "2022", "2023-24 (OT)"],
            "an export of the Local Authority Interactive",
        ),
        (["Indicator ID", "Area Code", "Time period", "Value"], "from Fingertips"),
        (["ladcode21", "laname21", "All ages", *AGES], "a population by single year of age"),
        (["LA", "LA Name", "LineNumber", "TotalExpenditure"], "a section 251 outturn"),
        (["New_geog_code", "geog_l", "geog_c", "geog_n", "CLA_cease"], "a statistical first release"),
        (["Table LA4: Offending by children who have been looked after", "", ""], "a table of a publication"),
        (["URN", "Joiner status", "Leaver status"], "looks like one of Ofsted's"),
    ],
)
def test_it_says_what_it_is(headings: list[str], sentence: str):
    reading = read_rows([headings, ["1"] * len(headings)], "file.csv")
    assert reading.refused is not None
    assert sentence in reading.refused


def test_a_row_of_small_counts_is_no_heading():
    reading = read_rows([["Name", *"abcdefghij"], ["Brent", *map(str, range(1, 11))]], "file.csv")
    assert reading.refused is not None
    assert "none of the known sources" in reading.refused


def test_a_file_that_is_nearly_one_of_ours_still_says_what_it_lacks():
    reading = read_rows([["CHILD", "DECOM", "RNE", "LS"], ["1", "01/04/2024", "S", "C2"]])
    assert reading.refused is not None
    assert "lacks" in reading.refused
