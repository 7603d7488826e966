"""The register of providers, the population, and published figures."""

import polars as pl
import pytest
from polars.testing import assert_frame_equal

import loaders
from tests.loaders.files import SHARED, balances, csv_of, found, needs_shared_data, read_text
from tests.table import table


def test_a_register_row_and_its_spellings():
    reading = read_text(
        """
        URN| Setting| Provider| Provision type| Sector| Overall effectiveness| Last full inspection| Places
        sc012345| Laurels| Bright| Home| Local Authority| requires improvement| 12/03/2024| 4
        1234567| Agency| Fosterly| Fostering| Private|| -|
        """,
        "providers.csv",
    )
    codes = [code for _, _, code, _ in found(reading)]
    assert (reading.borough, reading.return_year, codes) == (None, None, ["absent-column"])
    assert reading.tables["providers"].select("urn", "sector", "judgement", "places").rows() == [
        ("SC012345", "Own provision", "Requires improvement", 4),
        ("1234567", "Private", "Not yet inspected", None),
    ]


@needs_shared_data
@pytest.mark.published
@pytest.mark.parametrize(
    ("file", "settings"), [("ofsted_childrens_homes_layout", 1), ("ofsted_register_2025_layout", 2)]
)
def test_the_register_in_ofsteds_drifting_layouts(file: str, settings: int):
    reading = loaders.read(SHARED / "registers" / f"{file}.xlsx")
    assert (reading.source, reading.accepted, balances(reading)) == ("providers", settings, True)
    assert reading.tables["providers"]["provider"].null_count() == 0


@needs_shared_data
@pytest.mark.published
def test_the_population_as_the_dfe_publishes_it():
    reading = loaders.read(SHARED / "published/ons_mid-year_population_estimates_2012_to_2024.csv")
    frame = reading.tables["population"]
    latest = dict(frame.filter(mid_year=2024).select("authority", "children").rows())
    assert balances(reading)
    assert (latest["England"], latest["Brent"], latest["Westminster"]) == (12_183_016, 75_001, 29_834)
    assert {(code, severity) for row, _, code, severity in found(reading) if row} == {("unreadable", "error")}


BASELINE = """
    Authority | Measure                                 | Period  | Value
    Brent     | Gross spend excluding income            | 2005-06 | £18.2m
    Ealing    | Gross spend excluding income            | 2005-06 | £34.9m
    Hillingdon| Gross spend excluding income            | 2005-06 | £49.6m*
    Harrow    | Average weekly cost                     | 2005-06 | £1,366
    Hounslow  | In foster placement or adoption         | 2005-06 | 79%
    Hillingdon| Children in care                        | 2005-06 | 633*
    Brent     | Performance rating                      | 2005    | 3
"""


def test_the_baseline_of_2007_reads_as_numbers_with_its_footnotes():
    reading = read_text(BASELINE, "baseline.csv")
    assert reading.refused is None
    expected = table("""
        value      | symbol | note
        18200000.0 |        |
        34900000.0 |        |
        49600000.0 |        | *
        1366.0     |        |
        79.0       |        |
        633.0      |        | *
        3.0        |        |
    """).with_columns(pl.col("symbol").cast(pl.String))
    assert_frame_equal(reading.tables["published"].select("value", "symbol", "note"), expected)


@pytest.mark.parametrize("symbol", ["c", "x", "z", "k", "u", "low", "-", ":"])
def test_a_symbol_is_kept_and_is_no_number(symbol: str):
    reading = read_text(f"Authority|Measure|Period|Value|Publication\nBrent|Children|2025|{symbol}|SSDA903", "p.csv")
    assert reading.tables["published"].select("value", "symbol", "publication").rows() == [(None, symbol, "SSDA903")]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,811", 1811.0),
        ("£264.8m", 264_800_000.0),
        ("(12.5)", -12.5),
        ("-3", -3.0),
        ("21.28 %", 21.28),
        ("12k", 12_000.0),
    ],
)
def test_a_figure_is_a_number_however_it_is_written(written: str, value: float):
    reading = loaders.read(
        csv_of([["Authority", "Measure", "Period", "Value"], ["Brent", "B", "C", written]]), name="p.csv"
    )
    assert reading.tables["published"]["value"].item() == pytest.approx(value)


def test_what_is_neither_figure_nor_symbol_is_set_aside():
    reading = read_text("Authority|Measure|Period|Value\nBrent|Children|2025|lots", "p.csv")
    assert found(reading)[1:] == [(2, "Value", "unreadable", "error")]
