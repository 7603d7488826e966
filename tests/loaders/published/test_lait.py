"""The Local Authority Interactive Tool: its long file, as Parquet and as CSV, and its dictionary."""

from typing import Final

import polars as pl
import pytest

import loaders
from tests.loaders.files import SHARED, balances, found, needs_shared_data, read_text

FILE: Final = SHARED / "published" / "lait_children_looked_after.parquet"


def test_a_row_a_figure_by_its_short_description():
    reading = read_text(
        """
        Short Desc|Data item|Years|LA and Regions|Values|LA Number|Region
        LACFinance||2024-25 (OT)|Brent|2795|304|Outer London
        LACnum||2025|London (Inner)|4140|987|NA
        LAC_KS2||2016|St. Helens|-7.0000000000000007E-2|342|North West
        LACDistance||2024|Bournemouth (Pre LG)|-|837|South West
        LACDistance||2024|Bedford Borough|c|822|East of England
        LACDistance||2024|England|..|970|NA
        """,
        "bds_long.csv",
    )
    assert (reading.accepted, found(reading)) == (6, [])
    table = reading.tables["published"].select("authority", "level", "measure", "period", "value", "symbol")
    assert table.rows() == [
        ("Brent", "Authority", "LACFinance", "2024-25 (OT)", 2795.0, None),
        ("Inner London", "Region", "LACnum", "2025", 4140.0, None),
        ("St. Helens", "Authority", "LAC_KS2", "2016", -0.07, None),
        ("Bournemouth (Pre LG)", "Authority", "LACDistance", "2024", None, "-"),
        ("Bedford", "Authority", "LACDistance", "2024", None, "c"),
        ("England", "England", "LACDistance", "2024", None, ".."),
    ]


def test_the_dictionary_keeps_paragraphs_and_tells_which_way_is_good():
    header = "Measure_short,Chart_title,Topic,Polarity,Description,Methodology,Hyperlink(s),dps"
    row = 'LACStable,Three or more,Care,Low,"Share.\r\n\r\nOf all.",NA,https://example.org,NA'
    reading = loaders.read(f"{header}\r\n{row}\r\n".encode(), name="lait_data_dictionary.csv")
    assert (reading.source, reading.accepted, found(reading)) == ("indicators", 1, [])
    assert reading.tables["indicators"].rows() == [
        ("LACStable", "Three or more", "Care", "Low", "Share.\nOf all.", None, "https://example.org", 0)
    ]


@needs_shared_data
@pytest.mark.published
def test_the_real_file_loads_whole_from_parquet_and_the_same_from_csv():
    reading = loaders.read(FILE)
    assert (reading.source, reading.rows, reading.accepted) == ("published", 103_377, 103_377)
    raw = pl.read_parquet(FILE)
    again = loaders.read(raw.write_csv().encode(), name="lait.csv")
    assert again.tables["published"].equals(reading.tables["published"])
    assert reading.tables["published"]["value"].to_list() == raw["Values"].cast(pl.Float64).to_list()


@needs_shared_data
@pytest.mark.published
def test_the_real_dictionary_says_what_every_measure_means():
    reading = loaders.read(SHARED / "published" / "lait_data_dictionary.csv")
    assert balances(reading)
    known = set(reading.tables["indicators"]["measure"])
    assert set(pl.read_parquet(FILE)["Short Desc"]) <= known
    assert {code for _, _, code, _ in found(reading)} == {"listed-again"}
