"""Statistical neighbours: codes become the DfE's names, and a row a borough becomes ten."""

import pytest

import loaders
from tests.loaders.files import SHARED, csv_of, found, needs_shared_data

HEADER = ["old_la_code", "la_name", "region_name", *(f"SN_{i}" for i in range(1, 11)), "SN_1P"]


def test_ten_rows_an_authority_the_nearest_first():
    numbers = ["307", "316", "313.0", "Barnet", "821", "871", "301", "308", "320", "317"]
    reading = loaders.read(csv_of([HEADER, ["304", "LB Brent", "London", *numbers, "Very close"]]), name="sn.csv")
    table = reading.tables["neighbours"]
    assert reading.source == "neighbours"
    assert table.head(4).rows() == [
        ("Brent", 1, "Ealing", "Very close"),
        ("Brent", 2, "Newham", None),
        ("Brent", 3, "Hounslow", None),
        ("Brent", 4, "Barnet", None),
    ]
    assert table.height == 10


def test_a_neighbour_that_is_no_authority_is_told_and_left_out():
    numbers = ["999", *(["316"] * 9)]
    reading = loaders.read(csv_of([HEADER, ["304", "Brent", "London", *numbers, ""]]), name="sn.csv")
    assert (2, "SN_1", "unreadable", "warning") in found(reading)
    assert reading.tables["neighbours"]["place"].to_list() == list(range(2, 11))


@needs_shared_data
@pytest.mark.published
def test_every_authority_of_england_has_its_ten():
    reading = loaders.read(SHARED / "published" / "sn_model_2025_wide.csv")
    table = reading.tables["neighbours"]
    assert (reading.accepted, found(reading), table.height) == (153, [], 1_530)
    assert table.filter(authority="Brent")["neighbour"].to_list() == [
        *("Ealing", "Newham", "Hounslow", "Haringey", "Luton", "Slough"),
        *("Barking and Dagenham", "Enfield", "Waltham Forest", "Redbridge"),
    ]
