"""Figures as text: a table for people, CSV for spreadsheets, JSON for programs."""

import json
from collections.abc import Callable
from typing import Final

import polars as pl

FORMULA: Final = r"^[\s\p{C}]*[=+\-@\t\r\n\x00＝＋－＠]"
"""What makes a spreadsheet take a cell for a formula, as in `loaders.spreadsheet_safety`; a test compares them."""

GAP: Final = "  "


def as_table(figures: pl.DataFrame) -> str:
    """Give aligned columns: text to the left, numbers to the right with thousands parted and two decimals."""
    columns = [_column(series) for series in figures]
    rows = zip(*columns, strict=True)
    return "\n".join(GAP.join(row).rstrip() for row in rows)


def as_csv(figures: pl.DataFrame) -> str:
    """Give CSV whose cells of text and headings cannot start a formula."""
    text = [name for name, dtype in figures.schema.items() if _is_text(dtype)]
    safe = figures.with_columns(_harmless(name) for name in text)
    names = pl.DataFrame({"name": pl.Series(figures.columns, dtype=pl.String)})
    safe.columns = names.select(_harmless("name"))["name"].to_list()
    return safe.write_csv().rstrip("\n")


def as_json(figures: pl.DataFrame) -> str:
    """Give a list with one object a row; dates as text, what is hidden or not there as null."""
    return json.dumps(figures.to_dicts(), indent=2, default=str, ensure_ascii=False)


FORMATS: Final[dict[str, Callable[[pl.DataFrame], str]]] = {"table": as_table, "csv": as_csv, "json": as_json}


def _is_text(dtype: pl.DataType) -> bool:
    return dtype == pl.String or isinstance(dtype, pl.Enum | pl.Categorical)


def _harmless(name: str) -> pl.Expr:
    text = pl.col(name).cast(pl.String)
    return pl.when(text.str.contains(FORMULA)).then(pl.lit("'") + text).otherwise(text).alias(name)


def _column(series: pl.Series) -> list[str]:
    cells = [series.name, *(_cell(value) for value in series.to_list())]
    width = max(len(cell) for cell in cells)
    to_right = series.dtype.is_numeric() and series.name != "year"
    return [cell.rjust(width) if to_right else cell.ljust(width) for cell in cells]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.0f}" if value.is_integer() else f"{value:,.2f}"
    return str(value)
