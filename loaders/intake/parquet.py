"""Parquet, the columns that data portals publish in: one sheet, every cell as text."""

import io
from typing import Final, NamedTuple

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from loaders.intake import limits
from loaders.intake.sheet import Opened, Sheet, sheet_of
from loaders.reading.result import RefusedError

PARQUET: Final = b"PAR1"
BROKEN: Final = "The Parquet file cannot be opened: it is damaged or locked. Export the table as CSV (UTF-8)."
WHOLE: Final = r"^(-?\d+)\.0$"
"""A whole number in a column of decimals."""
ODD: Final[tuple[pl.DataType, ...]] = (pl.Binary(), pl.Object())


def open_parquet(content: bytes) -> Opened:
    """Read a Parquet file as one sheet, its headings first. Arrow reads it: Polars panics at a damaged one.

    Raises `RefusedError` where it is damaged, would unpack to too much, or holds lists or bytes in its cells.
    """
    try:
        _refuse_big(_footer(content))
        frame = pl.DataFrame(pl.from_arrow(pq.read_table(io.BytesIO(content))))
    except (pa.ArrowException, pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError, ValueError) as error:
        raise RefusedError(BROKEN) from error
    return Opened([_sheet(frame)])


class Footer(NamedTuple):
    """What a Parquet file says of itself: columns, rows, and bytes unpacked."""

    columns: int
    rows: int
    unpacked: int


def _footer(content: bytes) -> Footer:
    said = pq.read_metadata(io.BytesIO(content))
    unpacked = sum(int(said.row_group(i).total_byte_size) for i in range(said.num_row_groups))
    return Footer(int(said.num_columns), int(said.num_rows), unpacked)


def _refuse_big(footer: Footer) -> None:
    """Refuse a file by what its footer says, before any of it is unpacked."""
    limits.refuse_columns(footer.columns)
    limits.refuse_cells(footer.columns * footer.rows)
    if footer.unpacked > limits.LARGEST_UNPACKED:
        raise RefusedError(f"The file unpacks to {footer.unpacked // limits.MEGABYTE:,} MB: too big.")


def _sheet(frame: pl.DataFrame) -> Sheet:
    odd = [name for name, dtype in frame.schema.items() if dtype.is_nested() or dtype in ODD]
    if odd:
        raise RefusedError(f"The file holds lists or bytes in {len(odd)} of its columns. Export the table as CSV.")
    decimals = [pl.col(name).str.replace(WHOLE, "$1") for name, dtype in frame.schema.items() if dtype.is_float()]
    text = frame.with_columns(pl.all().cast(pl.String)).with_columns(decimals)
    _refuse_long(text)
    headings = pl.DataFrame({name: [name] for name in text.columns}, schema=text.schema)
    return sheet_of(None, pl.concat([headings, text]))


def _refuse_long(text: pl.DataFrame) -> None:
    """Refuse text that is kept once and repeated in many cells, which come to more than they unpack to."""
    bytes_ = text.select(pl.sum_horizontal(pl.all().str.len_bytes().cast(pl.UInt64).sum())).item() or 0
    if bytes_ > limits.LARGEST_UNPACKED:
        raise RefusedError("The file repeats long text in so many cells that it cannot be read. Shorten it.")
