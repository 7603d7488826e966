"""Frames made to the letter of a schema."""

from collections.abc import Mapping, Sequence

import dataframely as dy
import polars as pl

from loaders.tables import CLEAN


def complete(clean: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Every clean table by name, empty where it was not uploaded."""
    return {name: clean[name] if name in clean else schema.create_empty() for name, schema in CLEAN.items()}


def shaped(rows: pl.DataFrame, schema: type[dy.Schema], by: Sequence[str]) -> pl.DataFrame:
    """Rows in the schema's columns and order, sorted by `by`, and checked against its rules."""
    ordered = rows.select(list(schema.columns())).sort(by, maintain_order=True)
    return schema.validate(ordered, cast=True)
