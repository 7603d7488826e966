"""Frames as bytes in the database, and back in the shape that their schema has now."""

from functools import cache
from io import BytesIO

import dataframely as dy
import polars as pl

from store.errors import StoreError


def packed(frame: pl.DataFrame, *, searched: bool = True) -> bytes:
    """A frame as Parquet; with what helps to search it, unless it is only ever read whole."""
    buffer = BytesIO()
    frame.write_parquet(buffer, compression="zstd", compression_level=1, statistics=searched)
    return buffer.getvalue()


def unpacked(parquet: bytes) -> pl.DataFrame:
    """The frame of Parquet bytes."""
    return pl.read_parquet(BytesIO(parquet))


def as_declared(frame: pl.DataFrame, schema: type[dy.Schema]) -> pl.DataFrame:
    """A stored frame in today's columns and types: what an older release did not know is null.

    Raises StoreError where a stored value has no place in today's schema.
    """
    if frame.schema == declared(schema):
        return frame
    try:
        return frame.select(_today(frame, name, column.dtype) for name, column in schema.columns().items())
    except pl.exceptions.InvalidOperationError as error:
        raise StoreError(
            f"Rows of {schema.__name__} were stored by another release and do not fit this one. Load those files again."
        ) from error


@cache
def declared(schema: type[dy.Schema]) -> pl.Schema:
    """Columns and types of a table's schema."""
    return schema.create_empty().schema


def _today(frame: pl.DataFrame, name: str, dtype: pl.DataType) -> pl.Expr:
    stored = frame.schema.get(name)
    if stored is None:
        return pl.lit(None, dtype).alias(name)
    if stored == dtype:
        return pl.col(name)
    return pl.col(name).cast(pl.String).cast(dtype) if isinstance(stored, pl.Enum) else pl.col(name).cast(dtype)
