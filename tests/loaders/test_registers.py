"""Registers of providers in Ofsted's layouts, release by release."""

from datetime import date

import polars as pl
import pytest
from polars.testing import assert_frame_equal

import loaders
from loaders.reading.result import Reading
from tests.loaders.files import SHARED, balances, found, needs_shared_data, read_text, rows_of, workbook_of
from tests.table import table


def beside(*tables: str) -> str:
    """Text tables side by side, as one."""
    rows = [[line.strip(" ") for line in text.strip().splitlines()] for text in tables]
    return "\n".join("| ".join(cells) for cells in zip(*rows, strict=True))


HOMES = beside(
    """
    Local authority| URN     | Provider type   | Sector | Provider name
    Ealing         | SC012345| Children's home | Private| The Laurels
    Ealing         | SC054321| Children's home | Private| The Limes
    Ealing         | SC067890| Children's home | Private| The Lindens
    Ealing         | SC099999| Children's home | Private| The Larches
    """,
    """
    Owner name      | Registration date| Registration status| Deregistration date
    Bright Homes Ltd| 01/02/2015       | Active             |
                    | 01/02/2012       | Resigned           |
    Bright Homes Ltd| 01/02/2012       | Active             | 31/08/2024
    Bright Homes Ltd|                  | Proposed           |
    """,
)
SUPPORTED = beside(
    """
    Provider local authority| Setting Local Authority| URN    | Provider type          | Sector | Provider name
    Ealing                  | Ealing                 | 2700001| Supported accommodation| Private| Next Steps
    Ealing                  | Brent                  | 2700001| Supported accommodation| Private| Next Steps
    Ealing                  | Brent                  | 2700001| Supported accommodation| Private| Next Steps
    """,
    """
    Owner name| Registration date| Registration status| Closed date| Capacity| Setting address line 1
    Next Group| 01/02/2024       | Registered         |            | 4       | 1 Elm Road
    Next Group| 01/02/2024       | Registered         |            | 3       | 2 Oak Road
    Next Group| 01/02/2024       | Registered         | 01/05/2025 | 9       | 3 Ash Road
    """,
)
PUBLISHED = beside(
    """
    Web link| URN     | Provision type  | Registration date| Registration status| Name
    x       | SC012345| Children's home | 01/06/2015       | Active             | REDACTED
    x       | SC200001| Fostering agency| 01/06/2015       | Active             | Fosterly
    x       | SC200002| Fostering agency| 01/06/2015       | Active             |
    """,
    """
    Government Office Region| Local authority| Sector | Places| Organisation which owns the provider
    London                  | Ealing         | Private| 4     | Bright Homes Ltd
    London                  | Brent          | Private| -     |
    London                  | Brent          | Private| -     |
    """,
    """
    Latest full inspection date| Overall experiences and progress of children and young people
    01/08/2024                 | Good
    02/08/2024                 | Outstanding
                               |
    """,
)
CONDITIONS = """
URN| Conditions
SC012345| Four children
"""


def read_book(name: str = "register.xlsx", **sheets: str) -> Reading:
    return loaders.read(workbook_of({title: rows_of(text) for title, text in sheets.items()}), name=name)


def expect(reading: Reading, text: str) -> None:
    expected = table(text)
    register = reading.tables["providers"].sort("urn")
    strings = [name for name, dtype in expected.schema.items() if dtype == pl.String]
    plain = register.select(expected.columns).with_columns(pl.col(strings).cast(pl.String))
    assert_frame_equal(plain, expected, check_dtypes=False)


def homes_with(header: str, *cells: str) -> Reading:
    """Read the homes with one more column."""
    return read_text(beside(HOMES, "\n".join((header, *cells))), "register.csv")


@pytest.mark.parametrize("closed", ["Deregistration date", "Closed Date", "Date closed"])
def test_a_setting_that_has_closed_is_kept_and_said_to_have(closed: str):
    reading = read_text(HOMES.replace("Deregistration date", closed), "register.csv")
    expect(
        reading,
        """
        urn      | setting     | provider         | registration       | closed
        SC012345 | The Laurels | Bright Homes Ltd | Registered         |
        SC054321 | The Limes   | The Limes        | Closed             |
        SC067890 | The Lindens | Bright Homes Ltd | Closed             | 2024-08-31
        SC099999 | The Larches | Bright Homes Ltd | Not yet registered |
        """,
    )
    told = [(row, code, severity) for row, _, code, severity in found(reading) if row]
    assert told == [(3, "closed-setting", "info"), (4, "closed-setting", "info"), (5, "not-registered", "info")]
    assert balances(reading)


def test_every_sheet_that_is_a_register_is_read_and_others_are_passed_over():
    reading = read_book(Providers=HOMES, Accommodation=SUPPORTED, Conditions=CONDITIONS)
    assert (reading.rows, reading.accepted, balances(reading)) == (7, 7, True)
    assert [code for _, _, code, _ in found(reading)].count("extra-sheet") == 1
    assert reading.tables["providers"]["urn"].n_unique() == reading.tables["providers"].height == 5


def test_supported_accommodation_is_one_provider_with_the_places_of_its_open_settings():
    expect(
        read_book(Accommodation=SUPPORTED),
        """
        setting    | provider   | authority | places | registration
        Next Steps | Next Group | Brent     | 7      | Registered
        """,
    )


def test_a_published_list_names_homes_by_their_organisation_and_says_its_day():
    reading = read_text(PUBLISHED, "Provider_level_at_31_Aug_2024.csv")
    expect(
        reading,
        """
        urn      | setting          | provider         | judgement   | inspected  | listed
        SC012345 | Bright Homes Ltd | Bright Homes Ltd | Good        | 2024-08-01 | 2024-08-31
        SC200001 | Fosterly         | Fosterly         | Outstanding | 2024-08-02 | 2024-08-31
        SC200002 | Fostering agency SC200002 | Fostering agency SC200002 | Not yet inspected | | 2024-08-31
        """,
    )
    assert (4, "Provider name", "no-name", "info") in found(reading)
    assert reading.as_at is None


def test_the_group_that_owns_the_organisation_is_kept():
    reading = homes_with("top_company", *["Bright Group"] * 4)
    assert set(reading.tables["providers"]["owner_group"]) == {"Bright Group"}


@pytest.mark.parametrize("header", ["Number of registered places", "Max Users", "Places", "Capacity"])
def test_places_by_every_heading_they_have_had(header: str):
    assert set(homes_with(header, "4", "4", "4", "4").tables["providers"]["places"]) == {4}


def test_a_number_that_cannot_be_a_urn_is_kept_and_said():
    reading = read_text(HOMES.replace("SC012345", "SC12345"), "register.csv")
    assert (2, "URN", "odd-urn", "warning") in found(reading)
    assert reading.accepted == 4


@needs_shared_data
@pytest.mark.published
def test_both_sheets_of_the_layout_of_2025():
    reading = loaders.read(SHARED / "registers/ofsted_register_2025_layout.xlsx")
    register = reading.tables["providers"].sort("urn")
    assert register["setting"].to_list() == ["Provision Provider", "SA Provision"]
    assert register["owner_group"].to_list() == ["Provision LLC", None]
    assert register["closed"].to_list() == [None, date(2024, 2, 1)]
    assert register["places"].to_list() == [10, 1]
