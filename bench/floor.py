"""What a load is set against: files read together by their headings, each row told its file, dates parsed; no check."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import polars as pl

DATE: Final = r"^\d{2}/\d{2}/\d{4}$"

Alike = tuple[list[Path], list[str]]
"""Files of one heading, and the columns in them that hold dates."""


def alike(files: Sequence[Path]) -> list[Alike]:
    """Put files of one heading together."""
    by_heading: dict[str, list[Path]] = {}
    for file in files:
        with file.open(encoding="utf-8-sig") as opened:
            by_heading.setdefault(opened.readline(), []).append(file)
    return [(same, _dates(same[0])) for same in by_heading.values()]


def read_and_parse(together: Sequence[Alike]) -> list[pl.DataFrame]:
    """Read all of it, as little as can be done to have rows with dates that can be traced to their file."""
    return pl.collect_all([_scan(files, dates) for files, dates in together])


def _scan(files: list[Path], dates: list[str]) -> pl.LazyFrame:
    read = pl.scan_csv(files, infer_schema=False, include_file_paths="file", truncate_ragged_lines=True)
    return read.with_columns(pl.col(dates).str.to_date("%d/%m/%Y", strict=False))


def _dates(file: Path) -> list[str]:
    text = pl.read_csv(file, infer_schema=False, truncate_ragged_lines=True)
    return [column.name for column in text if column.drop_nulls().str.contains(DATE).all() and column.count()]
