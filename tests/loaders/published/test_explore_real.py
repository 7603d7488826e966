"""The DfE's real files load whole, with every symbol kept."""

from collections import Counter
from typing import Final

import polars as pl
import pytest

import loaders
from tests.loaders.files import SHARED, needs_shared_data

NAME: Final = "cla_on_31_march_by_characteristics_la.csv"
INDICATORS: Final = (
    *("number", "percentage", "population_estimate", "children_count", "rate_per_10000", "children_percent"),
)

REAL: Final = {
    NAME: (56_925, 113_850),
    "cla_number_and_rate_per_10k_children.csv": (2_505, 7_515),
    "la_cla_placement_stability.csv": (5_010, 10_020),
}


@needs_shared_data
@pytest.mark.published
@pytest.mark.parametrize("file", REAL)
def test_the_real_files_load_whole_with_every_symbol(file: str):
    path = SHARED / "published" / file
    reading = loaders.read(path)
    table = reading.tables["published"]
    rows, figures = REAL[file]
    assert (reading.rows, reading.accepted, reading.set_aside, reading.blank) == (rows, rows, 0, 0)
    assert table.height == figures
    assert table.filter(pl.col("value").is_null() == pl.col("symbol").is_null()).is_empty()
    cells = pl.read_csv(path, infer_schema=False)
    held = [cells[name] for name in cells.columns if name in INDICATORS]
    written = Counter(cell for column in held for cell in column if not cell.replace(".", "").isdigit())
    assert Counter(table["symbol"].drop_nulls()) == written


@needs_shared_data
@pytest.mark.published
def test_englands_counts_by_authority_keep_each_symbol():
    table = loaders.read(SHARED / "published" / NAME).tables["published"]
    counts = table.filter(pl.col("measure").str.ends_with("number"))["symbol"].drop_nulls()
    shares = table.filter(pl.col("measure").str.ends_with("percentage"))["symbol"].drop_nulls()
    assert Counter(counts) == {"c": 7_783, "z": 841}
    assert Counter(shares) == {"c": 7_783, "z": 903, "k": 282}
    levels = dict(table.group_by(pl.col("level").cast(pl.String)).len().rows())
    assert levels == {"Authority": 105_570, "Region": 7_590, "England": 690}
