"""Areas go by the DfE's names, however a file writes them; what is no area is not made one."""

import pytest

import loaders
from loaders.areas import area
from loaders.catalogue import SOURCES
from loaders.reading.result import Reading
from tests.loaders.files import balances, found, read_text


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Bedford Borough", "Bedford"),
        ("Bristol", "Bristol, City of"),
        ("Durham", "County Durham"),
        ("Durham County Council", "County Durham"),
        ("Herefordshire", "Herefordshire, County of"),
        ("Hull", "Kingston upon Hull, City of"),
        ("Kingston Upon Hull, City of", "Kingston upon Hull, City of"),
        ("St Helens", "St. Helens"),
        ("St Helen's Metropolitan Borough Council", "St. Helens"),
        ("Hammersmith & Fulham", "Hammersmith and Fulham"),
        ("Bournemouth, Christchurch & Poole", "Bournemouth, Christchurch and Poole"),
        ("Bournemouth", "Bournemouth (Pre LG)"),
        ("Southend", "Southend-on-Sea"),
        ("City of Westminster", "Westminster"),
        ("Westminster, City of", "Westminster"),
        ("Richmond-on-Thames", "Richmond upon Thames"),
        ("Leicester City", "Leicester"),
        ("City of London Corporation", "City of London"),
        ("304", "Brent"),
        ("304.0", "Brent"),
        ("e09000005", "Brent"),
        ("E08000016", "Barnsley"),
        ("E08000038", "Barnsley"),
        ("E10000027", "Somerset"),
        ("E06000059", "Dorset"),
        ("E10000009", "Dorset (Pre LG)"),
        ("Dorset", "Dorset"),
        ("Yorkshire and the Humber", "Yorkshire and The Humber"),
        ("Yorkshire & Humber", "Yorkshire and The Humber"),
        ("E12000007", "London"),
        ("London (Outer)", "Outer London"),
        ("LONDON", "London"),
        ("england", "England"),
        ("E92000001", "England"),
        ("Poole (Pre LG)", "Poole (Pre LG)"),
        ("Cumbria", "Cumbria"),
        ("Kent and Medway", None),
        ("Kingston upon Thames / Richmond upon Thames", None),
        ("Somewhere else", None),
        ("London Borough", None),
        ("z", None),
        ("", None),
    ],
)
def test_an_area_goes_by_one_name_or_is_none(written: str, name: str | None):
    assert area(written) == name


OF_AN_AREA = {
    "population": """
        Local authority          | mid_year | population_0_17
        Kensington & Chelsea     | 2024     | 21000
        London Borough of Ealing | 2024     | 77000
        E09000005                | 2024     | 75000
        Eeling                   | 2024     | 1
    """,
    "published": """
        Authority                | Measure  | Period | Value
        Kensington & Chelsea     | Children | 2025   | 106
        London Borough of Ealing | Children | 2025   | 275
        304                      | Children | 2025   | 296
        Eeling                   | Children | 2025   | 1
    """,
    "lait": """
        Short Desc | Years | LA and Regions           | Values | LA Number
        LACnum     | 2025  | Kensington & Chelsea     | 106    | 207
        LACnum     | 2025  | London Borough of Ealing | 275    | NA
        LACnum     | 2025  | Brent                    | 296    | 304.0
        LACnum     | 2025  | Eeling                   | 1      |
    """,
}


@pytest.mark.parametrize("layout", OF_AN_AREA)
def test_every_source_by_area_brings_names_to_one_and_sets_what_is_none_aside(layout: str):
    reading = read_text(OF_AN_AREA[layout], "file.csv")
    (table,) = reading.tables.values()
    assert table["authority"].to_list() == ["Kensington and Chelsea", "Ealing", "Brent"]
    assert balances(reading)
    assert [row for row, _, _, severity in found(reading) if severity == "error"] == [5]


DORSETS = """
    time_period|geographic_level|region_code|region_name|old_la_code|la_name|new_la_code|children_count
    2023|Local authority|E12000009|South West|838|Dorset|E06000059|435
    2023|Local authority|E12000009|South West|835|Dorset|E10000009|z
    2023|Local authority|E12000009|South West|837|Bournemouth|E06000028|z
    2023|Local authority|E12000003|Yorkshire and The Humber|370|Barnsley|E08000038|12
"""


def test_two_areas_of_one_name_stay_apart_by_their_codes():
    reading = read_text(DORSETS, "data.csv")
    assert reading.tables["published"].select("authority", "level", "value", "symbol").rows() == [
        ("Dorset", "Authority", 435.0, None),
        ("Dorset (Pre LG)", "Authority", None, "z"),
        ("Bournemouth (Pre LG)", "Authority", None, "z"),
        ("Barnsley", "Authority", 12.0, None),
    ]


@pytest.mark.parametrize(
    ("row", "area"),
    [
        ("2023|Local authority||||Brent||7", "Brent"),
        ("2023|Local authority|||304|||7", "Brent"),
        ("2023|Local authority||||LB Brent|E09000005|7", "Brent"),
        ("2023|Local authority||||Called anything|E09000005|7", "Brent"),
        ("2023|Local authority|||x|Brent|z|7", "Brent"),
        ("2023|la||||Brent||7", "Brent"),
        ("2023|Regional|E12000007|Greater London||||7", "London"),
        ("2023|Regional|E13000001|Inner London||||7", "Inner London"),
        ("2023|National||||||7", "England"),
    ],
)
def test_an_area_is_told_by_its_code_or_else_by_its_name(row: str, area: str):
    reading = read_text(DORSETS + row, "data.csv")
    assert (reading.set_aside, reading.tables["published"]["authority"].to_list()[-1]) == (0, area)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("2023|Local authority|||304|Brent|E09000009|7", "areas-disagree"),
        ("2023|Local authority||||Ealing|E09000005|7", "areas-disagree"),
        ("2023|Local authority||||Dorset (Pre LG)|E06000059|7", "areas-disagree"),
        ("2023|Local authority||||Brent|E09000099|7", "areas-disagree"),
        ("2023|Regional|E12000007|South East||||7", "areas-disagree"),
        ("2023|Local authority||||Nowhere|E06000099|7", "unknown-area"),
        ("2023|Local authority||||Outside of England and unknown|x|7", "unknown-area"),
        ("2023|Regional||Ofsted South||||7", "unknown-area"),
        ("2023|Local authority|E12000007|London||||7", "no-area"),
    ],
)
def test_an_area_that_is_not_known_or_is_two_is_set_aside_and_told(row: str, code: str):
    reading = read_text(DORSETS + row, "data.csv")
    assert [found[2] for found in found_errors(reading)] == [code]
    assert balances(reading)


def found_errors(reading: Reading) -> list[tuple[int | None, str | None, str, str]]:
    return [each for each in found(reading) if each[3] == "error"]


def test_a_country_that_is_not_england_is_never_england():
    reading = loaders.read(
        b"time_period,geographic_level,country_code,country_name,children\n"
        b"2023,National,E92000001,England,5\n2023,National,W92000004,Wales,7\n2023,National,K02000001,,9\n",
        name="data.csv",
    )
    assert reading.tables["published"].select("authority", "value").rows() == [("England", 5.0)]
    assert [(row, code) for row, _, code, _ in found_errors(reading)] == [(3, "other-level"), (4, "other-level")]


def test_every_column_of_an_authority_passes_the_list():
    kinds = {(source.slug, c.name): c.kind.name for source in SOURCES for c in source.columns if "authority" in c.name}
    known = {key: kind for key, kind in kinds.items() if key != ("providers", "setting_authority")}
    assert set(known.values()) == {"area", "authority"}
