"""Parquet opens as any other table does, and is refused where it would take too much."""

import io
from datetime import date

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from loaders.intake import limits, open_file
from loaders.intake.parquet import open_parquet
from loaders.reading.result import RefusedError


def parquet_of(frame: pl.DataFrame) -> bytes:
    buffer = io.BytesIO()
    frame.write_parquet(buffer)
    return buffer.getvalue()


def test_headings_first_and_every_cell_as_text():
    frame = pl.DataFrame({"Name": ["Brent", None], "Number": [304.0, 1.5], "Day": [date(2025, 3, 31), None]})
    (sheet,) = open_file(parquet_of(frame)).sheets
    assert sheet.cells.rows() == [("Name", "Number", "Day"), ("Brent", "304", "2025-03-31"), (None, "1.5", None)]


def test_one_that_is_damaged_is_refused():
    whole = parquet_of(pl.DataFrame({"a": list(range(1000))}))
    for damaged in (whole[:-9], whole[:200], b"PAR1" + b"\0" * 100, whole[:8] + b"\xff" * 100 + whole[108:]):
        with pytest.raises(RefusedError, match="damaged"):
            open_parquet(damaged)


def test_lists_and_bytes_in_cells_are_refused():
    with pytest.raises(RefusedError, match="lists or bytes in 2 of its columns"):
        open_parquet(parquet_of(pl.DataFrame({"a": [[1]], "b": [b"x"], "c": [1]})))


def test_too_many_columns_and_cells_are_refused_before_it_is_unpacked():
    with pytest.raises(RefusedError, match="501 columns"):
        open_parquet(parquet_of(pl.DataFrame({f"c{i}": [1] for i in range(501)})))
    with pytest.raises(RefusedError, match="cells"):
        open_parquet(parquet_of(pl.DataFrame({"a": pl.zeros(limits.MOST_CELLS + 1, pl.Int8, eager=True)})))


def test_one_that_says_it_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "LARGEST_UNPACKED", limits.MEGABYTE)
    column = pa.array(["x" * 10_000] * 1_000)
    buffer = io.BytesIO()
    pq.write_table(pa.table({"a": column}), buffer, use_dictionary=False, compression="zstd")
    with pytest.raises(RefusedError, match="unpacks to 9 MB"):
        open_parquet(buffer.getvalue())


def test_long_text_kept_once_and_repeated_in_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "LARGEST_UNPACKED", limits.MEGABYTE)
    buffer = io.BytesIO()
    pq.write_table(pa.table({"a": pa.array(["x" * 10_000] * 1_000).dictionary_encode()}), buffer)
    with pytest.raises(RefusedError, match="repeats long text"):
        open_parquet(buffer.getvalue())
